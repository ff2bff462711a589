package foyer.bridge.board;

import foyer.bridge.line.LineLost;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One lock board on an open {@link Bus}; for the bus's thread only. Channels count from 1. */
public interface Board {
    /**
     * Reads every contact. The reply carries the board's address, so a reading is also its word for who it is.
     *
     * @param hurried whether somebody waits to open a door: then a board that has not begun to answer is left sooner
     * @return empty if it did not answer in time, or not readably
     */
    Optional<Reading> read(BooleanSupplier hurried) throws LineLost, InterruptedException;

    /**
     * Pulses one lock, once. Whatever the board answers proves nothing: the contacts do.
     *
     * @throws LineLost if it is not known whether the pulse went out
     */
    void pulse(int channel) throws LineLost, InterruptedException;
}

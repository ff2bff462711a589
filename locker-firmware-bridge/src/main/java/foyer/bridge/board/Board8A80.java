package foyer.bridge.board;

import foyer.bridge.frame.Command8A80;
import foyer.bridge.line.LineLost;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One 8A/80 board with 24 or 32 channels.
 *
 * @param address as set by its DIP switch, 1 to 32
 * @param channels 24 or 32
 * @param replyNanos how long it is given to answer a query
 */
public record Board8A80(int address, int channels, long replyNanos) {
    /**
     * Reads every contact. The reply carries the board's address, so a reading is also its word for who it is.
     *
     * @param hurried whether somebody waits to open a door: then a board that has not begun to answer is left sooner
     * @return empty if it did not answer in time, or not readably
     */
    public Optional<Reading> read(Wire wire, BooleanSupplier hurried) throws LineLost, InterruptedException {
        return wire.ask(this, hurried);
    }

    /**
     * Sends one pulse frame, once. The board times the pulse. Whatever it answers is not waited for: the same bytes
     * could be an echo.
     *
     * @throws LineLost if it is not known whether the frame went out
     */
    public void pulse(Wire wire, int channel) throws LineLost {
        wire.send(new Command8A80.Open(address, channel).bytes());
    }
}

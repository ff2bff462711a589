package foyer.bridge.board;

import foyer.bridge.line.LineLost;

/** A board that also has steady outputs, for lamps and buzzers. */
public interface RelayBoard extends Board {
    /** Switches a steady output. What the board says to it proves nothing. */
    void set(int channel, boolean on) throws LineLost, InterruptedException;
}

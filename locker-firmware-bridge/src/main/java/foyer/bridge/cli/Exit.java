package foyer.bridge.cli;

/** What the tool's exit code means; the same for every command. */
final class Exit {
    /** Done, and nothing wrong was found. */
    static final int FINE = 0;
    /** Done, and something wrong was found: a door that is jammed, a board that is noisy. */
    static final int FOUND = 1;
    /** The command line or the hardware file is refused; nothing was touched. */
    static final int REFUSED = 2;
    /** A line or board is lost or cannot be reached. */
    static final int LOST = 3;
    /** The user stopped it, by Ctrl-C, by q or by ending the input. */
    static final int STOPPED = 4;

    private Exit() {}
}

package foyer.bridge;

/** A hardware file that must not be started from; the message names the file's line and what to write instead. */
public final class HardwareFault extends Exception {
    private static final long serialVersionUID = 1L;

    public HardwareFault(String file, int line, String why) {
        super(file + ", line " + line + ": " + why);
    }
}

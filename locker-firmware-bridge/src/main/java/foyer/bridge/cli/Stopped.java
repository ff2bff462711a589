package foyer.bridge.cli;

/** The user wants no more: {@code q}, "no", or the end of the input where an answer was needed. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param why in words for the user */
    Stopped(String why) {
        super(why);
    }
}

package foyer.bridge.cli;

/** What was asked for cannot be done so; the message says what to write instead. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why);
    }
}

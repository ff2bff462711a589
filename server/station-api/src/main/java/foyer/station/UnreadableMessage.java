package foyer.station;

/** Bytes that are not the message they should be. They are kept as they came, and staff are shown why. */
public final class UnreadableMessage extends Exception {
    private static final long serialVersionUID = 1L;

    /** There is no cause to hand on: the parser's own words quote what they stumbled over, and that may be personal. */
    public UnreadableMessage(String why) {
        super(why);
    }
}

package foyer.station;

/** Bytes that are not the message they should be. They are kept as they came, and staff are shown why. */
public final class UnreadableMessage extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableMessage(String why, Throwable cause) {
        super(why, cause);
    }

    public UnreadableMessage(String why) {
        super(why);
    }
}

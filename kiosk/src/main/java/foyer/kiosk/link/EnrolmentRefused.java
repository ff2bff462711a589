package foyer.kiosk.link;

/** This station cannot be enrolled like this, and why, in words for who stands before it. */
public final class EnrolmentRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public EnrolmentRefused(String why) {
        super(why);
    }
}

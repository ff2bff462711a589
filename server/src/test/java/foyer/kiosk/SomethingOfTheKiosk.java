package foyer.kiosk;

/** Stands for the kiosk, which this module cannot see, so that the rule against it has something to find. */
public final class SomethingOfTheKiosk {
    public static final String NAME = "kiosk";
}

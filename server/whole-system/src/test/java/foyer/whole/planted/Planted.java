package foyer.whole.planted;

/** The planted classes, for the test that holds each rule against its own. */
public final class Planted {
    private Planted() {}

    public static Class<?> looksIntoTheServer() {
        return LooksIntoTheServer.class;
    }

    public static Class<?> looksIntoTheKiosk() {
        return LooksIntoTheKiosk.class;
    }
}

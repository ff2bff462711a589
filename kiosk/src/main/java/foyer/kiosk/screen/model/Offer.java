package foyer.kiosk.screen.model;

import foyer.kiosk.session.Touch;

/**
 * Something a person may press.
 *
 * @param id stable, for tests and the mirror
 * @param enabled false where it is shown but cannot be done yet
 */
public record Offer(String id, String text, Kind kind, Touch touch, boolean enabled) {
    public enum Kind {
        /** The one green button: the usual answer. */
        USUAL,
        /** A second choice. */
        QUIET
    }

    static Offer usual(String id, String text, Touch touch) {
        return new Offer(id, text, Kind.USUAL, touch, true);
    }

    static Offer quiet(String id, String text, Touch touch) {
        return new Offer(id, text, Kind.QUIET, touch, true);
    }
}

package foyer.server.projection;

/** Somebody made a cursor up, or used one for another list. */
public final class WrongCursor extends RuntimeException {
    WrongCursor(Throwable why) {
        super("no list has written this cursor", why);
    }

    WrongCursor() {
        super("the cursor is of another list");
    }
}

package foyer.server.projection;

import java.util.Optional;

/**
 * How much of a list is wanted.
 *
 * @param limit rows of a page, 1 to 200
 * @param after the row after which the page begins; empty for the first page
 */
public record Paging(int limit, Optional<Cursor> after) {
    public static final int USUAL = 50;
    public static final int MOST = 200;

    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page of " + limit + " rows");
        }
    }

    /** The row after which the page begins. */
    Optional<Cursor> after(String list, int keys) {
        if (after.filter(cursor -> !cursor.list().equals(list) || cursor.keys().size() != keys)
                .isPresent()) {
            throw new WrongCursor();
        }
        return after;
    }

    /** One more than wanted, which tells whether there is a next page. */
    int fetch() {
        return limit + 1;
    }
}

package foyer.server.projection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The last row of a page, by what the list is sorted by: so the next page begins after it, whatever has come or gone
 * since.
 *
 * @param list which list it is of
 * @param keys of the row
 */
public record Cursor(String list, List<String> keys) {
    /** Stands in no name and no id. */
    private static final String BETWEEN = "\0";

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** Letters, digits, hyphens and underscores; nobody but {@link #read} needs to understand it. */
    public String text() {
        String all = list + BETWEEN + String.join(BETWEEN, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws WrongCursor when no list has written it */
    public static Cursor read(String text) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            List<String> parts = List.of(new String(all, StandardCharsets.UTF_8).split(BETWEEN, -1));
            return new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
        } catch (IllegalArgumentException e) {
            throw new WrongCursor(e);
        }
    }

    /**
     * A key that is a number.
     *
     * @throws WrongCursor when it is none
     */
    long number(int key) {
        try {
            return Long.parseLong(keys.get(key));
        } catch (NumberFormatException e) {
            throw new WrongCursor(e);
        }
    }
}

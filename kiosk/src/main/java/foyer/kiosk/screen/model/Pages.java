package foyer.kiosk.screen.model;

import java.util.List;

/**
 * The part of a list that fits, and which part it is. Lists turn by a large button, because a scroll bar is no target
 * for a finger.
 *
 * @param page from 0
 * @param pages at least 1
 */
public record Pages<T>(List<T> shown, int page, int pages) {
    public Pages {
        shown = List.copyOf(shown);
    }

    /** {@code page} beyond the last starts again from the first. */
    static <T> Pages<T> of(List<T> all, int perPage, int page) {
        int pages = Math.max(1, (all.size() + perPage - 1) / perPage);
        int at = Math.floorMod(page, pages);
        int from = Math.min(at * perPage, all.size());
        return new Pages<>(all.subList(from, Math.min(from + perPage, all.size())), at, pages);
    }

    public boolean more() {
        return pages > 1;
    }
}

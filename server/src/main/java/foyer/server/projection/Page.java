package foyer.server.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next where the next page begins; empty on the last
 */
public record Page<T>(List<T> rows, Optional<Cursor> next) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** @param fetched up to one row more than the page has */
    static <T> Page<T> of(List<T> fetched, Paging paging, Function<T, Cursor> cursor) {
        if (fetched.size() <= paging.limit()) {
            return new Page<>(fetched, Optional.empty());
        }
        List<T> rows = fetched.subList(0, paging.limit());
        return new Page<>(rows, Optional.of(cursor.apply(rows.getLast())));
    }

    public <S> Page<S> map(Function<T, S> to) {
        return new Page<>(rows.stream().map(to).toList(), next);
    }
}

package foyer.server.circulation.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * One day that is not as the week and the holidays say.
 *
 * @param open when it is open, in order; none is a closure
 * @param words the reason, as people read it
 */
public record Special(LocalDate day, List<Span> open, String words) {
    /** @throws IllegalArgumentException naming the day whose spans overlap or are out of order */
    public Special {
        open = Span.inOrder(day.toString(), open);
    }
}

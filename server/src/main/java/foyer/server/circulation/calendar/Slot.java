package foyer.server.circulation.calendar;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from the first instant
 * @param until the first instant after, later than {@code from}
 */
public record Slot(Instant from, Instant until) {
    public Slot {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a slot from " + from + " until " + until + " has no length");
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}

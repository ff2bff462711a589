package foyer.server.circulation.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;

/**
 * A part of one day, in wall time.
 *
 * @param from the first minute
 * @param until the first minute after; midnight means the end of the day
 */
public record Span(LocalTime from, LocalTime until) {
    static final Span WHOLE_DAY = new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Span {
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException(from + "-" + until + " ends before it begins");
        }
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static Span of(String text) {
        String[] ends = text.strip().split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("'" + text.strip() + "' is no part of a day, as 10:00-18:00 is");
        }
        return new Span(time(ends[0].strip()), time(ends[1].strip()));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException bad) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time of day, as 09:30 is; the end of a day is 00:00", bad);
        }
    }

    /** As {@code 10:00-18:00}. */
    public String text() {
        return from + "-" + until;
    }

    /**
     * The same spans, each beginning when the one before has ended, or later.
     *
     * @throws IllegalArgumentException naming the day
     */
    static List<Span> inOrder(String day, List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            Span earlier = spans.get(i - 1);
            Span later = spans.get(i);
            if (earlier.until.equals(LocalTime.MIDNIGHT) || later.from.isBefore(earlier.until)) {
                throw new IllegalArgumentException(
                        day + ": " + later.text() + " begins before " + earlier.text() + " has ended");
            }
        }
        return List.copyOf(spans);
    }
}

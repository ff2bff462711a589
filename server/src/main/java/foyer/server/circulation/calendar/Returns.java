package foyer.server.circulation.calendar;

import foyer.station.ServerMessage.ReturnWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** When the door's flap takes returns (domain B2, B3), in the branch's local time. */
public sealed interface Returns {
    /** The last instant a four-digit year can name: a door that always takes returns never has to be told again. */
    ReturnWindow ALWAYS = new ReturnWindow(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

    /** Opens when {@link #ALWAYS} ends, and closes at once. */
    ReturnWindow NEVER = new ReturnWindow(ALWAYS.closesAt(), ALWAYS.closesAt());

    /** When returns are taken on that day, in order; none when they are not. */
    List<Slot> on(LocalDate day, Calendar calendar);

    /**
     * The window that is open at {@code now}, or else the next one. Hours that touch, over midnight too, are one window:
     * a station that has lost the network does not close between them. When no return is taken today or on any of the
     * next 400 days, {@link #NEVER}.
     */
    default ReturnWindow window(Instant now, Calendar calendar) {
        LocalDate today = calendar.dayOf(now);
        Instant opens = Instant.MIN;
        Instant closes = Instant.MIN;
        for (int ahead = 0; ahead <= Calendar.SEARCH_DAYS; ahead++) {
            for (Slot next : on(today.plusDays(ahead), calendar)) {
                if (!next.from().equals(closes)) {
                    if (now.isBefore(closes)) {
                        return new ReturnWindow(opens, closes);
                    }
                    opens = next.from();
                }
                closes = next.until();
            }
        }
        return now.isBefore(closes) ? new ReturnWindow(opens, closes) : NEVER;
    }

    /** The first day, {@code day} or later, on which returns are taken; {@code day} if there is none in 400 days. */
    default LocalDate dayFrom(LocalDate day, Calendar calendar) {
        return Stream.iterate(day, next -> next.plusDays(1))
                .limit(Calendar.SEARCH_DAYS + 1L)
                .filter(next -> !on(next, calendar).isEmpty())
                .findFirst()
                .orElse(day);
    }

    /** Whatever the hour, closed days and holidays too. */
    record Always() implements Returns {
        @Override
        public List<Slot> on(LocalDate day, Calendar calendar) {
            return calendar.during(day, Span.WHOLE_DAY).stream().toList();
        }

        @Override
        public ReturnWindow window(Instant now, Calendar calendar) {
            return ALWAYS;
        }
    }

    /**
     * In the branch's opening hours, so not on a day when it is closed.
     *
     * @param days on which weekdays; at least one
     */
    record OpeningHours(Set<DayOfWeek> days) implements Returns {
        public OpeningHours {
            days = some(days);
        }

        @Override
        public List<Slot> on(LocalDate day, Calendar calendar) {
            return days.contains(day.getDayOfWeek()) ? calendar.openings(day) : List.of();
        }
    }

    /**
     * At hours of the flap's own. A weekday without regular opening hours counts, since a flap needs no desk; a day
     * closed by a special closure, or by a holiday without a special opening, does not.
     *
     * @param days on which weekdays; at least one
     * @param from the first minute
     * @param until the first minute after; midnight means the end of the day
     */
    record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) implements Returns {
        public Hours {
            days = some(days);
            var unused = new Span(from, until);
        }

        @Override
        public List<Slot> on(LocalDate day, Calendar calendar) {
            return days.contains(day.getDayOfWeek()) && !calendar.closedByException(day)
                    ? calendar.during(day, new Span(from, until)).stream().toList()
                    : List.of();
        }
    }

    private static Set<DayOfWeek> some(Set<DayOfWeek> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("returns need at least one day");
        }
        return Set.copyOf(days);
    }
}

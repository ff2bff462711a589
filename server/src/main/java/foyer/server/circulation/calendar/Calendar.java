package foyer.server.circulation.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When one branch is open. A special day beats the holidays, and a holiday beats the week. An open day is one with
 * opening hours, even if the change to summer time skips all of them.
 *
 * @param zone whose wall clock the hours are read from
 * @param specials by their own day
 */
public record Calendar(ZoneId zone, Week week, Holidays holidays, Map<LocalDate, Special> specials) {
    /** How far ahead an open day is looked for: a year and a month. */
    static final int SEARCH_DAYS = 400;

    private static final Duration SHORTEST_SLOT = Duration.ofMinutes(1);
    private static final Duration LONGEST_SLOT = Duration.ofDays(1);

    public Calendar {
        specials = Map.copyOf(specials);
        specials.forEach((day, special) -> {
            if (!special.day().equals(day)) {
                throw new IllegalArgumentException(special.day() + " is filed under " + day);
            }
        });
    }

    /** In order; none when closed. */
    public List<Span> hours(LocalDate day) {
        Special special = specials.get(day);
        if (special != null) {
            return special.open();
        }
        List<Span> regular = week.on(day.getDayOfWeek());
        return regular.isEmpty() || isHoliday(day) ? List.of() : regular;
    }

    public boolean openOn(LocalDate day) {
        return !hours(day).isEmpty();
    }

    public boolean openAt(Instant moment) {
        return openings(dayOf(moment)).stream().anyMatch(open -> open.contains(moment));
    }

    /**
     * Closed although it might be a regular day: by a special day without hours, or by a holiday without a special
     * opening. A weekday that has no regular hours is not closed in this sense.
     */
    public boolean closedByException(LocalDate day) {
        Special special = specials.get(day);
        return special != null ? special.open().isEmpty() : isHoliday(day);
    }

    private boolean isHoliday(LocalDate day) {
        return holidays.of(day.getYear()).contains(day);
    }

    /** The day the branch's wall calendar shows. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /**
     * The day itself when open, else the next open day. When none of the 400 days after it is open either, the day
     * itself: a branch that never opens must not stop the house.
     */
    public LocalDate openDayFrom(LocalDate day) {
        return Stream.iterate(day, next -> next.plusDays(1))
                .limit(SEARCH_DAYS + 1L)
                .filter(this::openOn)
                .findFirst()
                .orElse(day);
    }

    /**
     * The day {@code days} later. Counting open days, the n-th open day after {@code from}, and {@code from} itself for
     * 0; where nothing opens (see {@link #openDayFrom}) every day counts.
     *
     * @param days at least 0
     */
    public LocalDate plusDays(LocalDate from, int days, Count count) {
        if (days < 0) {
            throw new IllegalArgumentException("a period of " + days + " days");
        }
        return switch (count) {
            case CALENDAR_DAYS -> from.plusDays(days);
            case OPEN_DAYS -> {
                LocalDate day = from;
                for (int counted = 0; counted < days; counted++) {
                    day = openDayFrom(day.plusDays(1));
                }
                yield day;
            }
        };
    }

    /** "From 11:00 on the next working day" (domain A10): on the first open day after the day of {@code moment}. */
    public Instant openDayAfterAt(Instant moment, LocalTime at) {
        return at(openDayFrom(dayOf(moment).plusDays(1)), at);
    }

    /**
     * "Each working day from 10:00" (domain A7): the first instant, not before {@code from}, that is {@code at} on an
     * open day. Once a day: a time that the end of summer time brings twice counts the first time.
     */
    public Instant firstOpenAt(Instant from, LocalTime at) {
        LocalDate day = openDayFrom(dayOf(from));
        Instant first = at(day, at);
        return first.isBefore(from) ? at(openDayFrom(day.plusDays(1)), at) : first;
    }

    /** The first instant after that local day, be it 23, 24 or 25 hours long. */
    public Instant endOf(LocalDate day) {
        return at(day.plusDays(1), LocalTime.MIDNIGHT);
    }

    /**
     * When the wall clock first shows {@code time} on that day; of a time the clock skips, the moment it skips it. So a
     * later time is never an earlier instant, and midnight is when the day begins.
     */
    public Instant at(LocalDate day, LocalTime time) {
        LocalDateTime wall = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        if (change == null) {
            return wall.atZone(zone).toInstant();
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        // Where clocks went back over midnight, the day before goes on: this day begins the second time.
        boolean dayBeforeReturns = change.getDateTimeAfter().toLocalDate().isBefore(day);
        return wall.toInstant(dayBeforeReturns ? change.getOffsetAfter() : change.getOffsetBefore());
    }

    /**
     * Whole slots, one right after the other from the beginning of each opening span; what is left at its end is not
     * offered. Lengths are real time: an hour that comes twice holds twice as many.
     *
     * @param length from one minute to 24 hours
     */
    public List<Slot> slots(LocalDate day, Duration length) {
        if (length.compareTo(SHORTEST_SLOT) < 0 || length.compareTo(LONGEST_SLOT) > 0) {
            throw new IllegalArgumentException("a slot lasts from one minute to 24 hours, not " + length);
        }
        return openings(day).stream()
                .flatMap(open -> Stream.iterate(open.from(), from -> from.plus(length))
                        .takeWhile(from -> !from.plus(length).isAfter(open.until()))
                        .map(from -> new Slot(from, from.plus(length))))
                .toList();
    }

    /** The day's opening hours in real time, without those the clock skips. */
    List<Slot> openings(LocalDate day) {
        return hours(day).stream().flatMap(span -> during(day, span).stream()).toList();
    }

    /** Empty when the clock skips all of it. */
    Optional<Slot> during(LocalDate day, Span span) {
        Instant from = at(day, span.from());
        Instant until = span.until().equals(LocalTime.MIDNIGHT) ? endOf(day) : at(day, span.until());
        return from.isBefore(until) ? Optional.of(new Slot(from, until)) : Optional.empty();
    }
}

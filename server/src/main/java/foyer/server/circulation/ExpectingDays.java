package foyer.server.circulation;

import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Returns;
import foyer.server.circulation.calendar.Slot;
import foyer.server.circulation.calendar.Span;
import foyer.server.circulation.policy.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The last moments the rules allow at one branch. Each is monotone: what begins later ends no earlier, so that the
 * latest of one step makes the latest of the next.
 */
final class ExpectingDays {
    private static final Duration LEAST = Duration.ofMillis(1);

    private ExpectingDays() {}

    /**
     * When staff have looked at and laid out what became free: by the outcome time of the next working day (domain
     * A10), or where nobody reviews, by the end of the first working day whose hours are not over.
     */
    static Instant prepared(Instant free, Site site) {
        return site.policy().reviewRequired()
                ? site.calendar().openDayAfterAt(free, site.policy().outcomeFrom())
                : site.calendar().endOf(collectable(free, site)).minus(LEAST);
    }

    /** The day of {@link #prepared}. */
    static LocalDate collectable(Instant free, Site site) {
        Calendar calendar = site.calendar();
        if (site.policy().reviewRequired()) {
            return calendar.dayOf(calendar.openDayAfterAt(free, site.policy().outcomeFrom()));
        }
        LocalDate day = calendar.openDayFrom(calendar.dayOf(free));
        return closes(day, calendar).isAfter(free) ? day : calendar.openDayFrom(day.plusDays(1));
    }

    private static Instant closes(LocalDate day, Calendar calendar) {
        List<Span> hours = calendar.hours(day);
        LocalTime until = hours.isEmpty() ? LocalTime.MIDNIGHT : hours.getLast().until();
        return until.equals(LocalTime.MIDNIGHT) ? calendar.endOf(day) : calendar.at(day, until);
    }

    /** The last day to collect what is prepared at that moment, whenever it was confirmed. */
    static LocalDate lastDay(Instant prepared, Site site) {
        return lastDay(Days.lastFromConfirmation(prepared, site), prepared, site);
    }

    static LocalDate lastDay(Optional<LocalDate> fromConfirmation, Instant prepared, Site site) {
        return withAppointment(Days.last(fromConfirmation, prepared, site), site);
    }

    /** A hold with an appointment does not expire before it, and one may be agreed on the last day still. */
    static LocalDate withAppointment(LocalDate lastDay, Site site) {
        return site.policy().offersAppointments()
                ? lastDay.plusDays(site.policy().number(Key.SLOT_DAYS_AHEAD))
                : lastDay;
    }

    /** The last day of a loan that begins on {@code day}; renewed as often as may be where somebody waits. */
    static LocalDate due(LocalDate day, Site site) {
        LocalDate due = Days.due(day, site.policy().loanDays(), site);
        return site.policy().renewedInDemand() ? renewed(due, site.policy().renewals(), site) : due;
    }

    static LocalDate renewed(LocalDate due, int times, Site site) {
        LocalDate last = due;
        for (int renewal = 0; renewal < times; renewal++) {
            last = Days.due(last, site.policy().number(Key.RENEWAL_DAYS), site);
        }
        return last;
    }

    /** The first day, {@code due} or later, on which it can still be brought back; what is overdue comes today. */
    static LocalDate returned(LocalDate due, Site site, Instant now) {
        Calendar calendar = site.calendar();
        Returns returns = site.policy().returns();
        LocalDate today = calendar.dayOf(now);
        List<Slot> hours = returns.on(today, calendar);
        boolean closed = !hours.isEmpty() && !hours.getLast().until().isAfter(now);
        LocalDate first = closed ? today.plusDays(1) : today;
        return returns.dayFrom(due.isBefore(first) ? first : due, calendar);
    }

    /** When staff have taken out what nobody collected: by the next working day's outcome time. */
    static Instant takenOut(Instant over, Site site) {
        return site.calendar().openDayAfterAt(over, site.policy().outcomeFrom());
    }
}

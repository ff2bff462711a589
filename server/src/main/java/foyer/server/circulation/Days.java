package foyer.server.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The days people plan by: when a loan is due, and how long a prepared item waits. */
final class Days {
    private Days() {}

    /**
     * The last day of a loan that begins or is renewed: on a day when the branch is open, and one on which it takes
     * returns. Nobody pays for a day on which the library would not have taken the book (domain B3).
     */
    static LocalDate due(LocalDate from, int days, Site site) {
        LocalDate open = site.calendar().openDayFrom(from.plusDays(days));
        return site.policy().returns().dayFrom(open, site.calendar());
    }

    static LocalDate due(Instant begun, Site site) {
        return due(site.calendar().dayOf(begun), site.policy().loanDays(), site);
    }

    /** The last day to collect, where it counts from the confirmation (domain A8). */
    static Optional<LocalDate> lastFromConfirmation(Instant confirmed, Site site) {
        return site.policy().pickupCountsFromConfirmation() ? Optional.of(last(confirmed, site)) : Optional.empty();
    }

    /**
     * The last day to collect what can be collected from now on. What took long to prepare leaves the patron the next
     * day that counts at least: where open days count, one on which the branch is closed is none.
     */
    static LocalDate last(Optional<LocalDate> fromConfirmation, Instant ready, Site site) {
        LocalDate next = site.calendar()
                .plusDays(site.calendar().dayOf(ready), 1, site.policy().pickupCount());
        return fromConfirmation.map(day -> day.isBefore(next) ? next : day).orElseGet(() -> last(ready, site));
    }

    private static LocalDate last(Instant from, Site site) {
        return site.calendar()
                .plusDays(
                        site.calendar().dayOf(from),
                        site.policy().pickupDays(),
                        site.policy().pickupCount());
    }
}

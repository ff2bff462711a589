package foyer.server.circulation.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A country's public holidays as its law computes them. What is decided year by year is a {@link Special}: the last
 * day of Latvia's song festival, 1 May when a Greek minister moves it, the feast of a town's own saint.
 */
public enum Holidays {
    NONE,
    LATVIA,
    GREECE;

    /** In order. */
    public Set<LocalDate> of(int year) {
        return switch (this) {
            case NONE -> Set.of();
            case LATVIA -> latvia(year);
            case GREECE -> greece(year);
        };
    }

    private static Set<LocalDate> latvia(int year) {
        LocalDate easter = Easter.western(year);
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.of(year, 1, 1));
        days.add(easter.minusDays(2));
        days.add(easter);
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, 5, 1));
        withMondayAfterWeekend(days, LocalDate.of(year, 5, 4));
        days.add(sundayFrom(LocalDate.of(year, 5, 8)));
        days.add(easter.plusDays(49));
        days.add(LocalDate.of(year, 6, 23));
        days.add(LocalDate.of(year, 6, 24));
        withMondayAfterWeekend(days, LocalDate.of(year, 11, 18));
        days.add(LocalDate.of(year, 12, 24));
        days.add(LocalDate.of(year, 12, 25));
        days.add(LocalDate.of(year, 12, 26));
        days.add(LocalDate.of(year, 12, 31));
        return Collections.unmodifiableSortedSet(days);
    }

    private static Set<LocalDate> greece(int year) {
        LocalDate easter = Easter.orthodox(year);
        SortedSet<LocalDate> days = new TreeSet<>();
        days.add(LocalDate.of(year, 1, 1));
        days.add(LocalDate.of(year, 1, 6));
        days.add(easter.minusDays(48));
        days.add(LocalDate.of(year, 3, 25));
        days.add(easter.minusDays(2));
        days.add(easter);
        days.add(easter.plusDays(1));
        days.add(easter.plusDays(50));
        days.add(LocalDate.of(year, 5, 1));
        days.add(LocalDate.of(year, 8, 15));
        days.add(LocalDate.of(year, 10, 28));
        days.add(LocalDate.of(year, 12, 25));
        days.add(LocalDate.of(year, 12, 26));
        return Collections.unmodifiableSortedSet(days);
    }

    private static void withMondayAfterWeekend(Set<LocalDate> days, LocalDate day) {
        days.add(day);
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            days.add(day.plusDays(8 - day.getDayOfWeek().getValue()));
        }
    }

    private static LocalDate sundayFrom(LocalDate day) {
        return day.plusDays(DayOfWeek.SUNDAY.getValue() - day.getDayOfWeek().getValue());
    }
}

package foyer.server.circulation.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A country's public holidays as its law computes them. What is decided year by year is a {@link Special}: the last
 * day of Latvia's song festival, 1 May when a Greek minister moves it, the feast of a town's own saint.
 */
public enum Holidays {
    NONE,
    LATVIA,
    GREECE;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** Of the years that are asked for, computed once: a search for an open day asks hundreds of times. */
    private static final Map<Holidays, Map<Integer, Set<LocalDate>>> TABLE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(
                    country -> country, country -> IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                            .boxed()
                            .collect(Collectors.toUnmodifiableMap(year -> year, country::computed))));

    /** In order. */
    public Set<LocalDate> of(int year) {
        Set<LocalDate> known = TABLE.getOrDefault(this, Map.of()).get(year);
        return known == null ? computed(year) : known;
    }

    private Set<LocalDate> computed(int year) {
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

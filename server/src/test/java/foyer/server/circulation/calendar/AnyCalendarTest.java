package foyer.server.circulation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.station.ServerMessage.ReturnWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every calendar, in zones that change their clocks in every way. */
class AnyCalendarTest {
    private static final List<String> ZONES = List.of(
            "Europe/Riga",
            "Europe/Athens",
            "Asia/Beirut",
            "America/Havana",
            "America/Nuuk",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "UTC");
    private static final int ROUNDS = 20;
    private static final int MINUTES = 24 * 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** One seed's choices. Half the days lie around a change of clocks. */
    private record Choice(Random random) {
        Calendar calendar() {
            Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : weekdays()) {
                days.put(day, spans(1));
            }
            Map<LocalDate, Special> specials = new HashMap<>();
            for (int i = 0; i < 200; i++) {
                LocalDate day = day();
                specials.put(day, new Special(day, spans(0), "chance"));
            }
            Holidays[] holidays = Holidays.values();
            return new Calendar(
                    ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                    new Week(days),
                    holidays[random.nextInt(holidays.length)],
                    specials);
        }

        Set<DayOfWeek> weekdays() {
            Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextBoolean()) {
                    days.add(day);
                }
            }
            return days;
        }

        /** By the quarter of an hour, some touching, some to midnight. */
        private List<Span> spans(int atLeast) {
            SortedSet<Integer> quarters = new TreeSet<>();
            int ends = 2 * (atLeast + random.nextInt(3));
            while (quarters.size() < ends) {
                quarters.add(random.nextInt(MINUTES / 15 + 1));
            }
            List<Integer> at = new ArrayList<>(quarters);
            boolean touching = random.nextInt(4) == 0;
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i + 1 < at.size(); i += touching ? 1 : 2) {
                spans.add(new Span(time(15 * at.get(i)), time(15 * at.get(i + 1))));
            }
            return spans;
        }

        LocalTime time(int minute) {
            return LocalTime.MIDNIGHT.plusMinutes(minute % MINUTES);
        }

        LocalDate day() {
            int year = 2005 + random.nextInt(25);
            int month = List.of(3, 4, 10, 11, 12, 1 + random.nextInt(12)).get(random.nextInt(6));
            return LocalDate.of(year, month, 1 + random.nextInt(28)).plusDays(random.nextInt(4));
        }

        Instant moment(Calendar calendar) {
            return calendar.at(day(), time(random.nextInt(MINUTES))).plusNanos(random.nextInt(3) - 1);
        }

        Returns returns() {
            Set<DayOfWeek> days = weekdays();
            Span hours = spans(1).getFirst();
            return switch (random.nextInt(5)) {
                case 0 -> new Returns.Always();
                case 1, 2 -> new Returns.OpeningHours(days);
                default -> new Returns.Hours(days, hours.from(), hours.until());
            };
        }
    }

    private static List<LocalDate> daysFrom(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOpenDayIsTheFirstFromTheDayOn(long seed) {
        Choice choice = new Choice(new Random(seed));
        Calendar calendar = choice.calendar();
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate day = choice.day();
            LocalDate open = calendar.openDayFrom(day);
            assertThat(daysFrom(day, open)).filteredOn(calendar::openOn).containsExactly(open);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void openDaysAreCountedExactly(long seed) {
        Choice choice = new Choice(new Random(seed));
        Calendar calendar = choice.calendar();
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate from = choice.day();
            int days = choice.random().nextInt(30);
            LocalDate end = calendar.plusDays(from, days, Count.OPEN_DAYS);
            assertThat(end.equals(from) || calendar.openOn(end)).isTrue();
            assertThat(daysFrom(from.plusDays(1), end))
                    .filteredOn(calendar::openOn)
                    .hasSize(days);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNextOpenMomentIsNotBeforeAndOnAnOpenDay(long seed) {
        Choice choice = new Choice(new Random(seed));
        Calendar calendar = choice.calendar();
        for (int round = 0; round < ROUNDS; round++) {
            Instant from = choice.moment(calendar);
            LocalTime at = choice.time(choice.random().nextInt(MINUTES));
            Instant next = calendar.firstOpenAt(from, at);
            assertThat(next).isAfterOrEqualTo(from);
            // No open day between has the time, not before `from`, any earlier.
            assertThat(daysFrom(calendar.dayOf(from), calendar.dayOf(next)))
                    .filteredOn(calendar::openOn)
                    .extracting(day -> calendar.at(day, at))
                    .filteredOn(moment -> !moment.isBefore(from))
                    .startsWith(next);
            assertThat(calendar.openDayAfterAt(from, at)).isAfterOrEqualTo(calendar.endOf(calendar.dayOf(from)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wallTimesComeInTheirOrderAndWithinTheirDay(long seed) {
        Choice choice = new Choice(new Random(seed));
        Calendar calendar = choice.calendar();
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate day = choice.day();
            Instant before = calendar.endOf(day.minusDays(1));
            for (int minute = 0; minute < MINUTES; minute += 5) {
                Instant at = calendar.at(day, choice.time(minute));
                assertThat(at).isAfterOrEqualTo(before).isBeforeOrEqualTo(calendar.endOf(day));
                before = at;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theWindowIsOpenNowOrTheNextAndNeverCutShort(long seed) {
        Choice choice = new Choice(new Random(seed));
        Calendar calendar = choice.calendar();
        for (int round = 0; round < ROUNDS; round++) {
            Returns returns = choice.returns();
            Instant now = choice.moment(calendar);
            ReturnWindow window = returns.window(now, calendar);
            assertThat(window.closesAt()).isAfter(now);
            LocalDate today = calendar.dayOf(now);
            if (returns instanceof Returns.Always) {
                continue;
            }
            if (window.equals(Returns.NEVER)) {
                assertThat(daysFrom(today, today.plusDays(Calendar.SEARCH_DAYS)))
                        .flatMap(day -> returns.on(day, calendar))
                        .noneMatch(slot -> slot.until().isAfter(now));
                continue;
            }
            assertThat(window.opensAt()).isBefore(window.closesAt());
            List<Slot> taken = daysFrom(today, calendar.dayOf(window.closesAt())).stream()
                    .flatMap(day -> returns.on(day, calendar).stream())
                    .toList();
            // Nothing is taken between now and the window, and nothing begins as the window closes.
            assertThat(taken)
                    .allMatch(slot -> !slot.until().isAfter(now) || !slot.from().isBefore(window.opensAt()))
                    .noneMatch(slot -> slot.from().equals(window.closesAt()))
                    .anyMatch(slot -> slot.until().equals(window.closesAt()));
            LocalDate first = returns.dayFrom(calendar.dayOf(window.opensAt()), calendar);
            assertThat(first).isEqualTo(calendar.dayOf(window.opensAt()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void slotsLieWithinTheHoursApartAndFillThem(long seed) {
        Choice choice = new Choice(new Random(seed));
        Calendar calendar = choice.calendar();
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate day = calendar.openDayFrom(choice.day());
            Duration length = Duration.ofMinutes(5 + choice.random().nextInt(56));
            List<Slot> slots = calendar.slots(day, length);
            List<Slot> openings = calendar.openings(day);
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                assertThat(Duration.between(slot.from(), slot.until())).isEqualTo(length);
                assertThat(calendar.openAt(slot.from())).isTrue();
                assertThat(openings)
                        .filteredOn(open -> !slot.from().isBefore(open.from())
                                && !slot.until().isAfter(open.until()))
                        .hasSize(1);
                assertThat(i == 0 || !slot.from().isBefore(slots.get(i - 1).until()))
                        .isTrue();
            }
            long whole = openings.stream()
                    .mapToLong(
                            open -> Duration.between(open.from(), open.until()).dividedBy(length))
                    .sum();
            assertThat(slots).hasSize((int) whole);
        }
    }
}

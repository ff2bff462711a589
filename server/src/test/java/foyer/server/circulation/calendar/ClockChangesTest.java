package foyer.server.circulation.calendar;

import static foyer.server.circulation.calendar.CalendarTest.calendar;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.station.ServerMessage.ReturnWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The days on which wall clocks change. Riga and Athens skip 03:00-04:00 in March and have it twice in October; other
 * zones change at midnight, over midnight, by half an hour or by a whole day.
 */
class ClockChangesTest {
    private static Calendar everyDay(String zone, String hours) {
        return calendar(
                ZoneId.of(zone),
                Arrays.stream(DayOfWeek.values()).map(day -> day + " " + hours).collect(Collectors.joining(";")),
                Holidays.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Riga, 2026-03-28, 2026-03-28T22:00:00Z, 24",
        "Europe/Riga, 2026-03-29, 2026-03-29T21:00:00Z, 23",
        "Europe/Riga, 2026-03-30, 2026-03-30T21:00:00Z, 24",
        "Europe/Athens, 2026-03-29, 2026-03-29T21:00:00Z, 23",
        "Europe/Athens, 2026-10-25, 2026-10-25T22:00:00Z, 25",
        "Europe/Riga, 2026-10-25, 2026-10-25T22:00:00Z, 25",
        // Days that begin at 01:00.
        "Asia/Beirut, 2024-03-30, 2024-03-30T22:00:00Z, 24",
        "Asia/Beirut, 2024-03-31, 2024-03-31T21:00:00Z, 23",
        "America/Havana, 2024-03-09, 2024-03-10T05:00:00Z, 24",
        "America/Havana, 2024-03-10, 2024-03-11T04:00:00Z, 23",
        // The first hour twice; the last hour twice; the last hour skipped.
        "America/Havana, 2024-11-03, 2024-11-04T05:00:00Z, 25",
        "Asia/Beirut, 2024-10-26, 2024-10-26T22:00:00Z, 25",
        "America/Nuuk, 2024-03-30, 2024-03-31T01:00:00Z, 23",
        // From 00:01 of the next day back to 23:01: the day is over when midnight comes for good.
        "America/St_Johns, 2010-11-06, 2010-11-07T03:30:00Z, 25",
        "America/St_Johns, 2010-11-07, 2010-11-08T03:30:00Z, 24",
        // A day that was not.
        "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z, 0"
    })
    void aDayEndsWhenItsNextBegins(String zone, LocalDate day, Instant end, int hours) {
        Calendar branch = everyDay(zone, "00:00-00:00");
        assertThat(branch.endOf(day)).isEqualTo(end);
        assertThat(branch.at(day.plusDays(1), LocalTime.MIDNIGHT)).isEqualTo(end);
        assertThat(Duration.between(branch.endOf(day.minusDays(1)), end)).isEqualTo(Duration.ofHours(hours));
        assertThat(branch.dayOf(end)).isEqualTo(day.plusDays(1));
        assertThat(branch.slots(day, Duration.ofHours(1))).hasSize(hours);
        if (hours > 0) {
            assertThat(branch.dayOf(end.minusNanos(1))).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Riga, 2026-03-29T02:59:59, 2026-03-29T00:59:59Z",
        "Europe/Riga, 2026-03-29T03:00:00, 2026-03-29T01:00:00Z",
        "Europe/Riga, 2026-03-29T03:30:00, 2026-03-29T01:00:00Z",
        "Europe/Riga, 2026-03-29T04:00:00, 2026-03-29T01:00:00Z",
        "Europe/Riga, 2026-03-29T04:00:01, 2026-03-29T01:00:01Z",
        "Europe/Athens, 2026-10-25T02:59:59, 2026-10-24T23:59:59Z",
        "Europe/Athens, 2026-10-25T03:00:00, 2026-10-25T00:00:00Z",
        "Europe/Athens, 2026-10-25T03:59:59, 2026-10-25T00:59:59Z",
        "Europe/Athens, 2026-10-25T04:00:00, 2026-10-25T02:00:00Z",
        "Asia/Beirut, 2024-03-31T00:30:00, 2024-03-30T22:00:00Z",
        "America/Nuuk, 2024-03-30T23:30:00, 2024-03-31T01:00:00Z",
        "America/Havana, 2024-11-03T00:30:00, 2024-11-03T04:30:00Z",
        "Australia/Lord_Howe, 2024-10-06T02:15:00, 2024-10-05T15:30:00Z",
        "America/St_Johns, 2010-11-06T23:30:00, 2010-11-07T02:00:00Z",
        "America/St_Johns, 2010-11-07T00:00:30, 2010-11-07T03:30:30Z"
    })
    void aSkippedTimeIsWhenItIsSkippedAndARepeatedTimeTheFirst(String zone, String wall, Instant instant) {
        String[] parts = wall.split("T", -1);
        assertThat(everyDay(zone, "10:00-11:00").at(LocalDate.parse(parts[0]), LocalTime.parse(parts[1])))
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Riga   | 2026-03-29 | 03:00-04:00 | 30 | ",
                "Europe/Riga   | 2026-03-28 | 03:00-04:00 | 30 | 01:00 01:30",
                "Europe/Athens | 2026-03-29 | 03:15-03:45 | 30 | ",
                "Europe/Athens | 2026-03-29 | 02:30-03:30 | 30 | 00:30",
                "Europe/Athens | 2026-03-29 | 03:30-05:00 | 30 | 01:00 01:30",
                "Europe/Riga   | 2026-03-29 | 02:00-05:00 | 60 | 00:00 01:00",
                "Europe/Riga   | 2026-10-25 | 03:00-04:00 | 30 | 00:00 00:30 01:00 01:30",
                "Europe/Athens | 2026-10-25 | 03:30-04:30 | 60 | 00:30 01:30",
                // Two spans that meet in the hour that comes twice stay apart.
                "Europe/Athens | 2026-10-25 | 02:30-03:30,03:30-04:30 | 60 | 23:30 00:30 01:30",
                "Asia/Beirut   | 2024-03-31 | 00:00-01:00 | 30 | ",
                "Asia/Beirut   | 2024-03-31 | 00:00-02:00 | 30 | 22:00 22:30",
                "Asia/Beirut   | 2024-10-26 | 23:00-00:00 | 60 | 20:00 21:00"
            })
    void slotsAreCutFromTheHoursThatPass(String zone, LocalDate day, String hours, int minutes, String starts) {
        Calendar branch = everyDay(zone, hours);
        List<Slot> slots = branch.slots(day, Duration.ofMinutes(minutes));
        assertThat(slots.stream()
                        .map(slot -> slot.from().toString().substring(11, 16))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(starts == null ? "" : starts);
        assertThat(slots).allMatch(slot -> branch.openAt(slot.from()));
        assertThat(branch.openOn(day)).isTrue();
    }

    /** The second half past three of a day is not another "at half past three". */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:29:59Z, 2026-10-25T00:30:00Z",
        "2026-10-25T00:30:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25T00:30:01Z, 2026-10-26T01:30:00Z",
        "2026-10-25T01:30:00Z, 2026-10-26T01:30:00Z",
        // Skipped in March: at the moment it is skipped.
        "2026-03-29T00:59:59Z, 2026-03-29T01:00:00Z",
        "2026-03-29T01:00:01Z, 2026-03-30T00:30:00Z"
    })
    void A7_onceADayEvenWhenTheHourComesTwice(Instant from, Instant next) {
        assertThat(everyDay("Europe/Riga", "10:00-18:00").firstOpenAt(from, LocalTime.of(3, 30)))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        // A flap whose only hour is skipped opens on the next day.
        "2026-03-28T23:00:00Z, 2026-03-30T00:00:00Z, 2026-03-30T01:00:00Z",
        "2026-03-28T01:59:59Z, 2026-03-28T01:00:00Z, 2026-03-28T02:00:00Z",
        "2026-03-28T02:00:00Z, 2026-03-30T00:00:00Z, 2026-03-30T01:00:00Z",
        // In October it stays open for both.
        "2026-10-25T01:59:59Z, 2026-10-25T00:00:00Z, 2026-10-25T02:00:00Z"
    })
    void theFlapFollowsTheWallClock(Instant now, Instant opens, Instant closes) {
        Calendar branch = everyDay("Europe/Riga", "03:00-04:00");
        Set<DayOfWeek> daily = Set.of(DayOfWeek.values());
        Returns own = new Returns.Hours(daily, LocalTime.of(3, 0), LocalTime.of(4, 0));
        assertThat(own.window(now, branch)).isEqualTo(new ReturnWindow(opens, closes));
        assertThat(new Returns.OpeningHours(daily).window(now, branch)).isEqualTo(new ReturnWindow(opens, closes));
        assertThat(own.dayFrom(branch.dayOf(now), branch))
                .isEqualTo(
                        branch.dayOf(now).equals(LocalDate.of(2026, 3, 29))
                                ? LocalDate.of(2026, 3, 30)
                                : branch.dayOf(now));
    }
}

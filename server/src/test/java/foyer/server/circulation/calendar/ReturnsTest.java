package foyer.server.circulation.calendar;

import static foyer.server.circulation.calendar.CalendarTest.ATHENS;
import static foyer.server.circulation.calendar.CalendarTest.calendar;
import static foyer.server.circulation.calendar.CalendarTest.special;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import foyer.station.ServerMessage.ReturnWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnsTest {
    private static final Set<DayOfWeek> DAILY = Set.of(DayOfWeek.values());
    private static final Set<DayOfWeek> FRIDAYS = Set.of(DayOfWeek.FRIDAY);
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime TWENTY = LocalTime.of(20, 0);

    /** Closed on Friday 27 November 2026 and open on Whit Monday, which is a holiday. */
    private static final Calendar KALAMARIA = calendar(
            ATHENS,
            "MONDAY 08:00-14:00; WEDNESDAY 08:00-14:00,17:00-20:00; THURSDAY 08:00-13:00,13:00-20:00;"
                    + " FRIDAY 08:00-14:00",
            Holidays.GREECE,
            special("2026-11-27", ""),
            special("2026-06-01", "10:00-12:00"));

    private static void assertWindow(Returns returns, Instant now, Instant opens, Instant closes) {
        assertThat(returns.window(now, KALAMARIA)).isEqualTo(new ReturnWindow(opens, closes));
    }

    @ParameterizedTest
    @CsvSource({
        // Wednesday: before, within and between the two spans, at each bound.
        "2026-11-18T05:59:59Z, 2026-11-18T06:00:00Z, 2026-11-18T12:00:00Z",
        "2026-11-18T06:00:00Z, 2026-11-18T06:00:00Z, 2026-11-18T12:00:00Z",
        "2026-11-18T11:59:59Z, 2026-11-18T06:00:00Z, 2026-11-18T12:00:00Z",
        "2026-11-18T12:00:00Z, 2026-11-18T15:00:00Z, 2026-11-18T18:00:00Z",
        // Thursday's two spans touch.
        "2026-11-18T18:00:00Z, 2026-11-19T06:00:00Z, 2026-11-19T18:00:00Z",
        "2026-11-19T12:00:00Z, 2026-11-19T06:00:00Z, 2026-11-19T18:00:00Z",
        // Past the closure and the weekend to Monday; the special opening's own hours.
        "2026-11-26T18:00:00Z, 2026-11-30T06:00:00Z, 2026-11-30T12:00:00Z",
        "2026-05-30T09:00:00Z, 2026-06-01T07:00:00Z, 2026-06-01T09:00:00Z"
    })
    void B2_returnsInTheBranchsOpeningHours(Instant now, Instant opens, Instant closes) {
        assertWindow(new Returns.OpeningHours(DAILY), now, opens, closes);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T10:00:00Z, 2026-11-20T06:00:00Z, 2026-11-20T12:00:00Z",
        "2026-11-20T05:59:59Z, 2026-11-20T06:00:00Z, 2026-11-20T12:00:00Z",
        "2026-11-20T11:59:59Z, 2026-11-20T06:00:00Z, 2026-11-20T12:00:00Z",
        // The Friday after is closed, so another week.
        "2026-11-20T12:00:00Z, 2026-12-04T06:00:00Z, 2026-12-04T12:00:00Z",
        // Good Friday; summer time.
        "2026-04-03T11:00:00Z, 2026-04-17T05:00:00Z, 2026-04-17T11:00:00Z"
    })
    void B3_onFridaysOnlyInOpeningHours(Instant now, Instant opens, Instant closes) {
        assertWindow(new Returns.OpeningHours(FRIDAYS), now, opens, closes);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T10:00:00Z, 2026-11-20T06:00:00Z, 2026-11-20T18:00:00Z",
        "2026-11-20T05:59:59Z, 2026-11-20T06:00:00Z, 2026-11-20T18:00:00Z",
        "2026-11-20T17:59:59Z, 2026-11-20T06:00:00Z, 2026-11-20T18:00:00Z",
        "2026-11-20T18:00:00Z, 2026-12-04T06:00:00Z, 2026-12-04T18:00:00Z",
        "2026-07-02T10:00:00Z, 2026-07-03T05:00:00Z, 2026-07-03T17:00:00Z"
    })
    void B3_onFridaysOnlyAtTheFlapsOwnHours(Instant now, Instant opens, Instant closes) {
        assertWindow(new Returns.Hours(FRIDAYS, EIGHT, TWENTY), now, opens, closes);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21", // a Saturday has no desk, and the flap needs none
        "2026-11-27, 2026-11-28", // closed by a special day
        "2026-10-28, 2026-10-29", // a holiday
        "2026-06-01, 2026-06-01" // a holiday with a special opening
    })
    void aFlapNeedsNoDeskButRestsOnHolidaysAndClosures(LocalDate day, LocalDate taken) {
        assertThat(new Returns.Hours(DAILY, EIGHT, TWENTY).dayFrom(day, KALAMARIA))
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 2026-11-19, 2026-11-20",
        "2026-11-20, 2026-11-20, 2026-11-20",
        "2026-11-21, 2026-11-23, 2026-12-04",
        "2026-04-04, 2026-04-06, 2026-04-17"
    })
    void theFirstDayOnWhichReturnsAreTaken(LocalDate day, LocalDate daily, LocalDate friday) {
        assertThat(new Returns.OpeningHours(DAILY).dayFrom(day, KALAMARIA)).isEqualTo(daily);
        assertThat(new Returns.OpeningHours(FRIDAYS).dayFrom(day, KALAMARIA)).isEqualTo(friday);
        assertThat(new Returns.Always().dayFrom(day, KALAMARIA)).isEqualTo(day);
    }

    @Test
    void alwaysIsOneWindowThatNeverChanges() {
        Returns always = new Returns.Always();
        assertThat(always.window(Instant.parse("2026-11-27T10:00:00Z"), KALAMARIA))
                .isEqualTo(always.window(Instant.parse("2027-11-23T10:00:00Z"), KALAMARIA))
                .isEqualTo(new ReturnWindow(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z")));
        assertThat(always.on(LocalDate.of(2026, 11, 27), KALAMARIA))
                .containsExactly(
                        new Slot(Instant.parse("2026-11-26T22:00:00Z"), Instant.parse("2026-11-27T22:00:00Z")));
    }

    /** Around the clock but for the closure: a station without network stays open over midnight. */
    @Test
    void hoursThatTouchOverMidnightAreOneWindow() {
        Returns roundTheClock = new Returns.Hours(DAILY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertWindow(
                roundTheClock,
                Instant.parse("2026-11-24T10:00:00Z"),
                Instant.parse("2026-11-23T22:00:00Z"),
                Instant.parse("2026-11-26T22:00:00Z"));
        assertWindow(
                roundTheClock,
                Instant.parse("2026-11-27T10:00:00Z"),
                Instant.parse("2026-11-27T22:00:00Z"),
                Instant.parse("2026-12-24T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"399, true", "400, true", "401, false"})
    void aWindowIsLookedForFourHundredDaysAhead(int opensAfter, boolean found) {
        LocalDate day = LocalDate.of(2026, 1, 5);
        LocalDate open = day.plusDays(opensAfter);
        Calendar branch = calendar(ATHENS, "", Holidays.NONE, special(open.toString(), "08:00-20:00"));
        Returns returns = new Returns.OpeningHours(DAILY);
        ReturnWindow only = new ReturnWindow(branch.at(open, EIGHT), branch.at(open, TWENTY));
        assertThat(returns.window(branch.at(day, EIGHT), branch)).isEqualTo(found ? only : Returns.NEVER);
        assertThat(returns.dayFrom(day, branch)).isEqualTo(found ? open : day);
        assertThat(returns.window(only.closesAt().minusNanos(1), branch)).isEqualTo(only);
        assertThat(returns.window(only.closesAt(), branch)).isEqualTo(Returns.NEVER);
    }

    @Test
    void returnsOnNoDayOrAtNoTimeAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Returns.OpeningHours(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Returns.Hours(Set.of(), EIGHT, TWENTY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Returns.Hours(FRIDAYS, EIGHT, EIGHT));
    }
}

package foyer.server.circulation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
    static final ZoneId RIGA = ZoneId.of("Europe/Riga");
    static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
    private static final String MONDAY_TO_FRIDAY = "MONDAY 10:00-18:00; TUESDAY 10:00-14:00,15:00-19:00;"
            + " WEDNESDAY 10:00-18:00; THURSDAY 10:00-18:00; FRIDAY 10:00-18:00";

    /** A branch in Līvāni: closed for stock-taking on a Thursday, open for Museum Night on a holiday's Sunday. */
    private static final Calendar LIVANI = calendar(
            RIGA,
            MONDAY_TO_FRIDAY,
            Holidays.LATVIA,
            special("2026-04-09", ""),
            special("2026-05-10", "16:00-00:00"),
            special("2026-05-11", "12:00-16:00"));

    private static final Calendar NEVER_OPEN = calendar(RIGA, "", Holidays.NONE);

    static Calendar calendar(ZoneId zone, String week, Holidays holidays, Special... specials) {
        Map<LocalDate, Special> byDay =
                Arrays.stream(specials).collect(Collectors.toMap(Special::day, Function.identity()));
        return new Calendar(zone, Week.of(week), holidays, byDay);
    }

    static Special special(String day, String hours) {
        List<Span> spans = hours.isEmpty()
                ? List.of()
                : Arrays.stream(hours.split(",", -1)).map(Span::of).toList();
        return new Special(LocalDate.parse(day), spans, "as the door says");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-07, '10:00-14:00,15:00-19:00'", // a Tuesday
        "2026-04-11, ''", // a Saturday
        "2026-04-03, ''", // Good Friday
        "2026-04-09, ''", // a closure beats the week
        "2026-05-10, '16:00-00:00'", // an opening beats the week and the holiday
        "2026-05-11, '12:00-16:00'" // other hours beat the week
    })
    void aSpecialDayBeatsTheHolidayAndAHolidayBeatsTheWeek(LocalDate day, String hours) {
        assertThat(LIVANI.hours(day).stream().map(Span::text).collect(Collectors.joining(",")))
                .isEqualTo(hours);
        assertThat(LIVANI.openOn(day)).isEqualTo(!hours.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-07T06:59:59.999Z, false",
        "2026-04-07T07:00:00Z, true",
        "2026-04-07T10:59:59.999Z, true",
        "2026-04-07T11:00:00Z, false",
        "2026-04-07T12:00:00Z, true",
        "2026-04-07T16:00:00Z, false",
        // Until the end of the day, and not into the next.
        "2026-05-10T20:59:59.999Z, true",
        "2026-05-10T21:00:00Z, false"
    })
    void openFromTheFirstMomentToTheLast(Instant moment, boolean open) {
        assertThat(LIVANI.openAt(moment)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T20:59:59.999Z, 2026-03-31",
        "2026-03-31T21:00:00Z, 2026-04-01",
        "2026-01-31T21:59:59.999Z, 2026-01-31",
        "2026-01-31T22:00:00Z, 2026-02-01"
    })
    void theDayIsTheBranchsOwn(Instant moment, LocalDate day) {
        assertThat(LIVANI.dayOf(moment)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-04-01",
        "2026-04-02, 2026-04-02",
        "2026-04-03, 2026-04-07", // Good Friday to Easter Monday
        "2026-04-06, 2026-04-07",
        "2026-04-09, 2026-04-10",
        "2026-05-09, 2026-05-10"
    })
    void theOpenDayIsTheDayItselfOrTheNext(LocalDate day, LocalDate open) {
        assertThat(LIVANI.openDayFrom(day)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"399, 399", "400, 400", "401, 0"})
    void anOpenDayIsLookedForFourHundredDaysAhead(int opensAfter, int found) {
        LocalDate day = LocalDate.of(2026, 1, 5);
        Calendar branch = calendar(
                RIGA, "", Holidays.NONE, special(day.plusDays(opensAfter).toString(), "10:00-12:00"));
        assertThat(branch.openDayFrom(day)).isEqualTo(day.plusDays(found));
    }

    @ParameterizedTest
    @CsvSource({
        // Over Easter and the stock-taking.
        "2026-04-01, 0, 2026-04-01, 2026-04-01",
        "2026-04-01, 1, 2026-04-02, 2026-04-02",
        "2026-04-01, 2, 2026-04-03, 2026-04-07",
        "2026-04-01, 3, 2026-04-04, 2026-04-08",
        "2026-04-01, 4, 2026-04-05, 2026-04-10",
        // From a closed day: it counts for nothing, nor does it move when nothing is counted.
        "2026-04-04, 0, 2026-04-04, 2026-04-04",
        "2026-04-04, 1, 2026-04-05, 2026-04-07",
        "2026-04-04, 3, 2026-04-07, 2026-04-10"
    })
    void A8_thePickupPeriodCountsDaysOrOpenDays(LocalDate from, int days, LocalDate calendar, LocalDate open) {
        assertThat(LIVANI.plusDays(from, days, Count.CALENDAR_DAYS)).isEqualTo(calendar);
        assertThat(LIVANI.plusDays(from, days, Count.OPEN_DAYS)).isEqualTo(open);
    }

    @Test
    void aPeriodIsNotNegative() {
        for (Count count : Count.values()) {
            assertThatIllegalArgumentException().isThrownBy(() -> LIVANI.plusDays(LocalDate.of(2026, 4, 1), -1, count));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T07:00:00Z, 2026-04-01T08:00:00Z", // Tuesday 10:00
        "2026-04-01T20:59:59Z, 2026-04-02T08:00:00Z", // Wednesday, the last second
        "2026-04-01T21:00:00Z, 2026-04-07T08:00:00Z", // Maundy Thursday, the first second: after Easter
        "2026-04-02T20:59:59Z, 2026-04-07T08:00:00Z",
        "2026-04-08T07:00:00Z, 2026-04-10T08:00:00Z", // over the closure
        "2026-05-08T07:00:00Z, 2026-05-10T08:00:00Z", // to the special opening
        "2026-10-23T07:00:00Z, 2026-10-26T09:00:00Z" // over the end of summer time
    })
    void A10_theOutcomeIsSeenFromElevenOnTheNextWorkingDay(Instant decided, Instant seen) {
        assertThat(LIVANI.openDayAfterAt(decided, LocalTime.of(11, 0))).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-02T06:59:59.999Z, 2026-04-02T07:00:00Z",
        "2026-04-02T07:00:00Z, 2026-04-02T07:00:00Z",
        "2026-04-02T07:00:00.001Z, 2026-04-07T07:00:00Z",
        "2026-04-04T07:00:00Z, 2026-04-07T07:00:00Z",
        "2026-03-27T08:00:00Z, 2026-03-27T08:00:00Z",
        "2026-03-27T08:00:00.001Z, 2026-03-30T07:00:00Z" // over the beginning of summer time
    })
    void A7_holdsAreReviewedEachWorkingDayFromTen(Instant from, Instant review) {
        assertThat(LIVANI.firstOpenAt(from, LocalTime.of(10, 0))).isEqualTo(review);
    }

    @Test
    void aBranchThatNeverOpensStopsNobody() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        Instant tenAtRiga = Instant.parse("2026-04-01T07:00:00Z");
        assertThat(NEVER_OPEN.plusDays(day, 3, Count.OPEN_DAYS)).isEqualTo(day.plusDays(3));
        assertThat(NEVER_OPEN.openDayAfterAt(tenAtRiga, LocalTime.of(10, 0)))
                .isEqualTo(tenAtRiga.plus(Duration.ofDays(1)));
        assertThat(NEVER_OPEN.firstOpenAt(tenAtRiga, LocalTime.of(10, 0))).isEqualTo(tenAtRiga);
        assertThat(NEVER_OPEN.firstOpenAt(tenAtRiga.plusNanos(1), LocalTime.of(10, 0)))
                .isEqualTo(tenAtRiga.plus(Duration.ofDays(1)));
    }

    /** Tuesday 10:00-13:59 and 15:00-19:00, at 07:00 and 12:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "59, 07:00 07:59 08:58 09:57 12:00 12:59 13:58 14:57",
        "60, 07:00 08:00 09:00 12:00 13:00 14:00 15:00",
        "61, 07:00 08:01 09:02 12:00 13:01 14:02",
        "239, 07:00 12:00",
        "240, 12:00",
        "241, ''"
    })
    void slotsFillEachSpanAndWhatIsLeftIsNotOffered(int minutes, String starts) {
        Calendar branch = calendar(RIGA, "TUESDAY 10:00-13:59,15:00-19:00", Holidays.NONE);
        List<Slot> slots = branch.slots(LocalDate.of(2026, 4, 7), Duration.ofMinutes(minutes));
        assertThat(slots.stream()
                        .map(slot -> slot.from().toString().substring(11, 16))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(starts);
        assertThat(slots).allMatch(slot -> slot.until().equals(slot.from().plus(Duration.ofMinutes(minutes))));
    }

    @ParameterizedTest
    @CsvSource({"PT59.999999999S, false", "PT1M, true", "PT24H, true", "PT24H0.000000001S, false", "PT0S, false"})
    void aSlotLastsFromAMinuteToADay(Duration length, boolean taken) {
        Calendar branch = calendar(RIGA, "TUESDAY 00:00-00:00", Holidays.NONE);
        LocalDate day = LocalDate.of(2026, 4, 7);
        if (taken) {
            assertThat(branch.slots(day, length))
                    .hasSize((int) Duration.ofDays(1).dividedBy(length));
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> branch.slots(day, length));
        }
    }

    @Test
    void aSlotHasALength() {
        Instant now = Instant.parse("2026-04-07T12:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> new Slot(now, now));
    }

    @Test
    void aSpecialDayIsFiledUnderItself() {
        Special feast = special("2026-10-26", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Calendar(ATHENS, Week.of(""), Holidays.GREECE, Map.of(LocalDate.of(2026, 10, 27), feast)))
                .withMessage("2026-10-26 is filed under 2026-10-27");
    }
}

package foyer.server.circulation.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTest {
    private static final LocalTime TEN = LocalTime.of(10, 0);

    @ParameterizedTest
    @CsvSource({
        "10:00, 10:01, true",
        "10:00, 10:00, false",
        "10:00, 09:59, false",
        // Midnight is the end of the day, not its beginning.
        "10:00, 00:00, true",
        "00:00, 00:00, true",
        "23:59, 00:00, true",
        "10:00, 00:01, false"
    })
    void aSpanEndsAfterItBegins(LocalTime from, LocalTime until, boolean taken) {
        if (taken) {
            assertThat(new Span(from, until)).isEqualTo(Span.of(from + "-" + until));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Span(from, until))
                    .withMessage(from + "-" + until + " ends before it begins");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10:00-14:00, 14:01-19:00, true",
        "10:00-14:00, 14:00-19:00, true",
        "10:00-14:00, 13:59-19:00, false",
        "15:00-19:00, 10:00-14:00, false",
        "10:00-00:00, 23:00-00:00, false",
        "10:00-14:00, 10:00-14:00, false"
    })
    void spansOfADayComeOneAfterTheOther(String first, String second, boolean taken) {
        List<Span> spans = List.of(Span.of(first), Span.of(second));
        LocalDate day = LocalDate.of(2026, 3, 2);
        if (taken) {
            assertThat(new Week(Map.of(DayOfWeek.TUESDAY, spans)).on(DayOfWeek.TUESDAY))
                    .isEqualTo(spans);
            assertThat(new Special(day, spans, "concert").open()).isEqualTo(spans);
        } else {
            String words = ": " + second + " begins before " + first + " has ended";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Week(Map.of(DayOfWeek.TUESDAY, spans)))
                    .withMessage("TUESDAY" + words);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Special(day, spans, "concert"))
                    .withMessage("2026-03-02" + words);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MONDAY 10:00-18:00; TUESDAY 10:00-14:00,15:00-19:00",
                "SUNDAY 00:00-00:00",
                "MONDAY 00:00-09:30,09:30-00:00; SATURDAY 10:00-10:00:30"
            })
    void aWeekComesBackFromItsText(String text) {
        assertThat(Week.of(text).text()).isEqualTo(text);
        assertThat(Week.of(Week.of(text).text())).isEqualTo(Week.of(text));
    }

    @Test
    void aWeekTypedByHandIsRead() {
        assertThat(Week.of("  tuesday  10:00 - 14:00 , 15:00-19:00 ;Monday 10:00-18:00 "))
                .isEqualTo(Week.of("MONDAY 10:00-18:00; TUESDAY 10:00-14:00,15:00-19:00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "MONTAG 10:00-18:00 | 'MONTAG' is no day of the week, as MONDAY is",
                "MONDAY 10:00-18:00; | '' is no day of the week, as MONDAY is",
                "MONDAY | MONDAY has no hours; a closed day is left out",
                "MONDAY 10:00-18:00; MONDAY 19:00-20:00 | MONDAY is named twice",
                "FRIDAY 9:00-18:00 | FRIDAY: '9:00' is no time of day, as 09:30 is; the end of a day is 00:00",
                "FRIDAY 09:00-24:00 | FRIDAY: '24:00' is no time of day, as 09:30 is; the end of a day is 00:00",
                "FRIDAY 09:00 | FRIDAY: '09:00' is no part of a day, as 10:00-18:00 is",
                "FRIDAY 09:00-10:00-11:00 | FRIDAY: '09:00-10:00-11:00' is no part of a day, as 10:00-18:00 is",
                "FRIDAY 09:00-10:00, | FRIDAY: '' is no part of a day, as 10:00-18:00 is",
                "FRIDAY 18:00-09:00 | FRIDAY: 18:00-09:00 ends before it begins",
                "FRIDAY 09:00-12:00,11:00-13:00 | FRIDAY: 11:00-13:00 begins before 09:00-12:00 has ended"
            })
    void aBadWeekIsRefusedInWordsThatNameWhatIsWrong(String text, String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> Week.of(text)).withMessage(words);
    }

    @Test
    void aMissingDayIsClosedAndSoIsAnEmptyOne() {
        Week week = new Week(
                Map.of(DayOfWeek.MONDAY, List.of(), DayOfWeek.TUESDAY, List.of(new Span(TEN, TEN.plusHours(1)))));
        assertThat(week.on(DayOfWeek.MONDAY)).isEmpty();
        assertThat(week.on(DayOfWeek.WEDNESDAY)).isEmpty();
        assertThat(week).isEqualTo(Week.of("TUESDAY 10:00-11:00"));
    }

    @Test
    void whatItWasMadeFromMayChange() {
        List<Span> spans = new ArrayList<>(List.of(new Span(TEN, TEN.plusHours(1))));
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(Map.of(DayOfWeek.TUESDAY, spans));
        Week week = new Week(days);
        spans.clear();
        days.clear();
        assertThat(week.text()).isEqualTo("TUESDAY 10:00-11:00");
    }
}

package foyer.server.circulation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {
    /** Published dates; first the earliest and the latest a year can have. */
    @ParameterizedTest
    @CsvSource({
        "1818-03-22", "1943-04-25", "2008-03-23", "2010-04-04", "2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20",
        "2015-04-05", "2016-03-27", "2017-04-16", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17",
        "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
        "2038-04-25", "2049-04-18", "2076-04-19"
    })
    void westernEasterIsAsPublished(LocalDate easter) {
        assertThat(Easter.western(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        "1983-05-08",
        "2008-04-27",
        "2010-04-04",
        "2011-04-24",
        "2012-04-15",
        "2013-05-05",
        "2014-04-20",
        "2015-04-12",
        "2016-05-01",
        "2017-04-16",
        "2018-04-08",
        "2019-04-28",
        "2020-04-19",
        "2021-05-02",
        "2022-04-24",
        "2023-04-16",
        "2024-05-05",
        "2025-04-20",
        "2026-04-12",
        "2027-05-02",
        "2028-04-16",
        "2029-04-08",
        "2030-04-28",
        // The calendars are 13 days apart until February 2100, and then 14.
        "2099-04-12",
        "2100-05-02",
        "2101-04-24"
    })
    void orthodoxEasterIsAsPublished(LocalDate easter) {
        assertThat(Easter.orthodox(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 4 May on a Saturday, Sunday and Monday; 18 November on a Monday, Tuesday and Wednesday.
                "2024 | 01-01 03-29 03-31 04-01 05-01 05-04 05-06 05-12 05-19 06-23 06-24 11-18 12-24 12-25 12-26 12-31",
                "2025 | 01-01 04-18 04-20 04-21 05-01 05-04 05-05 05-11 06-08 06-23 06-24 11-18 12-24 12-25 12-26 12-31",
                "2026 | 01-01 04-03 04-05 04-06 05-01 05-04 05-10 05-24 06-23 06-24 11-18 12-24 12-25 12-26 12-31",
                // 18 November on a Saturday, Friday and Sunday; Mother's Day at its earliest and its latest.
                "2023 | 01-01 04-07 04-09 04-10 05-01 05-04 05-14 05-28 06-23 06-24 11-18 11-20 12-24 12-25 12-26 12-31",
                "2022 | 01-01 04-15 04-17 04-18 05-01 05-04 05-08 06-05 06-23 06-24 11-18 12-24 12-25 12-26 12-31",
                "2029 | 01-01 03-30 04-01 04-02 05-01 05-04 05-13 05-20 06-23 06-24 11-18 11-19 12-24 12-25 12-26 12-31"
            })
    void latviaRests(int year, String days) {
        assertThat(Holidays.LATVIA.of(year)).containsExactlyElementsOf(days(year, days));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024 | 01-01 01-06 03-18 03-25 05-01 05-03 05-05 05-06 06-24 08-15 10-28 12-25 12-26",
                "2025 | 01-01 01-06 03-03 03-25 04-18 04-20 04-21 05-01 06-09 08-15 10-28 12-25 12-26",
                "2026 | 01-01 01-06 02-23 03-25 04-10 04-12 04-13 05-01 06-01 08-15 10-28 12-25 12-26",
                "2027 | 01-01 01-06 03-15 03-25 04-30 05-01 05-02 05-03 06-21 08-15 10-28 12-25 12-26"
            })
    void greeceRests(int year, String days) {
        assertThat(Holidays.GREECE.of(year)).containsExactlyElementsOf(days(year, days));
    }

    @Test
    void whoKeepsNoHolidaysHasNone() {
        assertThat(Holidays.NONE.of(2026)).isEmpty();
    }

    private static List<LocalDate> days(int year, String days) {
        return Arrays.stream(days.split(" ", -1))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();
    }
}

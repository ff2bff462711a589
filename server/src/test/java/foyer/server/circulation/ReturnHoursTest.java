package foyer.server.circulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.station.ServerMessage.ReturnWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain B3: a library that takes returns on Fridays only. */
class ReturnHoursTest {
    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
    private static final ReturnHours FRIDAYS =
            new ReturnHours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(20, 0));

    @ParameterizedTest
    @CsvSource({
        // Monday: the coming Friday.
        "2026-11-23T10:00:00Z, 2026-11-27T06:00:00Z, 2026-11-27T18:00:00Z",
        // Friday before, within, at the last moment, and after.
        "2026-11-27T05:59:59Z, 2026-11-27T06:00:00Z, 2026-11-27T18:00:00Z",
        "2026-11-27T17:59:59Z, 2026-11-27T06:00:00Z, 2026-11-27T18:00:00Z",
        "2026-11-27T18:00:00Z, 2026-12-04T06:00:00Z, 2026-12-04T18:00:00Z",
        // Summer time.
        "2026-07-02T10:00:00Z, 2026-07-03T05:00:00Z, 2026-07-03T17:00:00Z"
    })
    void theWindowIsTheOpenOneOrTheNext(Instant now, Instant opens, Instant closes) {
        assertThat(FRIDAYS.window(now, ATHENS)).isEqualTo(new ReturnWindow(opens, closes));
    }

    @Test
    void alwaysIsOneWindowThatNeverChanges() {
        ReturnHours always = new ReturnHours(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(always.window(Instant.parse("2026-11-23T10:00:00Z"), ATHENS))
                .isEqualTo(always.window(Instant.parse("2027-11-23T10:00:00Z"), ATHENS));
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreNone() {
        assertThatThrownBy(() -> new ReturnHours(Set.of(DayOfWeek.FRIDAY), LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReturnHours(Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package foyer.server.circulation;

import foyer.station.ServerMessage.ReturnWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When the door takes returns (domain B2, B3), in the branch's local time.
 *
 * @param days on which days; at least one
 * @param from the first minute
 * @param until the first minute after; midnight means the whole rest of the day
 */
public record ReturnHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    /** The last instant a four-digit year can name: a door that always takes returns never has to be told again. */
    private static final ReturnWindow ALWAYS = new ReturnWindow(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

    public ReturnHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("returns need at least one day");
        }
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("returns end after they begin");
        }
    }

    /** The window that is open at {@code now}, or else the next one. */
    public ReturnWindow window(Instant now, ZoneId zone) {
        if (days.size() == DayOfWeek.values().length
                && from.equals(LocalTime.MIDNIGHT)
                && until.equals(LocalTime.MIDNIGHT)) {
            return ALWAYS;
        }
        LocalDate day = now.atZone(zone).toLocalDate();
        ReturnWindow window = on(day, zone);
        while (!days.contains(day.getDayOfWeek()) || !now.isBefore(window.closesAt())) {
            day = day.plusDays(1);
            window = on(day, zone);
        }
        return window;
    }

    private ReturnWindow on(LocalDate day, ZoneId zone) {
        LocalDate last = until.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return new ReturnWindow(
                day.atTime(from).atZone(zone).toInstant(),
                last.atTime(until).atZone(zone).toInstant());
    }
}

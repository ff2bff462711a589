package foyer.station;

import java.time.Instant;

/**
 * One event with its place in the station's history. Order is (epoch, seq), never a timestamp.
 *
 * @param seq gapless within an epoch, from 1
 * @param boot how often this station has started; with {@code monotonicMs} a time that no clock step can move
 * @param monotonicMs milliseconds since that start
 * @param wall what the station's clock said
 * @param clock how far that clock can be believed
 */
public record EventEnvelope(
        long seq, long boot, long monotonicMs, Instant wall, ClockQuality clock, StationEvent event) {
    public EventEnvelope {
        if (seq < 1 || boot < 1 || monotonicMs < 0) {
            throw new IllegalArgumentException("seq and boot count from 1, monotonicMs from 0");
        }
    }

    /** A Raspberry Pi may wake with a wrong clock, so an event says how its time was known. */
    public enum ClockQuality {
        NTP,
        RTC,
        HELD,
        UNSET
    }
}

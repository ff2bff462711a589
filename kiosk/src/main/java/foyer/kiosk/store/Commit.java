package foyer.kiosk.store;

import foyer.kiosk.circulation.Attempts;
import foyer.station.EventEnvelope.ClockQuality;
import foyer.station.Signed;
import foyer.station.StationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one decision makes durable, all of it or nothing.
 *
 * @param runningMs as {@link foyer.kiosk.circulation.Now#ms}
 */
public record Commit(
        List<StationEvent> facts,
        List<Attempts.Change> attempts,
        Optional<Signed> desired,
        long runningMs,
        Instant wall,
        ClockQuality clock) {
    public Commit {
        facts = List.copyOf(facts);
        attempts = List.copyOf(attempts);
    }
}

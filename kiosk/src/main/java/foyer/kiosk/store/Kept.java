package foyer.kiosk.store;

import foyer.kiosk.circulation.Attempts;
import foyer.station.Signed;
import foyer.station.StationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was in the database when it was opened.
 *
 * @param events the journal of this epoch, in the order of seq
 * @param runningMs milliseconds the station had run at its last commit, all its starts together
 * @param lastWall what its clock said then
 * @param lost why an earlier database could not be gone on with, in words for staff; empty when none was lost
 */
public record Kept(
        List<StationEvent> events,
        Attempts attempts,
        Optional<Signed> desired,
        long runningMs,
        Optional<Instant> lastWall,
        Optional<String> lost) {
    public Kept {
        events = List.copyOf(events);
    }
}

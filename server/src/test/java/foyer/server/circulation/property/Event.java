package foyer.server.circulation.property;

import foyer.server.circulation.Change;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.station.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened, with what was decided.
 *
 * @param kind as the journal names it
 * @param who did it: a patron, a member of staff, a station or the house
 * @param at the station's time where a station tells it
 * @param receivedAt the library's time
 * @param refused why nothing came of it
 */
public record Event(
        String kind,
        String who,
        Optional<StationId> station,
        Mention mention,
        Instant at,
        Instant receivedAt,
        List<Change> changes,
        Optional<Outcome.Refused> refused) {
    public Event {
        changes = List.copyOf(changes);
    }
}

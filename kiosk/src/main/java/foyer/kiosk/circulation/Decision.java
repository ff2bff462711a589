package foyer.kiosk.circulation;

import foyer.station.ServerMessage.Desired;
import foyer.station.StationEvent;
import java.util.List;
import java.util.Optional;

/**
 * What follows from one input.
 *
 * @param facts to be made durable, all together, before anything else happens
 * @param adopt to be stored in the same transaction
 * @param effects to be carried out after that
 * @param next the state once the facts are durable: {@code next.station()} is the station before with the facts folded in
 */
public record Decision(
        List<StationEvent> facts,
        List<Attempts.Change> attempts,
        Optional<Desired> adopt,
        List<Effect> effects,
        Kiosk next) {
    public Decision {
        facts = List.copyOf(facts);
        attempts = List.copyOf(attempts);
        effects = List.copyOf(effects);
    }

    /** Whether there is anything the store has to keep. */
    public boolean durable() {
        return !facts.isEmpty() || !attempts.isEmpty() || adopt.isPresent();
    }
}

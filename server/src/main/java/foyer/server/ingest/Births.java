package foyer.server.ingest;

import foyer.server.circulation.Change.DiscrepancyRaised;
import foyer.server.circulation.Mention;
import foyer.server.ledger.Journal;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.StationEvents;
import foyer.server.ledger.Stations;
import foyer.station.Birth;
import foyer.station.CompartmentId;
import foyer.station.StationId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A station says who it is now. What it has is stored; where the ledger believed otherwise staff are told, and the
 * station is believed.
 */
@Component
final class Births {
    private static final String KIND = "birth";

    /** More than any station can have been sent: beyond it a version is a mistake and is not counted on from. */
    private static final long MOST_VERSION = 1L << 53;

    private final Ledger ledger;
    private final Stations stations;
    private final StationEvents events;
    private final Batches batches;
    private final Journal journal;

    Births(Ledger ledger, Stations stations, StationEvents events, Batches batches, Journal journal) {
        this.ledger = ledger;
        this.stations = stations;
        this.events = events;
        this.batches = batches;
        this.journal = journal;
    }

    /** One transaction; answers how far the station's events are applied. */
    long take(StationId station, Birth birth, Instant receivedAt) {
        return ledger.write(() -> {
            Stations.Known before =
                    stations.find(station).orElseThrow(() -> new IllegalStateException("no such station"));
            stations.heard(station, receivedAt);
            stations.born(station, birth);
            stations.link(station, birth.link(), true);
            if (before.epoch().isPresent()
                    && !before.epoch().get().equals(birth.epoch().value())) {
                raise(station, Mention.NOTHING.with("detail", "new-database"), receivedAt);
            }
            for (CompartmentId door : stations.lostDoors(station)) {
                raise(station, Mention.of(door).with("detail", "door-gone"), receivedAt);
            }
            if (birth.desiredVersion() <= MOST_VERSION) {
                stations.desiredAtLeast(station, birth.desiredVersion());
            }
            if (!before.online()) {
                journal.write(new Journal.Line(
                        Optional.of(station), "link-online", station.value(), Mention.NOTHING, receivedAt, receivedAt));
            }
            return caughtUp(station, birth, receivedAt);
        });
    }

    /** Events that neither the station nor the ledger has any more are passed over, or it would wait for them for ever. */
    private long caughtUp(StationId station, Birth birth, Instant receivedAt) {
        long applied = events.applied(station, birth.epoch());
        if (birth.lastSeq() < applied) {
            raise(
                    station,
                    Mention.NOTHING.with("detail", "station-behind").with("version", Long.toString(birth.lastSeq())),
                    receivedAt);
            return applied;
        }
        long held = birth.firstSeq() - 1;
        if (held <= applied) {
            return applied;
        }
        String missing = (applied + 1) + "-" + held;
        raise(station, Mention.NOTHING.with("detail", "events-missing").with("events", missing), receivedAt);
        events.forgetParked(station, birth.epoch(), held);
        long now = batches.parked(station, birth.epoch(), held);
        events.applied(station, birth.epoch(), now);
        return now;
    }

    private void raise(StationId station, Mention mention, Instant at) {
        journal.raiseOnce(new DiscrepancyRaised(station, KIND, mention, at), at);
    }
}

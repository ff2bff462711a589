package foyer.server.ingest;

import foyer.server.circulation.Mention;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.StationEvents;
import foyer.server.ledger.StationEvents.Dead;
import foyer.server.ledger.StationEvents.Parked;
import foyer.server.ledger.Stations;
import foyer.station.Codec;
import foyer.station.Codec.Received;
import foyer.station.Codec.ReceivedBatch;
import foyer.station.Epoch;
import foyer.station.EventEnvelope;
import foyer.station.StationId;
import foyer.station.Topics;
import foyer.station.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Applies a station's events in their order, each once: only the next one after the last, what is older never again,
 * what is newer when its turn comes.
 */
@Component
final class Batches {
    /** Events kept ahead of a gap. What is further ahead is not kept: the station sends it again. */
    static final int MOST_AHEAD = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final Ledger ledger;
    private final StationEvents events;
    private final Stations stations;
    private final Facts facts;

    Batches(Ledger ledger, StationEvents events, Stations stations, Facts facts) {
        this.ledger = ledger;
        this.events = events;
        this.stations = stations;
        this.facts = facts;
    }

    /**
     * @param applied every event of the epoch up to this one is in the ledger: never the highest seen
     * @param gap something before what arrived is missing
     */
    record Taken(Epoch epoch, long applied, boolean gap) {}

    /** One transaction; what it answers is committed. */
    Taken take(StationId station, ReceivedBatch batch, Instant receivedAt) {
        return ledger.write(() -> {
            stations.heard(station, receivedAt);
            long before = events.applied(station, batch.epoch());
            long applied = before;
            long highest = before;
            for (Received received : batch.events()) {
                highest = Math.max(highest, received.seq());
                if (received.seq() == applied + 1) {
                    apply(station, batch.epoch(), received, receivedAt);
                    applied = parked(station, batch.epoch(), applied + 1);
                } else if (received.seq() > applied + 1 && received.seq() - applied <= MOST_AHEAD) {
                    events.park(station, batch.epoch(), received, body(received), receivedAt);
                }
            }
            if (applied > before) {
                events.applied(station, batch.epoch(), applied);
            }
            return new Taken(batch.epoch(), applied, highest > applied);
        });
    }

    /** Applies what was parked right after {@code applied}; answers how far it came. */
    long parked(StationId station, Epoch epoch, long applied) {
        long now = applied;
        Optional<Parked> next = events.unpark(station, epoch, now + 1);
        while (next.isPresent()) {
            Parked found = next.get();
            apply(station, epoch, received(now + 1, found), found.receivedAt());
            now++;
            next = events.unpark(station, epoch, now + 1);
        }
        return now;
    }

    private void apply(StationId station, Epoch epoch, Received received, Instant receivedAt) {
        switch (received) {
            case Received.Read read -> apply(station, epoch, read.envelope(), receivedAt);
            case Received.Unreadable unreadable ->
                bury(station, epoch, unreadable.seq(), unreadable.why(), unreadable.raw(), receivedAt);
        }
    }

    /** The journal keeps whom it is about, because there it is forgotten in time; what is kept here stays. */
    private static String withoutPatron(String body, EventEnvelope envelope) {
        return Mention.of(envelope.event())
                .patron()
                .map(patron -> body.replace("\"patron\":\"" + patron.value() + "\"", "\"patron\":\"\""))
                .orElse(body);
    }

    private void apply(StationId station, Epoch epoch, EventEnvelope envelope, Instant receivedAt) {
        String body = Codec.encodeText(envelope);
        Optional<RuntimeException> failure = ledger.attempt(() -> {
            events.keep(station, epoch, envelope, withoutPatron(body, envelope), receivedAt);
            facts.apply(station, envelope, receivedAt);
        });
        failure.ifPresent(why -> {
            // Its words may quote a row; the class is enough to find the place in the log of stack traces.
            LOG.error("event {} of {} cannot be applied: {}", envelope.seq(), station, Trace.of(why));
            bury(
                    station,
                    epoch,
                    envelope.seq(),
                    "cannot be applied: " + why.getClass().getSimpleName(),
                    body,
                    receivedAt);
        });
    }

    private void bury(StationId station, Epoch epoch, long seq, String why, String raw, Instant receivedAt) {
        events.keepPlace(station, epoch, seq, receivedAt);
        Dead dead = new Dead(Optional.of(station), Topics.EVT.of(station), Optional.of(epoch), Optional.of(seq), why);
        events.bury(dead, raw.getBytes(StandardCharsets.UTF_8), receivedAt);
    }

    private static String body(Received received) {
        return switch (received) {
            case Received.Read read -> Codec.encodeText(read.envelope());
            case Received.Unreadable unreadable -> unreadable.raw();
        };
    }

    private static Received received(long seq, Parked parked) {
        if (parked.unread().isPresent()) {
            return new Received.Unreadable(seq, parked.body(), parked.unread().get());
        }
        try {
            return new Received.Read(Codec.decode(parked.body(), EventEnvelope.class));
        } catch (UnreadableMessage e) {
            // A newer server parked it before an older one was started again.
            return new Received.Unreadable(seq, parked.body(), String.valueOf(e.getMessage()));
        }
    }
}

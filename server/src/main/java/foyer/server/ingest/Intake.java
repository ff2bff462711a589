package foyer.server.ingest;

import foyer.server.circulation.Mention;
import foyer.server.dispatch.BrokerLink;
import foyer.server.dispatch.BrokerLink.Arrived;
import foyer.server.dispatch.Dispatcher;
import foyer.server.ledger.Journal;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.StationEvents;
import foyer.server.ledger.Stations;
import foyer.server.projection.LedgerChanged;
import foyer.station.Birth;
import foyer.station.Codec;
import foyer.station.Link;
import foyer.station.ServerMessage;
import foyer.station.StationId;
import foyer.station.StationState;
import foyer.station.Topics;
import foyer.station.UnreadableMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One message, whatever it is: read, applied, answered. */
@Component
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Ledger ledger;
    private final Stations stations;
    private final StationEvents events;
    private final Journal journal;
    private final Batches batches;
    private final Births births;
    private final Resends resends;
    private final BrokerLink link;
    private final Dispatcher dispatcher;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Intake(
            Ledger ledger,
            Stations stations,
            StationEvents events,
            Journal journal,
            Batches batches,
            Births births,
            Resends resends,
            BrokerLink link,
            Dispatcher dispatcher,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.ledger = ledger;
        this.stations = stations;
        this.events = events;
        this.journal = journal;
        this.batches = batches;
        this.births = births;
        this.resends = resends;
        this.link = link;
        this.dispatcher = dispatcher;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Returns when all of it is committed and answered; throws when the ledger could not write. */
    void take(Arrived message) {
        Instant receivedAt = clock.instant();
        Optional<Topics.Address> address = Topics.parse(message.topic());
        if (address.isEmpty()) {
            throw new IllegalStateException("the broker let something through that nobody subscribed to");
        }
        StationId station = address.get().station();
        try {
            switch (address.get().kind()) {
                case EVT -> events(station, message.payload(), receivedAt);
                case BIRTH -> birth(station, Codec.decode(message.payload(), Birth.class), receivedAt);
                case STATE -> state(station, Codec.decode(message.payload(), StationState.class), receivedAt);
                case LINK -> link(station, Codec.decode(message.payload(), Link.class), receivedAt);
                case ACK, DESIRED -> throw new IllegalStateException("the server heard itself");
            }
        } catch (UnreadableMessage e) {
            bury(station, message, String.valueOf(e.getMessage()), receivedAt);
        } catch (TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            if (e instanceof DataAccessException ledger && !Ledger.contradicts(ledger)) {
                throw e;
            }
            // A fault of ours, or what no database holds, as a text with a NUL. It must not hold up every station's
            // every message after this one.
            LOG.error("a message on {} cannot be applied: {}", message.topic(), Trace.of(e));
            bury(station, message, "cannot be applied: " + e.getClass().getSimpleName(), receivedAt);
        }
        publisher.publishEvent(new LedgerChanged(Optional.of(station.value())));
    }

    private void bury(StationId station, Arrived message, String why, Instant receivedAt) {
        StationEvents.Dead dead =
                new StationEvents.Dead(Optional.of(station), message.topic(), Optional.empty(), Optional.empty(), why);
        ledger.change(() -> events.bury(dead, message.payload(), receivedAt));
    }

    private void events(StationId station, byte[] payload, Instant receivedAt) throws UnreadableMessage {
        Batches.Taken taken = batches.take(station, Codec.decodeBatch(payload), receivedAt);
        link.send(station, Topics.ACK, Codec.encode(new ServerMessage.Ack(taken.epoch(), taken.applied())));
        if (taken.gap() && resends.due(station, taken)) {
            link.send(station, Topics.ACK, Codec.encode(new ServerMessage.Resend(taken.epoch(), taken.applied() + 1)));
        }
    }

    private void birth(StationId station, Birth birth, Instant receivedAt) {
        long applied = births.take(station, birth, receivedAt);
        link.send(station, Topics.ACK, Codec.encode(new ServerMessage.Ack(birth.epoch(), applied)));
        dispatcher.born(station, birth.link());
    }

    private void state(StationId station, StationState state, Instant receivedAt) {
        ledger.change(() -> {
            stations.heard(station, receivedAt);
            stations.state(station, Codec.encodeText(state));
        });
    }

    /** The last will of an older connection comes when a newer one stands already, and says nothing of it. */
    private void link(StationId station, Link said, Instant receivedAt) {
        if (!said.online()) {
            dispatcher.gone(station, said.link());
        }
        ledger.change(() -> {
            Stations.Known known =
                    stations.find(station).orElseThrow(() -> new IllegalStateException("no such station"));
            boolean older = !said.online()
                    && known.link().isPresent()
                    && !known.link().get().equals(said.link().value());
            if (older) {
                return;
            }
            if (said.online()) {
                stations.heard(station, receivedAt);
            }
            stations.link(station, said.link(), said.online());
            if (known.online() != said.online()) {
                journal.write(new Journal.Line(
                        Optional.of(station),
                        said.online() ? "link-online" : "link-offline",
                        station.value(),
                        Mention.NOTHING,
                        receivedAt,
                        receivedAt));
            }
        });
    }
}

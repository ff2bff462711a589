package foyer.server.web;

import static foyer.server.TestStation.SOON;
import static org.awaitility.Awaitility.await;

import foyer.server.TestStation;
import foyer.station.BinId;
import foyer.station.Codec;
import foyer.station.CompartmentId;
import foyer.station.Epoch;
import foyer.station.EventBatch;
import foyer.station.EventEnvelope;
import foyer.station.EventEnvelope.ClockQuality;
import foyer.station.HoldId;
import foyer.station.Ids;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.Purpose;
import foyer.station.ServerMessage;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import foyer.station.StationState;
import foyer.station.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A station of {@link RestServer#networks()}: it tells what happened when it likes, as one that was offline does. */
final class Entrance implements AutoCloseable {
    private static final RestServer SERVER = RestServer.networks();

    private final TestStation station;
    private final Epoch epoch = new Epoch(Ids.random());
    private long seq;

    private Entrance(TestStation station) throws MqttException {
        this.station = station.connected();
        this.station.birth(epoch, 1, 0, 0);
    }

    /** What the station's clock said when it happened. */
    record Fact(Instant at, StationEvent event) {}

    static Entrance at(String branch) throws MqttException {
        // Another than before, with the same certificate: what is closed connects no more.
        return new Entrance(SERVER.station(branch).at(SERVER.live.brokerPort()));
    }

    String id() {
        return station.id.value();
    }

    /** Tells them together, and waits until they are stored; answers what was sent. */
    EventBatch tells(Fact... facts) throws MqttException {
        List<EventEnvelope> envelopes = new ArrayList<>();
        for (Fact fact : facts) {
            seq++;
            envelopes.add(new EventEnvelope(seq, 1, seq, fact.at(), ClockQuality.NTP, fact.event()));
        }
        EventBatch batch = new EventBatch(epoch, envelopes);
        tells(batch);
        return batch;
    }

    /** Sends it, once more perhaps, and waits for the answer. */
    void tells(EventBatch batch) throws MqttException {
        int before = station.heard().size();
        station.say(Topics.EVT, Codec.encode(batch), false);
        await().atMost(SOON).until(() -> station.heard().size() > before);
        station.awaitAck(epoch, batch.events().getLast().seq());
    }

    /** What it is to follow from now on. */
    ServerMessage.Desired told() throws MqttException {
        Instant asked = SERVER.now().truncatedTo(ChronoUnit.MILLIS);
        station.birth(epoch, 1, seq, 0);
        return station.awaitDesired(desired -> !desired.issuedAt().isBefore(asked));
    }

    /** The holds that this patron may take out now. */
    List<String> granted(Reader reader) throws MqttException {
        return told().grants().stream()
                .filter(grant -> grant.patron().equals(new PatronId(reader.id())))
                .flatMap(grant -> grant.items().stream())
                .map(item -> item.hold().value())
                .toList();
    }

    /** Which holds may be put into a compartment, of all patrons. */
    List<String> toLoad() throws MqttException {
        return told().toLoad().stream().map(one -> one.hold().value()).toList();
    }

    private OrderId order(String hold) throws MqttException {
        return told().toLoad().stream()
                .filter(one -> one.hold().value().equals(hold))
                .findFirst()
                .orElseThrow()
                .order();
    }

    /** Staff put the copy behind this door; answers the order it is of. */
    OrderId loaded(String hold, String item, String door) throws MqttException {
        OrderId order = order(hold);
        Purpose load = new Purpose.Load(order, new HoldId(hold), new ItemBarcode(item), new StaffId("il-s2"));
        tells(new Fact(SERVER.now(), new StationEvent.DoorConfirmed(intent(), new CompartmentId(door), load)));
        return order;
    }

    static StationEvent taken(OrderId order, Reader reader, String hold, String door) {
        Purpose pickup = new Purpose.Pickup(order, new PatronId(reader.id()), List.of(new HoldId(hold)));
        return new StationEvent.DoorOpened(intent(), new CompartmentId(door), pickup, false);
    }

    static StationEvent dropped(String item) {
        return new StationEvent.ReturnReceived(intent(), new BinId("A"), new ItemBarcode(item));
    }

    /** Says how much lies in its one bin. */
    void says(int dropped, int capacity) throws MqttException {
        StationState state = new StationState(
                SERVER.now(),
                0,
                List.of(),
                List.of(new StationState.Bin(new BinId("A"), StationState.Position.CLOSED, dropped, capacity)),
                List.of(),
                StationState.Doing.IDLE);
        station.say(Topics.STATE, Codec.encode(state), true);
    }

    private static IntentId intent() {
        return new IntentId(Ids.random());
    }

    @Override
    public void close() throws MqttException {
        station.close();
    }
}

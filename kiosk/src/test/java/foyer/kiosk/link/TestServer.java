package foyer.kiosk.link;

import foyer.station.Birth;
import foyer.station.Codec;
import foyer.station.Epoch;
import foyer.station.EventBatch;
import foyer.station.Link;
import foyer.station.ServerMessage;
import foyer.station.StationId;
import foyer.station.StationState;
import foyer.station.Topics;
import foyer.station.UnreadableMessage;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** The server's end of the line: keeps what it hears, acks when told to. */
final class TestServer implements AutoCloseable {
    final List<EventBatch> batches = new CopyOnWriteArrayList<>();
    final List<Birth> births = new CopyOnWriteArrayList<>();
    final List<Link> links = new CopyOnWriteArrayList<>();
    final List<StationState> states = new CopyOnWriteArrayList<>();
    private final StationId station;
    private final MqttAsyncClient client;
    private boolean closed;

    TestServer(URI broker, StationId station) throws MqttException {
        this(broker, station, "server");
    }

    TestServer(URI broker, StationId station, String name) throws MqttException {
        this.station = station;
        client = new MqttAsyncClient(broker.toString(), name, new MemoryPersistence());
        client.setCallback(new Hearing());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setReceiveMaximum(1000);
        options.setSocketFactory(Sockets.plain());
        client.connect(options).waitForCompletion(10_000);
        String[] topics = {
            Topics.EVT.of(station), Topics.BIRTH.of(station), Topics.LINK.of(station), Topics.STATE.of(station)
        };
        client.subscribe(topics, new int[] {1, 1, 1, 1}).waitForCompletion(10_000);
    }

    private final class Hearing implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) throws UnreadableMessage {
            hear(Topics.parse(topic).orElseThrow().kind(), message);
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {}

        @Override
        public void mqttErrorOccurred(MqttException exception) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }

    private void hear(Topics topic, MqttMessage message) throws UnreadableMessage {
        byte[] bytes = message.getPayload();
        switch (topic) {
            case EVT -> batches.add(Codec.decode(bytes, EventBatch.class));
            case BIRTH -> births.add(Codec.decode(bytes, Birth.class));
            case LINK -> links.add(Codec.decode(bytes, Link.class));
            case STATE -> states.add(Codec.decode(bytes, StationState.class));
            case ACK, DESIRED -> throw new AssertionError("the server does not hear itself");
        }
    }

    /** Every seq heard, in the order it came. */
    List<Long> seqs() {
        return batches.stream()
                .flatMap(batch -> batch.events().stream())
                .map(event -> event.seq())
                .toList();
    }

    void ack(Epoch epoch, long seq) throws MqttException {
        say(Topics.ACK, new ServerMessage.Ack(epoch, seq));
    }

    void say(Topics topic, Object message) throws MqttException {
        client.publish(topic.of(station), Codec.encode(message), 1, false).waitForCompletion(10_000);
    }

    @Override
    public void close() throws MqttException {
        if (closed) {
            return;
        }
        closed = true;
        if (client.isConnected()) {
            client.disconnect().waitForCompletion(10_000);
        }
        client.close(true);
    }
}

package foyer.kiosk.link;

import foyer.station.Codec;
import foyer.station.Ids;
import foyer.station.Link;
import foyer.station.LinkId;
import foyer.station.Topics;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * One connection to the broker, from its beginning to its end; the next one is a new Wire with a new {@link LinkId}.
 * What happens on it is told to a consumer on the client's own thread, which must only take it and return.
 */
final class Wire implements AutoCloseable {
    private static final int RECEIVE_MAXIMUM = 20;
    private static final int KEEP_ALIVE_S = 20;
    private static final long CONNECT_MS = 15_000;
    private static final long CLOSE_MS = 2_000;

    /** What happened on this connection. */
    sealed interface Signal {
        record Arrived(Topics kind, MqttMessage message) implements Signal {}

        /** The broker has taken a message: there is room for another. No more than that. */
        record Delivered() implements Signal {}

        record Lost(String why) implements Signal {}
    }

    private final LinkSettings settings;
    private final LinkId id = new LinkId(Ids.random());
    private final Consumer<Signal> signals;
    private final MqttAsyncClient client;

    private Wire(LinkSettings settings, Consumer<Signal> signals) throws MqttException {
        this.settings = settings;
        this.signals = signals;
        client = new MqttAsyncClient(
                settings.broker().toString(), settings.station().value(), new MemoryPersistence());
        client.setCallback(new Callback());
    }

    /** Connects and subscribes, or throws within about half a minute. */
    static Wire open(LinkSettings settings, Consumer<Signal> signals) throws MqttException {
        Wire wire = new Wire(settings, signals);
        try {
            wire.client.connect(wire.options()).waitForCompletion(CONNECT_MS);
            String[] topics = {Topics.ACK.of(settings.station()), Topics.DESIRED.of(settings.station())};
            wire.client.subscribe(topics, new int[] {1, 1}).waitForCompletion(CONNECT_MS);
            return wire;
        } catch (MqttException e) {
            wire.close();
            throw e;
        }
    }

    private MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setReceiveMaximum(RECEIVE_MAXIMUM);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setConnectionTimeout((int) (CONNECT_MS / 1000));
        Optional<SSLContext> tls =
                settings.tls().filter(context -> "ssl".equals(settings.broker().getScheme()));
        options.setSocketFactory(tls.isPresent() ? Sockets.tls(tls.get()) : Sockets.plain());
        options.setHttpsHostnameVerificationEnabled(true);
        options.setWill(Topics.LINK.of(settings.station()), message(new Link(id, false), true));
        return options;
    }

    LinkId id() {
        return id;
    }

    /** @return whether it was taken; not when the broker's receive maximum is used up, until one is delivered */
    boolean publish(Topics topic, Object message, boolean retained) throws MqttException {
        try {
            client.publish(topic.of(settings.station()), message(message, retained));
            return true;
        } catch (MqttException e) {
            if (e.getReasonCode() == MqttClientException.REASON_CODE_MAX_INFLIGHT) {
                return false;
            }
            throw e;
        }
    }

    private static MqttMessage message(Object message, boolean retained) {
        return new MqttMessage(Codec.encode(message), 1, retained, new MqttProperties());
    }

    /** Says goodbye when it can; in any case the connection is over when this returns. */
    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                client.disconnect(CLOSE_MS).waitForCompletion(CLOSE_MS);
            }
        } catch (MqttException noGoodbye) {
            signals.accept(new Signal.Lost(String.valueOf(noGoodbye.getMessage())));
        }
        try {
            client.close(true);
        } catch (MqttException alreadyOver) {
            signals.accept(new Signal.Lost(String.valueOf(alreadyOver.getMessage())));
        }
    }

    private final class Callback implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            Topics.parse(topic).ifPresent(address -> signals.accept(new Signal.Arrived(address.kind(), message)));
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            signals.accept(new Signal.Delivered());
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            signals.accept(new Signal.Lost(String.valueOf(response.getReasonString())));
        }

        @Override
        public void mqttErrorOccurred(MqttException exception) {
            signals.accept(new Signal.Lost(String.valueOf(exception.getMessage())));
        }

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {
            // Nothing may be subscribed or sent on this thread; open() goes on when the connection stands.
        }

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {
            signals.accept(new Signal.Lost("the broker wants an authentication this station does not know"));
        }
    }
}

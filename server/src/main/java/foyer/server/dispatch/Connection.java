package foyer.server.dispatch;

import foyer.server.broker.Broker;
import foyer.station.StationId;
import foyer.station.Topics;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection to the broker, from connecting to its loss; never used again after. */
final class Connection implements MqttCallback, AutoCloseable {
    /** The broker sends no more than these before the first is acknowledged, which is after its commit. */
    static final int RECEIVE_MAXIMUM = 20;

    /** Less than the broker takes, since the client counts one as done a moment after it says so. */
    private static final int WINDOW = 16;

    private static final int QOS = 1;
    private static final long CONNECT_MS = 10_000;
    private static final long SEND_MS = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final MqttAsyncClient client;
    private final Consumer<BrokerLink.Arrived> inbox;
    private final Semaphore window = new Semaphore(WINDOW);
    private final CountDownLatch lost = new CountDownLatch(1);
    private final AtomicBoolean up = new AtomicBoolean(true);

    private Connection(MqttAsyncClient client, Consumer<BrokerLink.Arrived> inbox) {
        this.client = client;
        this.inbox = inbox;
    }

    /** Connects and subscribes to what every station says. */
    static Connection open(Broker broker, Consumer<BrokerLink.Arrived> inbox) throws MqttException {
        MqttAsyncClient client = new MqttAsyncClient(broker.loopback(), "server", new MemoryPersistence());
        Connection connection = new Connection(client, inbox);
        try {
            client.setCallback(connection);
            client.setManualAcks(true);
            MqttConnectionOptions options = new MqttConnectionOptions();
            options.setCleanStart(true);
            options.setAutomaticReconnect(false);
            options.setReceiveMaximum(RECEIVE_MAXIMUM);
            options.setKeepAliveInterval(30);
            options.setSocketFactory(new NoDelaySockets(broker.clientContext().getSocketFactory()));
            client.connect(options).waitForCompletion(CONNECT_MS);
            List<Topics> heard = List.of(Topics.LINK, Topics.STATE, Topics.BIRTH, Topics.EVT);
            String[] filters = heard.stream().map(Topics::ofAll).toArray(String[]::new);
            int[] qos = heard.stream().mapToInt(kind -> QOS).toArray();
            client.subscribe(filters, qos).waitForCompletion(CONNECT_MS);
            return connection;
        } catch (MqttException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Sends, or waits while too many are under way.
     *
     * @return whether it is on its way; false when the connection is lost or stands still
     */
    boolean send(StationId station, Topics kind, byte[] payload) throws InterruptedException {
        if (!up.get() || !window.tryAcquire(SEND_MS, TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            client.publish(kind.of(station), new MqttMessage(payload, QOS, false, null), null, new Freed());
            return true;
        } catch (MqttException e) {
            window.release();
            LOG.warn("could not send {} to {}: {}", kind, station, e.getReasonCode());
            return false;
        }
    }

    void awaitLoss() throws InterruptedException {
        lost.await();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        int id = message.getId();
        inbox.accept(new BrokerLink.Arrived(topic, message.getPayload(), () -> done(id)));
    }

    private void done(int id) {
        if (!up.get()) {
            // The broker will hand it out again; the ledger knows it as a duplicate.
            return;
        }
        try {
            client.messageArrivedComplete(id, QOS);
        } catch (MqttException e) {
            LOG.warn("could not acknowledge to the broker: {}", e.getReasonCode());
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        up.set(false);
        lost.countDown();
    }

    @Override
    public void mqttErrorOccurred(MqttException e) {
        LOG.warn("the connection to the broker reports error {}", e.getReasonCode());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String server) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    @Override
    public void close() {
        up.set(false);
        lost.countDown();
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(CONNECT_MS);
            }
        } catch (MqttException e) {
            LOG.debug("already gone: {}", e.getReasonCode());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.warn("the client did not close: {}", e.getReasonCode());
        }
    }

    private final class Freed implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            window.release();
        }

        @Override
        public void onFailure(IMqttToken token, Throwable why) {
            window.release();
        }
    }
}

package foyer.server.dispatch;

import foyer.server.broker.Broker;
import foyer.station.StationId;
import foyer.station.Topics;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The server's line to the broker, connected again for as long as it runs. */
@Component
public final class BrokerLink implements SmartLifecycle {
    /** After the broker and whoever takes what arrives. */
    public static final int PHASE = 200;

    /** As many may be waiting to be taken: the broker sends no more before the first is done. */
    public static final int MOST_WAITING = Connection.RECEIVE_MAXIMUM;

    private static final long FIRST_CONNECT_S = 30;
    private static final long PAUSE_MS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);

    private final Broker broker;
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile Consumer<Arrived> inbox = message -> {
        throw new IllegalStateException("nobody takes what arrives");
    };
    private volatile @Nullable Connection connection;
    private final Worker worker = new Worker("broker-link", this::keep);

    BrokerLink(Broker broker) {
        this.broker = broker;
    }

    /** A message as the broker handed it over. */
    public static final class Arrived {
        private final String topic;
        private final byte[] payload;
        private final Runnable done;

        Arrived(String topic, byte[] payload, Runnable done) {
            this.topic = topic;
            this.payload = payload;
            this.done = done;
        }

        public String topic() {
            return topic;
        }

        /** Not copied: nobody changes it. */
        public byte[] payload() {
            return payload;
        }

        /** It is dealt with for good; until then it counts as under way. */
        public void done() {
            done.run();
        }
    }

    /** Whoever takes what arrives. It must be quick: it is called on the connection's thread. */
    public void deliverTo(Consumer<Arrived> taker) {
        this.inbox = taker;
    }

    /**
     * Sends with QoS 1. What cannot be sent is not kept: an ack is given again when the station asks, and what is
     * desired is sent again after its next birth.
     */
    public void send(StationId station, Topics kind, byte[] payload) {
        Connection now = connection;
        try {
            if (now == null || !now.send(station, kind, payload)) {
                LOG.info("{} to {} was not sent: not connected", kind, station);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        worker.start();
        try {
            if (!first.await(FIRST_CONNECT_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server cannot connect to its own broker");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void keep() throws InterruptedException {
        once();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    }

    private void once() throws InterruptedException {
        try (Connection opened = Connection.open(broker, message -> inbox.accept(message))) {
            connection = opened;
            first.countDown();
            opened.awaitLoss();
            LOG.warn("the connection to the broker is lost");
        } catch (MqttException e) {
            LOG.warn("cannot connect to the broker: {}", e.getReasonCode());
        } finally {
            connection = null;
        }
    }
}

package foyer.kiosk.link;

import foyer.kiosk.circulation.Wall;
import foyer.kiosk.link.Wire.Signal;
import foyer.kiosk.store.Store;
import foyer.kiosk.store.StoreFault;
import foyer.station.Birth;
import foyer.station.Codec;
import foyer.station.EventBatch;
import foyer.station.EventEnvelope;
import foyer.station.Link;
import foyer.station.ServerMessage;
import foyer.station.Signed;
import foyer.station.StationState;
import foyer.station.Topics;
import foyer.station.UnreadableMessage;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the station connected for ever and the outbox moving, on one thread. An event leaves the outbox only on the
 * server's own ack; that the broker took it means nothing.
 */
public final class StationLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StationLink.class);
    private static final int MOST_SIGNALS = 1024;
    /** At most five pictures a second, and one in half a minute although nothing changes. */
    private static final long PICTURE_SOONEST_MS = 200;

    private static final long PICTURE_LATEST_MS = 30_000;
    private static final long LONGEST_WAIT_MS = 1_000;

    private final LinkSettings settings;
    private final Store store;
    private final LongSupplier desiredVersion;
    private final LinkListener listener;
    private final Clock clock;
    private final BlockingQueue<Runnable> signals = new ArrayBlockingQueue<>(MOST_SIGNALS);
    private final AtomicReference<@Nullable StationState> picture = new AtomicReference<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "link");

    private boolean lost;
    private boolean room;
    private volatile boolean overflowed;
    private @Nullable StationState newest;
    /** {@link #newest} differs from what this connection has published. */
    private boolean unsent;

    private long publishedAt;
    private @Nullable Window window;

    /** @param desiredVersion the version the station follows now */
    public StationLink(
            LinkSettings settings, Store store, LongSupplier desiredVersion, LinkListener listener, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.desiredVersion = desiredVersion;
        this.listener = listener;
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    /** There is more in the outbox. Never waits. */
    public void grew() {
        // A full queue wakes the thread as well.
        signals.offer(() -> {});
    }

    /** The station looks like this now; only the newest is sent. Never waits. */
    public void picture(StationState state) {
        picture.set(state);
        signals.offer(() -> {});
    }

    private void run() {
        Backoff backoff = new Backoff();
        try {
            while (closing.getCount() > 0) {
                boolean stood = connection();
                if (stood) {
                    backoff.reset();
                }
                if (closing.await(backoff.next(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection until it is lost. @return whether it stood at all */
    private boolean connection() throws InterruptedException {
        signals.clear();
        lost = false;
        room = true;
        overflowed = false;
        unsent = newest != null;
        publishedAt = nowMs() - PICTURE_LATEST_MS;
        try (Wire wire = Wire.open(settings, this::signal)) {
            LOG.info("connected to {} as {}", settings.broker(), wire.id());
            listener.online(true);
            try {
                serve(wire);
            } finally {
                listener.online(false);
            }
            return true;
        } catch (MqttException | StoreFault e) {
            LOG.info("no connection to {}: {}", settings.broker(), e.getMessage());
            return false;
        }
    }

    /** On the client's thread. Should the queue ever be full, the connection is begun anew rather than a message lost. */
    private void signal(Signal signal) {
        if (!signals.offer(() -> take(signal))) {
            overflowed = true;
        }
    }

    private void serve(Wire wire) throws MqttException, StoreFault, InterruptedException {
        Window here = new Window(store.firstWaiting() - 1, nowMs());
        window = here;
        wire.publish(Topics.LINK, new Link(wire.id(), true), true);
        wire.publish(Topics.BIRTH, birth(wire), false);
        while (closing.getCount() > 0 && !lost && !overflowed) {
            send(wire, here);
            picture(wire);
            Runnable signal = signals.poll(waitMs(), TimeUnit.MILLISECONDS);
            if (signal != null) {
                signal.run();
            }
        }
        if (!lost) {
            wire.publish(Topics.LINK, new Link(wire.id(), false), true);
        }
    }

    private Birth birth(Wire wire) {
        return new Birth(
                store.epoch(),
                store.boot(),
                wire.id(),
                store.firstWaiting(),
                store.lastSeq(),
                desiredVersion.getAsLong(),
                settings.software(),
                settings.wall().compartments(),
                settings.wall().bins().stream().map(Wall.Bin::id).toList());
    }

    private void send(Wire wire, Window here) throws MqttException, StoreFault {
        if (here.stalled(nowMs())) {
            LOG.info("no ack for {} ms: sending again from {}", Window.PATIENCE_MS, store.firstWaiting());
            here.from(store.firstWaiting(), nowMs());
        }
        while (room && here.mayHoldMore() && here.next() <= store.lastSeq()) {
            List<EventEnvelope> events = store.events(here.next(), EventBatch.MOST);
            EventBatch batch = new EventBatch(store.epoch(), events);
            room = wire.publish(Topics.EVT, batch, false);
            if (room) {
                here.sent(batch, nowMs());
            }
        }
    }

    private void picture(Wire wire) throws MqttException {
        StationState given = picture.getAndSet(null);
        if (given != null) {
            newest = given;
            unsent = true;
        }
        long since = nowMs() - publishedAt;
        if (newest == null || !room || since < (unsent ? PICTURE_SOONEST_MS : PICTURE_LATEST_MS)) {
            return;
        }
        StationState now = new StationState(
                clock.instant(),
                store.lastSeq() + 1 - store.firstWaiting(),
                newest.doors(),
                newest.bins(),
                newest.health(),
                newest.doing());
        room = wire.publish(Topics.STATE, now, true);
        if (room) {
            unsent = false;
            publishedAt = nowMs();
        }
    }

    private long waitMs() {
        return unsent && room ? Math.max(1, PICTURE_SOONEST_MS - (nowMs() - publishedAt)) : LONGEST_WAIT_MS;
    }

    private void take(Signal signal) {
        switch (signal) {
            case Signal.Delivered delivered -> room = true;
            case Signal.Lost(String why) -> {
                LOG.info("connection lost: {}", why);
                lost = true;
            }
            case Signal.Arrived(Topics kind, MqttMessage message) -> {
                try {
                    arrived(kind, message.getPayload());
                } catch (UnreadableMessage e) {
                    listener.rejected(String.valueOf(e.getMessage()));
                } catch (StoreFault e) {
                    // The row stays in the outbox and is sent again; its next ack removes it.
                    LOG.error("an ack could not be kept: {}", e.getMessage());
                }
            }
        }
    }

    private void arrived(Topics kind, byte[] bytes) throws UnreadableMessage, StoreFault {
        if (kind == Topics.DESIRED) {
            Signed signed = Codec.decode(bytes, Signed.class);
            listener.desired(signed, settings.commands().open(signed));
            return;
        }
        switch (Codec.decode(bytes, ServerMessage.class)) {
            case ServerMessage.Ack ack -> acked(ack);
            case ServerMessage.Resend resend -> resend(resend);
            case ServerMessage.Desired unsigned ->
                throw new UnreadableMessage("a message for this station was not signed by its server");
        }
    }

    private void acked(ServerMessage.Ack ack) throws StoreFault {
        if (!ack.epoch().equals(store.epoch()) || ack.seq() > store.lastSeq()) {
            LOG.warn("an ack for what this station never sent: seq {}", ack.seq());
            return;
        }
        store.acked(ack.seq());
        if (window != null) {
            window.acked(ack.seq(), nowMs());
        }
    }

    private void resend(ServerMessage.Resend resend) {
        if (!resend.epoch().equals(store.epoch()) || resend.from() < 1) {
            LOG.warn("a wish for events of another epoch");
            return;
        }
        if (window != null) {
            LOG.info("the server asks again from {}", resend.from());
            window.from(resend.from(), nowMs());
        }
    }

    private static long nowMs() {
        return System.nanoTime() / 1_000_000;
    }

    /** Says goodbye and ends; what is in the outbox stays there. */
    @Override
    public void close() {
        closing.countDown();
        signals.offer(() -> {});
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}

package foyer.kiosk.session;

import foyer.bridge.Scan;
import foyer.kiosk.circulation.Attempts;
import foyer.kiosk.circulation.Barcode;
import foyer.kiosk.circulation.Circulation;
import foyer.kiosk.circulation.Decision;
import foyer.kiosk.circulation.Effect;
import foyer.kiosk.circulation.Input;
import foyer.kiosk.circulation.Kiosk;
import foyer.kiosk.circulation.Now;
import foyer.kiosk.circulation.Station;
import foyer.kiosk.circulation.Wall;
import foyer.kiosk.scan.Barcodes;
import foyer.kiosk.store.Commit;
import foyer.kiosk.store.Store;
import foyer.kiosk.store.StoreFault;
import foyer.station.EventEnvelope.ClockQuality;
import foyer.station.Ids;
import foyer.station.IntentId;
import foyer.station.ServerMessage.Desired;
import foyer.station.Signed;
import foyer.station.StationEvent;
import foyer.station.StationState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which the station decides. For each input: decide, commit, act, show, in this order, so that nothing
 * moves and nothing is shown that a power cut could take back.
 *
 * <p>Every way in returns at once, from any thread. When the queue is full, a person's input is refused (they will press
 * again), and of the hardware's reports it is remembered that one was missed: all sensors are then asked once more.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int MOST_WAITING = 4096;
    private static final long TICK_MS = 1_000;
    /** How often the running time is kept although nothing happens: attempts must not outlive many power cuts. */
    private static final long KEEP_TIME_MS = 600_000;

    /** @param signed the message as it was signed, for a {@link Input.DesiredArrived} */
    private record Post(Input input, Optional<Signed> signed) {}

    private final BlockingQueue<Post> posts = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean missed = new AtomicBoolean();
    private final Store store;
    private final Barcodes barcodes;
    private final WallClock clock;
    private final Outlets outlets;
    private final PinCheck pins;
    private final Thread thread = new Thread(this::run, "session");
    private final long startedAt = System.nanoTime();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean online;
    private volatile long version;

    private Kiosk kiosk;
    private long keptAt;
    private @Nullable Frame shown;
    private @Nullable StationState pictured;

    /** @param desired what the store kept, its signature checked anew */
    public Session(
            Wall wall, Store store, Optional<Desired> desired, Barcodes barcodes, WallClock clock, Outlets outlets) {
        this.store = store;
        this.barcodes = barcodes;
        this.clock = clock;
        this.outlets = outlets;
        pins = new PinCheck(this::post);
        Station station = Station.of(store.kept().events());
        kiosk = Kiosk.starting(
                wall,
                desired.map(station::following).orElse(station),
                store.kept().attempts(),
                now());
        keptAt = kiosk.sitting().since();
        desired.ifPresent(this::follow);
    }

    public void start() {
        // The first thing a new database says, so that it comes before anything is loaded by it.
        store.kept()
                .lost()
                .ifPresent(words ->
                        posts.add(new Post(new Input.Health(Station.DATABASE, false, words), Optional.empty())));
        thread.start();
    }

    /** A press on the touchscreen. */
    public void touch(Touch touch) {
        Touches.input(touch, barcodes).ifPresent(this::fromPerson);
    }

    public void scanned(Scan scan) {
        barcodes.scanned(scan).ifPresent(this::fromPerson);
    }

    private void fromPerson(Input input) {
        if (!posts.offer(new Post(input, Optional.empty()))) {
            LOG.warn("busy: a touch or scan was refused");
        }
    }

    /** A report of the hardware, or an answer to an effect. */
    public void post(Input input) {
        if (!posts.offer(new Post(input, Optional.empty()))) {
            missed.set(true);
        }
    }

    /** A message whose signature was found to be the server's. */
    public void desired(Signed signed, Desired desired) {
        Input input = usable(desired)
                ? new Input.DesiredArrived(desired)
                : new Input.DesiredRejected("a message of the server has a card or item format that is none");
        if (!posts.offer(new Post(input, Optional.of(signed)))) {
            LOG.warn("busy: a message of the server was refused; it comes again after the next birth");
        }
    }

    private static boolean usable(Desired desired) {
        try {
            Barcode.Formats.of(desired.rules());
            return true;
        } catch (PatternSyntaxException unusable) {
            LOG.warn("desired {}: a format that is no regular expression", desired.version());
            return false;
        }
    }

    /** Version of the server's message that is followed, 0 before the first. */
    public long version() {
        return version;
    }

    public void online(boolean is) {
        online = is;
        post(new Input.Tick());
    }

    private void run() {
        long nextTick = running() + TICK_MS;
        while (closing.getCount() > 0) {
            try {
                Post post = posts.poll(Math.max(0, nextTick - running()), TimeUnit.MILLISECONDS);
                if (post != null) {
                    handle(post);
                }
                if (running() >= nextTick) {
                    nextTick = running() + TICK_MS;
                    handle(new Post(new Input.Tick(), Optional.empty()));
                    keepTime();
                }
                if (posts.isEmpty() && missed.getAndSet(false)) {
                    outlets.sensors().run();
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Until it could be kept, an input is not over: a door's word must not be lost because a disk is slow to come back. */
    private void handle(Post post) throws InterruptedException {
        while (closing.getCount() > 0) {
            try {
                decide(post);
                return;
            } catch (StoreFault fault) {
                LOG.error("nothing can be kept: {}", fault.getMessage());
                outlets.frames().accept(Views.broken(kiosk, now(), online));
                shown = null;
                if (closing.await(TICK_MS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }

    private void decide(Post post) throws StoreFault {
        Now now = now();
        Decision decision = Circulation.decide(kiosk, post.input(), now);
        if (decision.durable()) {
            Optional<Signed> signed = decision.adopt().flatMap(adopted -> post.signed());
            store.commit(commit(decision.facts(), decision.attempts(), signed, now));
            keptAt = now.ms();
        }
        kiosk = decision.next().withStorageLow(store.low());
        decision.effects().forEach(this::act);
        decision.adopt().ifPresent(this::follow);
        if (!decision.facts().isEmpty()) {
            LOG.info("{}", kinds(decision.facts()));
            outlets.facts().run();
        }
        show(now);
    }

    /** Kinds only: an event says who took what, and a log is no place for that. */
    private static String kinds(List<StationEvent> facts) {
        return facts.stream().map(fact -> fact.getClass().getSimpleName()).collect(Collectors.joining(", "));
    }

    private Commit commit(List<StationEvent> facts, List<Attempts.Change> attempts, Optional<Signed> signed, Now now) {
        ClockQuality quality = clock.quality(now.ms());
        return new Commit(facts, attempts, signed, now.ms(), now.wall(), quality);
    }

    private void act(Effect effect) {
        switch (effect) {
            case Effect.OpenDoor open -> outlets.doors().accept(open);
            case Effect.OpenFlap open -> outlets.flaps().accept(open);
            case Effect.CheckPin check -> pins.check(check);
        }
    }

    private void follow(Desired desired) {
        version = desired.version();
        barcodes.follow(Barcode.Formats.of(desired.rules()));
        pins.follow(desired);
    }

    private void show(Now now) {
        Frame frame = Views.frame(kiosk, now, online);
        if (shown == null || differs(frame, shown)) {
            shown = frame;
            outlets.frames().accept(frame);
        }
        StationState picture = Pictures.of(kiosk, now, store.lastSeq() + 1 - store.firstWaiting());
        if (pictured == null || differs(picture, pictured)) {
            pictured = picture;
            outlets.pictures().accept(picture);
        }
    }

    /** The clock in the header shows minutes: a frame for each second would paint the same. */
    private static boolean differs(Frame frame, Frame shown) {
        Instant minute = frame.moment().truncatedTo(ChronoUnit.MINUTES);
        return !minute.equals(shown.moment().truncatedTo(ChronoUnit.MINUTES))
                || !frame.equals(new Frame(
                        shown.visit(),
                        shown.view(),
                        shown.place(),
                        shown.secondsLeft(),
                        shown.online(),
                        frame.moment()));
    }

    private static boolean differs(StationState now, StationState before) {
        return !now.equals(new StationState(
                now.at(), before.waiting(), before.doors(), before.bins(), before.health(), before.doing()));
    }

    private void keepTime() {
        Now now = now();
        if (now.ms() - keptAt >= KEEP_TIME_MS) {
            keptAt = now.ms();
            try {
                store.commit(commit(List.of(), List.of(), Optional.empty(), now));
            } catch (StoreFault fault) {
                LOG.error("the running time could not be kept: {}", fault.getMessage());
            }
        }
    }

    private long running() {
        return store.kept().runningMs() + (System.nanoTime() - startedAt) / 1_000_000;
    }

    private Now now() {
        long running = running();
        return new Now(running, clock.now(), clock.quality(running) != ClockQuality.UNSET, new IntentId(Ids.random()));
    }

    /** Ends after the input in hand; what was committed is safe, what waits is lost as in a power cut. */
    @Override
    public void close() {
        closing.countDown();
        posts.offer(new Post(new Input.Tick(), Optional.empty()));
        pins.close();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}

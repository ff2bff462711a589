package foyer.whole.bench;

import foyer.bridge.Bridge;
import foyer.bridge.Compartment;
import foyer.bridge.Hardware;
import foyer.bridge.HardwareFault;
import foyer.bridge.LockBank;
import foyer.bridge.Opening;
import foyer.bridge.Position;
import foyer.bridge.ReturnBin;
import foyer.bridge.WindowKeys;
import foyer.bridge.sim.SimulatedWall;
import foyer.kiosk.circulation.Effect;
import foyer.kiosk.door.DoorKeeper;
import foyer.kiosk.door.Walls;
import foyer.kiosk.scan.Barcodes;
import foyer.kiosk.scan.CardKey;
import foyer.kiosk.session.Frame;
import foyer.kiosk.session.Outlets;
import foyer.kiosk.session.Session;
import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import foyer.kiosk.session.WallClock;
import foyer.kiosk.store.Store;
import foyer.kiosk.store.StoreFault;
import foyer.station.Codec;
import foyer.station.ServerMessage.Desired;
import foyer.station.Signed;
import foyer.whole.Wall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A station's whole software from scanner to lock, in this process: the production session, store, door and bridge over
 * real pseudo-terminals, without a screen and without a server. Frames are taken as they are published.
 */
final class Bench implements AutoCloseable {
    /** A frame as the screen would get it, and when. */
    record Shown(Frame frame, long at) {}

    private static final long PATIENCE_S = 20;

    private final Wall wall;
    private final Store store;
    private final Bridge bridge;
    private final Session session;
    private final BlockingQueue<Shown> frames;
    private final BlockingQueue<Long> pulses;

    private Bench(
            Wall wall,
            Store store,
            Bridge bridge,
            Session session,
            BlockingQueue<Shown> frames,
            BlockingQueue<Long> pulses) {
        this.wall = wall;
        this.store = store;
        this.bridge = bridge;
        this.session = session;
        this.frames = frames;
        this.pulses = pulses;
    }

    static Bench start(Path directory, CardKey key, Desired desired)
            throws IOException, HardwareFault, StoreFault, InterruptedException {
        Files.createDirectories(directory);
        Wall wall = Wall.ofTwelveDoors();
        Path file = Files.writeString(directory.resolve("hardware.conf"), wall.hardwareFile());
        Hardware hardware = Hardware.read(file);
        Store store = Store.open(directory.resolve("data"), false);
        BlockingQueue<Shown> frames = new LinkedBlockingQueue<>();
        BlockingQueue<Long> pulses = new LinkedBlockingQueue<>();
        Sessions sessions = new Sessions();
        DoorKeeper doors = new DoorKeeper(
                input -> sessions.get().post(input), scan -> sessions.get().scanned(scan));
        Outlets outlets = new Outlets(
                (Effect.OpenDoor open) -> doors.act(open),
                (Effect.OpenFlap open) -> doors.act(open),
                doors::tellAll,
                frame -> frames.add(new Shown(frame, System.nanoTime())),
                picture -> {},
                () -> {});
        Session session = new Session(
                Walls.of(hardware),
                store,
                Optional.empty(),
                new Barcodes(key),
                new WallClock(Clock.systemUTC(), Instant.EPOCH),
                outlets);
        sessions.set(session);
        session.start();
        Bridge bridge = Bridge.start(hardware, doors);
        doors.attach(new Watched(bridge, pulses));
        session.desired(new Signed(Codec.encodeText(desired), "unsigned"), desired);
        Bench bench = new Bench(wall, store, bridge, session, frames, pulses);
        bench.await(View.Welcome.class);
        return bench;
    }

    Wall wall() {
        return wall;
    }

    void touch(Touch touch) {
        session.touch(touch);
    }

    /** Waits for the next frame that shows this screen. */
    Shown await(Class<? extends View> view) throws InterruptedException {
        while (true) {
            Shown shown = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (shown == null) {
                throw new IllegalStateException("no " + view.getSimpleName() + " was shown");
            }
            if (view.isInstance(shown.frame().view())) {
                return shown;
            }
        }
    }

    /** When the pulse frame's first byte was handed to the line, {@link System#nanoTime()}. */
    long awaitPulse() throws InterruptedException {
        Long at = pulses.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (at == null) {
            throw new IllegalStateException("nothing was pulsed");
        }
        return at;
    }

    @Override
    public void close() throws StoreFault {
        bridge.close();
        session.close();
        store.close();
        wall.close();
    }

    /** The session is made after what reports to it. */
    private static final class Sessions {
        private final CompletableFuture<Session> session = new CompletableFuture<>();

        void set(Session made) {
            session.complete(made);
        }

        Session get() {
            return session.join();
        }
    }

    /** The bridge, with the time of each pulse noted. */
    private record Watched(Bridge bridge, BlockingQueue<Long> pulses) implements Bridge {
        @Override
        public LockBank locks() {
            LockBank locks = bridge.locks();
            return new LockBank() {
                @Override
                public List<Compartment> compartments() {
                    return locks.compartments();
                }

                @Override
                public Map<String, Position> positions() {
                    return locks.positions();
                }

                @Override
                public CompletableFuture<Opening> open(String compartment) {
                    return locks.open(compartment).whenComplete((opening, never) -> {
                        if (opening instanceof Opening.Opened opened) {
                            pulses.add(opened.pulsedAt());
                        }
                    });
                }
            };
        }

        @Override
        public List<ReturnBin> bins() {
            return bridge.bins();
        }

        @Override
        public Optional<WindowKeys> keyboard() {
            return bridge.keyboard();
        }

        @Override
        public Optional<SimulatedWall> simulation() {
            return bridge.simulation();
        }

        @Override
        public void close() {
            bridge.close();
        }
    }
}

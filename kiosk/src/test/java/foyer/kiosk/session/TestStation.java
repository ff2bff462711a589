package foyer.kiosk.session;

import static org.awaitility.Awaitility.await;

import foyer.bridge.Bridge;
import foyer.bridge.Hardware;
import foyer.bridge.sim.SimulatedWall;
import foyer.kiosk.circulation.Input;
import foyer.kiosk.circulation.Wall;
import foyer.kiosk.door.DoorKeeper;
import foyer.kiosk.door.Walls;
import foyer.kiosk.scan.Barcodes;
import foyer.kiosk.scan.CardKey;
import foyer.kiosk.store.Store;
import foyer.kiosk.store.StoreFault;
import foyer.station.Codec;
import foyer.station.EventEnvelope;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.ServerMessage.Branch;
import foyer.station.ServerMessage.Desired;
import foyer.station.ServerMessage.Grant;
import foyer.station.ServerMessage.Granted;
import foyer.station.ServerMessage.KnownItem;
import foyer.station.ServerMessage.Reader;
import foyer.station.ServerMessage.Release;
import foyer.station.ServerMessage.ReturnWindow;
import foyer.station.ServerMessage.Rules;
import foyer.station.ServerMessage.Staff;
import foyer.station.ServerMessage.ToLoad;
import foyer.station.Signed;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import foyer.station.StationState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** One start of a station, on a wall that outlives it. */
final class TestStation implements AutoCloseable {
    static final String CARD = "21234000000018";
    static final String BADGE = "STAFF-7";
    static final String PIN = "4711";
    static final ItemBarcode ITEM = new ItemBarcode("33191000105864");
    static final HoldId HOLD = new HoldId("h-1");
    private static final CardKey KEY = new CardKey(new byte[32]);
    private static final OrderId ORDER = new OrderId("o-1");
    private static final PatronId PATRON = new PatronId("p-1");

    private static final String HARDWARE = """
            line    main  {LINE}
            board   a     8a80 line=main address=1 channels=24
            door    1     board=a channel=1  size=S height=HIGH   column=0 row=0 columns=1 rows=1
            door    2     board=a channel=2  size=S height=MIDDLE column=1 row=0 columns=1 rows=1
            bin     1     board=a flap=13 beam=14 level=15 capacity=100
            scanner front {SCANNER}
            opening jammed-after=500
            """;

    final Store store;
    final Session session;
    private final Bridge bridge;
    private final AtomicReference<Optional<Frame>> frame = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<StationState>> picture = new AtomicReference<>(Optional.empty());

    private TestStation(Store store, Hardware hardware, Optional<Desired> kept) {
        this.store = store;
        Wall wall = Walls.of(hardware);
        Barcodes barcodes = new Barcodes(KEY);
        CompletableFuture<Session> later = new CompletableFuture<>();
        DoorKeeper doors = new DoorKeeper(
                input -> later.join().post(input), scan -> later.join().scanned(scan));
        session = new Session(
                wall,
                store,
                kept,
                barcodes,
                new WallClock(Clock.systemUTC(), Instant.parse("2026-01-01T00:00:00Z")),
                new Outlets(
                        doors::act,
                        doors::act,
                        doors::tellAll,
                        shown -> frame.set(Optional.of(shown)),
                        state -> picture.set(Optional.of(state)),
                        () -> {}));
        later.complete(session);
        bridge = Bridge.start(hardware, doors);
        doors.attach(bridge);
        session.start();
    }

    /** A wall on pseudo-terminals: whoever opens doors on it comes and goes, its doors stay as they are. */
    static SimulatedWall wall(Path dir) throws Exception {
        return SimulatedWall.onPty(hardware(dir, "simulated", "simulated"));
    }

    static TestStation start(Path dir, SimulatedWall wall) throws Exception {
        Hardware hardware =
                hardware(dir, "serial " + wall.boardPath() + " 9600", "serial " + wall.scannerPath() + " 9600");
        Store store = Store.open(dir.resolve("data"), false);
        Optional<Desired> kept = store.kept().desired().isPresent()
                ? Optional.of(Codec.decode(store.kept().desired().get().body(), Desired.class))
                : Optional.empty();
        return new TestStation(store, hardware, kept);
    }

    private static Hardware hardware(Path dir, String line, String scanner) throws Exception {
        Path file = dir.resolve("hardware.txt");
        Files.writeString(file, HARDWARE.replace("{LINE}", line).replace("{SCANNER}", scanner));
        return Hardware.read(file);
    }

    /** As the link does once it has checked the signature. */
    void desired(Desired desired) {
        session.desired(new Signed(Codec.encodeText(desired), "signature"), desired);
    }

    static Desired loadable(long version) {
        return desired(version, List.of(new ToLoad(HOLD, ORDER, PATRON, ITEM, "Straumēni", "Virza")), List.of());
    }

    static Desired granted(long version) {
        return desired(
                version,
                List.of(),
                List.of(new Grant(ORDER, PATRON, List.of(new Granted(HOLD, ITEM, "Straumēni", "Virza", 14)))));
    }

    private static Desired desired(long version, List<ToLoad> toLoad, List<Grant> grants) {
        Instant now = Instant.now();
        return new Desired(
                version,
                now,
                new Branch(Map.of("lv", "Ilūkste"), "65462000", ZoneId.of("Europe/Riga"), List.of("lv", "en")),
                new Rules(
                        Release.CARD_AND_PIN,
                        "2[0-9]{13}",
                        "3[0-9]{13}",
                        true,
                        new ReturnWindow(now.minusSeconds(3600), now.plusSeconds(3600)),
                        3,
                        40),
                List.of(new Reader(PATRON, KEY.mac(CARD), hash(PIN), false)),
                List.of(new Staff(new StaffId("s-1"), KEY.mac(BADGE), hash(PIN))),
                toLoad,
                List.of(),
                grants,
                List.of(new KnownItem(ITEM, "Straumēni", "Virza")));
    }

    /** Cheap, for tests only: an eighth of production's costs. */
    static String hash(String pin) {
        byte[] salt = "sixteen bytes ok".getBytes(StandardCharsets.UTF_8);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(1024)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[32];
        argon2.generateBytes(pin.getBytes(StandardCharsets.UTF_8), hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=1024,t=1,p=1$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    void touch(Touch touch) {
        session.touch(touch);
    }

    /** Waits until this kind of screen is shown. */
    <V extends View> V see(Class<V> kind) {
        await().until(() ->
                frame.get().filter(shown -> kind.isInstance(shown.view())).isPresent());
        return kind.cast(frame.get().orElseThrow().view());
    }

    /** Waits until every sensor was heard, as they are shortly after a start. */
    void heard() {
        await().until(() -> picture.get()
                .filter(state ->
                        state.doors().stream().noneMatch(door -> door.position() == StationState.Position.UNKNOWN))
                .filter(state -> state.bins().stream().noneMatch(bin -> bin.flap() == StationState.Position.UNKNOWN))
                .isPresent());
    }

    /** The kinds of facts from this seq on. */
    List<String> facts(long from) throws StoreFault {
        return store.events(from, 1000).stream()
                .map(EventEnvelope::event)
                .filter(event -> !(event instanceof StationEvent.HealthChanged))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    void tick() {
        session.post(new Input.Tick());
    }

    /** A power cut as far as this process can have one: nothing is said to anybody, nothing is finished. */
    @Override
    public void close() throws StoreFault {
        bridge.close();
        session.close();
        store.close();
    }
}

package foyer.kiosk.circulation;

import foyer.kiosk.circulation.Input.Outcome;
import foyer.station.BinId;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.Birth.Height;
import foyer.station.Birth.Size;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.Purpose;
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
import foyer.station.StaffId;
import foyer.station.StationEvent;
import foyer.station.StationState.Position;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A station on a bench: three doors (1 small high, 2 small low, 3 medium), one bin; time moves when told to. */
final class Bench {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final PatronId ANNA = new PatronId("p-anna");
    static final PatronId BERTA = new PatronId("p-berta");
    static final StaffId STAFF = new StaffId("s-1");
    static final OrderId ORDER = new OrderId("o-1");
    static final HoldId HOLD = new HoldId("h-1");
    static final HoldId SECOND = new HoldId("h-2");
    static final ItemBarcode ITEM = new ItemBarcode("33191000105864");
    static final ItemBarcode OTHER = new ItemBarcode("30234000517861");
    static final BinId BIN = new BinId("1");
    static final Wall WALL = new Wall(
            List.of(plan("1", Size.S, Height.HIGH), plan("2", Size.S, Height.LOW), plan("3", Size.M, Height.MIDDLE)),
            List.of(new Wall.Bin(BIN, 2)));
    static final Rules RULES = new Rules(
            Release.CARD_AND_PIN,
            "2[0-9]{13}",
            "3[0-9]{13}",
            true,
            new ReturnWindow(NOON.minusSeconds(3600), NOON.plusSeconds(3600)),
            3,
            100);

    final List<StationEvent> facts = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    Kiosk kiosk;
    Instant wall = NOON;
    boolean wallKnown = true;
    private long ms = 1_000_000;
    private int ids;

    Bench(Station station) {
        kiosk = Kiosk.starting(WALL, station, Attempts.NONE, now());
    }

    /** Started, all closed, following {@link #desired()}, nothing inside. */
    static Bench ready() {
        return ready(desired());
    }

    static Bench ready(Desired desired) {
        Bench bench = new Bench(Station.EMPTY);
        bench.closedAll();
        bench.send(new Input.DesiredArrived(desired));
        bench.facts.clear();
        return bench;
    }

    /** {@link #ready()} with Anna's first book in this door. */
    static Bench holding(String door) {
        Bench bench = ready();
        bench.load(door, HOLD, ITEM);
        return bench;
    }

    /** Anna has taken hers, and door 2 has closed again. */
    static Bench taken() {
        Bench bench = holding("2");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.opens("2");
        bench.door("2", Position.CLOSED);
        return bench;
    }

    void load(String door, HoldId hold, ItemBarcode item) {
        IntentId intent = new IntentId("loaded-" + hold.value());
        Purpose purpose = new Purpose.Load(ORDER, hold, item, STAFF);
        kiosk = kiosk.with(kiosk.station()
                .after(new StationEvent.DoorIntended(intent, id(door), purpose))
                .after(new StationEvent.DoorConfirmed(intent, id(door), purpose)));
    }

    static Desired desired() {
        return desired(1, RULES);
    }

    static Desired desired(long version, Rules rules) {
        return new Desired(
                version,
                NOON,
                new Branch(Map.of("lv", "Ilūkste"), "65462 000", ZoneId.of("Europe/Riga"), List.of("lv", "en")),
                rules,
                List.of(new Reader(ANNA, "mac-anna", "pin-anna", false), new Reader(BERTA, "mac-berta", "pin-b", true)),
                List.of(new Staff(STAFF, "mac-staff", "pin-staff")),
                List.of(
                        new ToLoad(HOLD, ORDER, ANNA, ITEM, "Mērnieku laiki", "Kaudzītes"),
                        new ToLoad(new HoldId("h-low"), new OrderId("o-low"), BERTA, OTHER, "Zorba", "Kazantzakis")),
                List.of(),
                List.of(new Grant(
                        ORDER,
                        ANNA,
                        List.of(
                                new Granted(HOLD, ITEM, "Mērnieku laiki", "Kaudzītes", 14),
                                new Granted(SECOND, OTHER, "Straumēni", "Virza", 14)))),
                List.of(new KnownItem(ITEM, "Mērnieku laiki", "Kaudzītes")));
    }

    static Rules rules(Release release) {
        return new Rules(
                release, RULES.cardFormat(), RULES.itemFormat(), RULES.luhn(), RULES.returns(), 3, RULES.binCapacity());
    }

    Now now() {
        return new Now(ms, wall, wallKnown, new IntentId("id-" + ++ids));
    }

    Decision send(Input input) {
        Decision decision = Circulation.decide(kiosk, input, now());
        kiosk = decision.next();
        facts.addAll(decision.facts());
        effects.addAll(decision.effects());
        return decision;
    }

    void press(Input.Key key) {
        send(new Input.Pressed(key));
    }

    /** Time goes by, a tick each second as in production. */
    void pass(long seconds) {
        for (long i = 0; i < seconds; i++) {
            ms += 1000;
            send(new Input.Tick());
        }
    }

    /** Time goes by at once, as across a restart. */
    void skip(long millis) {
        ms += millis;
    }

    void scanCard(String who) {
        send(new Input.Scanned(new Barcode("mac-" + who, true, Optional.empty(), false, false)));
    }

    void scanBadge() {
        send(new Input.Scanned(new Barcode("mac-staff", false, Optional.of(new ItemBarcode("S1")), false, false)));
    }

    void scanItem(ItemBarcode item) {
        send(new Input.Scanned(new Barcode("mac-item", false, Optional.of(item), true, false)));
    }

    void scanForeign() {
        send(new Input.Scanned(
                new Barcode("mac-x", false, Optional.of(new ItemBarcode("9789984000000")), false, false)));
    }

    void pin(boolean right) {
        send(new Input.PinTyped("1234"));
        if (kiosk.visit() instanceof Visit.Checking checking) {
            send(new Input.PinChecked(checking.ticket(), right));
        }
    }

    void signIn(String who) {
        scanCard(who);
        pin(true);
    }

    void staffSignIn() {
        scanBadge();
        pin(true);
    }

    void door(String door, Position position) {
        send(new Input.DoorReported(id(door), position, ++ms));
    }

    void flap(Position position) {
        send(new Input.FlapReported(BIN, position, ++ms));
    }

    void closedAll() {
        for (CompartmentPlan plan : WALL.compartments()) {
            door(plan.id().value(), Position.CLOSED);
        }
        flap(Position.CLOSED);
    }

    /** The hardware's answer to the last effect. */
    void answer(Outcome outcome) {
        switch (effects.getLast()) {
            case Effect.OpenDoor open -> send(new Input.DoorAnswered(open.intent(), outcome));
            case Effect.OpenFlap open -> send(new Input.FlapAnswered(open.intent(), outcome));
            case Effect.CheckPin check -> throw new AssertionError("the last effect was no lock");
        }
    }

    /** The door really opens: its sensor's report, then the bridge's answer. */
    void opens(String door) {
        door(door, Position.OPEN);
        answer(new Outcome.Opened(ms));
    }

    void flapOpens() {
        flap(Position.OPEN);
        answer(new Outcome.Opened(ms));
    }

    long pulses() {
        return effects.stream()
                .filter(effect -> !(effect instanceof Effect.CheckPin))
                .count();
    }

    /** The different intents locks were pulsed for. */
    Set<String> intents() {
        return effects.stream()
                .filter(effect -> !(effect instanceof Effect.CheckPin))
                .map(Bench::intent)
                .collect(Collectors.toSet());
    }

    private static String intent(Effect effect) {
        return switch (effect) {
            case Effect.OpenDoor open -> open.intent().value();
            case Effect.OpenFlap open -> open.intent().value();
            case Effect.CheckPin check -> "no intent";
        };
    }

    Use use(String door) {
        return kiosk.station().use(id(door));
    }

    /** The names of the facts so far, in their order. */
    List<String> told() {
        return facts.stream().map(fact -> fact.getClass().getSimpleName()).toList();
    }

    static CompartmentId id(String door) {
        return new CompartmentId(door);
    }

    private static CompartmentPlan plan(String door, Size size, Height height) {
        return new CompartmentPlan(id(door), size, height, Integer.parseInt(door), 0, 1, 1);
    }
}

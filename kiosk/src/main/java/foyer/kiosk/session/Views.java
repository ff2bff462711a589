package foyer.kiosk.session;

import foyer.kiosk.circulation.Acceptance;
import foyer.kiosk.circulation.Allowance;
import foyer.kiosk.circulation.Job;
import foyer.kiosk.circulation.Kiosk;
import foyer.kiosk.circulation.Now;
import foyer.kiosk.circulation.Problem;
import foyer.kiosk.circulation.Returned;
import foyer.kiosk.circulation.Shelf;
import foyer.kiosk.circulation.Visit;
import foyer.kiosk.circulation.Wall;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.Purpose;
import foyer.station.ServerMessage.Branch;
import foyer.station.ServerMessage.Desired;
import foyer.station.ServerMessage.KnownItem;
import foyer.station.ServerMessage.Rules;
import foyer.station.ServerMessage.ToLoad;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What the touchscreen shows of a state: no rule is here, only which words and numbers. */
final class Views {
    private final Kiosk kiosk;
    private final Now now;

    private Views(Kiosk kiosk, Now now) {
        this.kiosk = kiosk;
        this.now = now;
    }

    static Frame frame(Kiosk kiosk, Now now, boolean online) {
        Views views = new Views(kiosk, now);
        return new Frame(
                kiosk.sitting().number(), views.view(), views.place(), views.secondsLeft(), online, now.wall());
    }

    /** Whatever the visit was: nothing can be kept, so nothing may begin. */
    static Frame broken(Kiosk kiosk, Now now, boolean online) {
        Views views = new Views(kiosk, now);
        View trouble = new View.Trouble(View.What.OUT_OF_ORDER, Optional.empty(), false);
        return new Frame(kiosk.sitting().number(), trouble, views.place(), -1, online, now.wall());
    }

    private View view() {
        if (kiosk.station().desired().isEmpty()) {
            return new View.Starting();
        }
        return switch (kiosk.visit()) {
            case Visit.Recovering v -> new View.Starting();
            case Visit.Idle v -> new View.Welcome(returns());
            case Visit.TypingCard(boolean malformed) -> new View.CardNumber(malformed);
            case Visit.TypingPin pin -> new View.Pin(pin.again(), pin.claim().staff());
            case Visit.Checking v -> new View.Checking();
            case Visit.Choosing choosing ->
                new View.Ready(lines(Shelf.lines(kiosk, choosing.patron()), choosing.chosen()));
            case Visit.Pulsing pulsing -> new View.Opening(pulsing.job().door());
            case Visit.Stuck stuck ->
                new View.Trouble(
                        View.What.DOOR_DID_NOT_OPEN, Optional.of(stuck.job().door()), true);
            case Visit.Open open -> open(open);
            case Visit.Closed closed -> closed(closed);
            case Visit.Returning(List<Returned> returned) -> new View.ScanReturn(returned(returned));
            case Visit.FlapPulsing flap ->
                new View.DropReturn(flap.bin(), book(flap.item()), returned(flap.returned()));
            case Visit.FlapOpen flap -> new View.DropReturn(flap.bin(), book(flap.item()), returned(flap.returned()));
            case Visit.StaffHome home -> staffHome(home);
            case Visit.EmptyingBin emptying ->
                new View.BinConfirm(emptying.bin(), kiosk.station().dropped(emptying.bin()));
            case Visit.InTrouble trouble -> new View.Trouble(what(trouble.problem()), trouble.door(), false);
        };
    }

    private View open(Visit.Open open) {
        Job job = open.job();
        if (open.watch() == Visit.Watch.LEFT) {
            return new View.Trouble(View.What.CLOSE_DOOR_FIRST, Optional.of(job.door()), false);
        }
        return switch (job.purpose()) {
            // Who stands there after a power cut is not known: no titles.
            case Purpose.Pickup pickup ->
                new View.DoorOpen(
                        job.door(),
                        open.watch() == Visit.Watch.RECOVERED ? List.of() : taken(job.door(), pickup),
                        open.late());
            case Purpose.Load load -> new View.LoadDoor(job.door(), book(load.item()), open.late());
            case Purpose.Inspect inspect -> new View.InspectDoor(job.door(), open.late());
        };
    }

    private View closed(Visit.Closed closed) {
        Job job = closed.job();
        return switch (job.purpose()) {
            case Purpose.Pickup pickup ->
                new View.TakeBooks(
                        job.door(),
                        closed.recovered() ? List.of() : taken(job.door(), pickup),
                        job.reopenings() > 0 && !closed.recovered());
            case Purpose.Load load -> new View.LoadConfirm(job.door(), book(load.item()));
            case Purpose.Inspect inspect -> new View.InspectConfirm(job.door());
        };
    }

    private View staffHome(Visit.StaffHome home) {
        List<View.Book> toLoad =
                Shelf.toLoad(kiosk).stream().map(ToLoad::item).map(this::book).toList();
        return new View.StaffHome(
                toLoad,
                Shelf.toInspect(kiosk),
                Shelf.free(kiosk).size(),
                kiosk.wall().bins().stream().map(this::bin).toList(),
                home.note().map(Views::note));
    }

    private List<View.Line> taken(CompartmentId door, Purpose.Pickup pickup) {
        return lines(Shelf.taken(kiosk, door, pickup), pickup.holds());
    }

    private List<View.Line> lines(List<Shelf.Line> lines, Collection<HoldId> chosen) {
        return lines.stream()
                .map(line -> new View.Line(
                        line.hold(),
                        line.title(),
                        line.author(),
                        line.door(),
                        now.wall().atZone(zone()).toLocalDate().plusDays(line.loanDays()),
                        chosen.contains(line.hold())))
                .toList();
    }

    private View.Returns returns() {
        return switch (Acceptance.of(kiosk, now)) {
            case Acceptance.Open open -> new View.Returns.Taken(open.room());
            case Acceptance.Closed closed -> new View.Returns.Closed(closed.from());
            case Acceptance.Full full -> new View.Returns.Full();
        };
    }

    private List<View.Returned> returned(List<Returned> returned) {
        int days = kiosk.station()
                .desired()
                .map(Desired::rules)
                .map(Rules::quarantineDays)
                .orElse(0);
        return returned.stream()
                .map(line -> new View.Returned(book(line.item()), result(line.result()), line.at(), days))
                .toList();
    }

    private View.Bin bin(Wall.Bin bin) {
        return new View.Bin(bin.id(), kiosk.station().dropped(bin.id()), Acceptance.capacity(kiosk, bin));
    }

    private View.Book book(ItemBarcode item) {
        Optional<KnownItem> known = Shelf.known(kiosk, item);
        return new View.Book(item, known.map(KnownItem::title), known.map(KnownItem::author));
    }

    private int secondsLeft() {
        OptionalLong end = Allowance.endsAt(kiosk);
        return end.isEmpty() ? -1 : (int) Math.max(0, (end.getAsLong() - now.ms() + 999) / 1000);
    }

    private Frame.Place place() {
        Optional<Branch> branch = kiosk.station().desired().map(Desired::branch);
        return new Frame.Place(
                branch.map(Branch::name).orElse(Map.of()),
                branch.map(Branch::phone).orElse(""),
                zone(),
                branch.map(Branch::languages).orElse(List.of("en")),
                kiosk.wall().compartments());
    }

    private ZoneId zone() {
        return kiosk.station().desired().map(Desired::branch).map(Branch::zone).orElse(ZoneOffset.UTC);
    }

    private static View.Returned.Result result(Returned.Result result) {
        return switch (result) {
            case RECEIVED -> View.Returned.Result.RECEIVED;
            case NOT_OURS -> View.Returned.Result.NOT_OURS;
            case NOT_DROPPED -> View.Returned.Result.NOT_DROPPED;
        };
    }

    private static View.StaffNote note(Visit.Note note) {
        return switch (note) {
            case NOT_TO_LOAD -> View.StaffNote.NOT_TO_LOAD;
            case NO_COMPARTMENT -> View.StaffNote.NO_COMPARTMENT;
            case LOADED -> View.StaffNote.LOADED;
            case EMPTIED -> View.StaffNote.EMPTIED;
            case BIN_EMPTIED -> View.StaffNote.BIN_EMPTIED;
            case BIN_IN_USE -> View.StaffNote.BIN_IN_USE;
        };
    }

    private static View.What what(Problem problem) {
        return switch (problem) {
            case CARD_OR_PIN -> View.What.CARD_OR_PIN;
            case TOO_MANY_ATTEMPTS -> View.What.TOO_MANY_ATTEMPTS;
            case UNREADABLE_BARCODE -> View.What.UNREADABLE_BARCODE;
            case UNKNOWN_BARCODE -> View.What.UNKNOWN_BARCODE;
            case NOTHING_READY -> View.What.NOTHING_READY;
            case DOOR_DID_NOT_OPEN -> View.What.DOOR_DID_NOT_OPEN;
            case DOOR_UNKNOWN -> View.What.DOOR_UNKNOWN;
            case WRONG_DOOR -> View.What.WRONG_DOOR;
            case CLOSE_DOOR_FIRST -> View.What.CLOSE_DOOR_FIRST;
            case FLAP_DID_NOT_OPEN -> View.What.FLAP_DID_NOT_OPEN;
            case BIN_FULL -> View.What.BIN_FULL;
            case RETURNS_CLOSED -> View.What.RETURNS_CLOSED;
            case OUT_OF_ORDER -> View.What.OUT_OF_ORDER;
        };
    }
}

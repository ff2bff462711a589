package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.Purpose;
import foyer.station.ServerMessage.ToLoad;
import foyer.station.StaffId;
import foyer.station.StationEvent.BinEmptied;
import foyer.station.StationEvent.Refusal;
import foyer.station.StationEvent.Refused;
import java.util.Optional;
import java.util.Set;

/** Loading prepared orders, looking into compartments that may not be used before somebody has, and emptying bins. */
final class StaffWork {
    private StaffWork() {}

    static void load(Turn turn, StaffId staff, Barcode barcode) {
        Optional<ToLoad> wanted = Shelf.toLoad(turn.kiosk()).stream()
                .filter(load -> barcode.item().filter(load.item()::equals).isPresent())
                .findFirst();
        if (wanted.isEmpty()) {
            turn.fact(new Refused(Refusal.NOT_TO_LOAD, item(barcode)));
            turn.to(new Visit.StaffHome(staff, Optional.of(Visit.Note.NOT_TO_LOAD)));
            return;
        }
        ToLoad load = wanted.get();
        Optional<CompartmentId> door = Shelf.compartmentFor(turn.kiosk(), load);
        if (door.isEmpty()) {
            turn.fact(new Refused(
                    Refusal.NO_COMPARTMENT, "for item " + load.item().value()));
            turn.to(new Visit.StaffHome(staff, Optional.of(Visit.Note.NO_COMPARTMENT)));
            return;
        }
        Purpose purpose = new Purpose.Load(load.order(), load.hold(), load.item(), staff);
        open(turn, staff, door.get(), purpose);
    }

    static void inspect(Turn turn, CompartmentId door) {
        if (turn.visit() instanceof Visit.StaffHome(StaffId staff, Optional<Visit.Note> note)
                && Shelf.toInspect(turn.kiosk()).contains(door)) {
            open(turn, staff, door, new Purpose.Inspect(staff));
        }
    }

    static void emptyBin(Turn turn, BinId bin) {
        if (turn.visit() instanceof Visit.StaffHome(StaffId staff, Optional<Visit.Note> note)
                && turn.kiosk().wall().bins().stream().anyMatch(one -> one.id().equals(bin))) {
            turn.to(inUse(turn, bin) ? home(staff, Visit.Note.BIN_IN_USE) : new Visit.EmptyingBin(staff, bin));
        }
    }

    /** The answer to "is it empty?". It may be said with a full disk as well: it has already been done. */
    static void answered(Turn turn, Visit.EmptyingBin emptying, Input.Key key) {
        if (key == Input.Key.SEEN_EMPTY) {
            emptied(turn, emptying.staff(), emptying.bin());
        } else if (key == Input.Key.BACK) {
            turn.to(new Visit.StaffHome(emptying.staff(), Optional.empty()));
        }
    }

    private static void emptied(Turn turn, StaffId staff, BinId bin) {
        turn.fact(new BinEmptied(bin, staff, turn.station().dropped(bin)));
        turn.to(home(staff, Visit.Note.BIN_EMPTIED));
    }

    private static boolean inUse(Turn turn, BinId bin) {
        return turn.station().flaps().containsKey(bin);
    }

    private static Visit home(StaffId staff, Visit.Note note) {
        return new Visit.StaffHome(staff, Optional.of(note));
    }

    private static void open(Turn turn, StaffId staff, CompartmentId door, Purpose purpose) {
        Doors.begin(
                turn, new Job(door, purpose, Set.of(), Job.REOPENINGS), new Visit.StaffHome(staff, Optional.empty()));
    }

    /** Only our own items by number: any other code might be somebody's card. */
    private static String item(Barcode barcode) {
        return barcode.ours() ? "item " + barcode.item().orElseThrow().value() : "a barcode that is none of our items";
    }
}

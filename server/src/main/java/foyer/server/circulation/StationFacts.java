package foyer.server.circulation;

import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.Purpose;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import foyer.station.StationEvent.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows from what happened at a door. Nothing here refuses: a fact that does not fit is taken as it is and flagged
 * for staff.
 */
public final class StationFacts {
    /** What a look into the compartment answers. A wrong door stays open: it is the board that is in doubt. */
    private static final List<String> SETTLED_BY_A_LOOK = List.of("door-jammed", "door-uncertain", "door-forced");

    private StationFacts() {}

    public static List<Change> decide(Happened happened) {
        return switch (happened.event()) {
            case StationEvent.DoorOpened e -> opened(happened, e.door(), e.purpose());
            case StationEvent.DoorConfirmed e -> confirmed(happened, e);
            case StationEvent.DoorUncertain e -> uncertain(happened, e);
            case StationEvent.DoorJammed e -> List.of(happened.flag(happened.mention()));
            case StationEvent.WrongDoor e -> List.of(happened.flag(happened.mention()));
            case StationEvent.DoorForced e -> List.of(happened.flag(happened.mention()));
            case StationEvent.ReturnReceived e -> Returning.received(happened, e.item());
            case StationEvent.ReturnUncertain e -> List.of(happened.flag(happened.mention()));
            case StationEvent.HealthChanged e -> health(happened, e);
            case StationEvent.DoorIntended e -> List.of();
            case StationEvent.DoorClosed e -> List.of();
            case StationEvent.ReturnIntended e -> List.of();
            case StationEvent.FlapOpened e -> List.of();
            case StationEvent.ReturnAbandoned e -> List.of();
            // What lay in it stays in quarantine until its time; where staff put it no station can know.
            case StationEvent.BinEmptied e -> List.of();
            case StationEvent.Refused e -> List.of();
            case StationEvent.DesiredApplied e -> List.of();
        };
    }

    private static List<Change> opened(Happened happened, CompartmentId door, Purpose purpose) {
        return switch (purpose) {
            case Purpose.Pickup pickup -> PickingUp.opened(happened, door, pickup);
            case Purpose.Load load -> List.of();
            case Purpose.Inspect inspect -> List.of();
        };
    }

    private static List<Change> confirmed(Happened happened, StationEvent.DoorConfirmed event) {
        return switch (event.purpose()) {
            case Purpose.Load load -> Loading.confirmed(happened, event.door(), load);
            case Purpose.Inspect inspect -> inspected(happened, event.door(), inspect.staff());
            case Purpose.Pickup pickup -> List.of();
        };
    }

    private static List<Change> uncertain(Happened happened, StationEvent.DoorUncertain event) {
        List<Change> changes = new ArrayList<>();
        if (wasOpen(event.reached())) {
            switch (event.purpose()) {
                // Presumed taken. The loan has mostly begun already at the opening.
                case Purpose.Pickup pickup -> changes.addAll(PickingUp.opened(happened, event.door(), pickup));
                case Purpose.Load load -> changes.addAll(Loading.uncertain(happened, event.door(), load));
                case Purpose.Inspect inspect -> {}
            }
        }
        changes.add(happened.flag(happened.mention()));
        return List.copyOf(changes);
    }

    private static boolean wasOpen(Reached reached) {
        return switch (reached) {
            case INTENT -> false;
            case OPEN, CLOSED -> true;
        };
    }

    /** Staff left it empty, so what the ledger still thought inside is in their hands. */
    private static List<Change> inspected(Happened happened, CompartmentId door, StaffId staff) {
        Place place = happened.at(door);
        List<Change> changes = new ArrayList<>();
        for (Item item : happened.known().behind(place)) {
            changes.addAll(takenOut(happened, item));
        }
        changes.add(new Change.DoorSettled(place, SETTLED_BY_A_LOOK, staff.value()));
        return List.copyOf(changes);
    }

    private static List<Change> takenOut(Happened happened, Item item) {
        Optional<Hold> holder = holdOf(item.state()).flatMap(happened.known()::hold);
        return switch (holder.orElse(null)) {
            case Hold.Ready ready ->
                List.of(
                        new Change.HoldBecame(new Hold.Confirmed(ready.facts(), ready.order(), happened.at())),
                        new Change.ItemBecame(item.barcode(), new ItemState.Held(ready.id())));
            case Hold.Confirmed waiting ->
                List.of(new Change.ItemBecame(item.barcode(), new ItemState.Held(waiting.id())));
            case Hold.UnderReview waiting ->
                List.of(new Change.ItemBecame(item.barcode(), new ItemState.Held(waiting.id())));
            case Hold.Cancelled over -> List.of(onShelf(item));
            case Hold.Rejected over -> List.of(onShelf(item));
            // Its loan began and ended with another copy: this one was left behind.
            case Hold.Fulfilled over -> List.of(onShelf(item));
            case null -> List.of(onShelf(item));
        };
    }

    private static Change onShelf(Item item) {
        return new Change.ItemBecame(item.barcode(), new ItemState.OnShelf());
    }

    private static Optional<HoldId> holdOf(ItemState state) {
        return switch (state) {
            case ItemState.InCompartment in -> Optional.of(in.hold());
            case ItemState.Held held -> Optional.of(held.hold());
            case ItemState.Uncertain uncertain -> uncertain.hold();
            case ItemState.OnShelf s -> Optional.empty();
            case ItemState.OnLoan s -> Optional.empty();
            case ItemState.InQuarantine s -> Optional.empty();
        };
    }

    private static List<Change> health(Happened happened, StationEvent.HealthChanged event) {
        return List.of(
                event.well()
                        ? new Change.HealthSettled(happened.station(), event.part())
                        : happened.flag(happened.mention()));
    }
}

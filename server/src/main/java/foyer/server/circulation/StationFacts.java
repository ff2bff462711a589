package foyer.server.circulation;

import foyer.station.CompartmentId;
import foyer.station.Purpose;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import foyer.station.StationEvent.Reached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            case StationEvent.ReturnReceived e -> Returning.received(happened, e.bin(), e.item());
            case StationEvent.ReturnUncertain e -> Returning.uncertain(happened, e.item());
            case StationEvent.HealthChanged e -> health(happened, e);
            case StationEvent.DoorIntended e -> List.of();
            case StationEvent.DoorClosed e -> List.of();
            case StationEvent.ReturnIntended e -> List.of();
            case StationEvent.FlapOpened e -> List.of();
            case StationEvent.ReturnAbandoned e -> List.of();
            // What lay in it rests on as one; where staff put it no station can know.
            case StationEvent.BinEmptied e ->
                happened.known()
                        .batch()
                        .flatMap(batch -> Batches.out(batch, happened.at()))
                        .orElse(List.of());
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
        Map<String, Queue> queues = new HashMap<>(happened.known().queues());
        for (Item item : happened.known().behind(place)) {
            Queue queue = queues.getOrDefault(item.title(), happened.known().queue(item));
            Optional<Hold> holder = item.state().hold().flatMap(happened.known()::hold);
            changes.addAll(takenOut(item, holder, queue, happened.at()));
            // Two copies of one title must not both be kept for the first who waits.
            queue.next(item, happened.at()).ifPresent(next -> queues.put(item.title(), queue.without(next.id())));
        }
        changes.add(new Change.DoorSettled(place, SETTLED_BY_A_LOOK, staff.value()));
        return List.copyOf(changes);
    }

    /**
     * An item in staff's hands that was in a compartment, or nobody knew where. One whose hold has got another copy since
     * is free.
     */
    static List<Change> takenOut(Item item, Optional<Hold> claim, Queue queue, Instant at) {
        Optional<Hold> holder = claim.filter(hold -> hold.item().equals(Optional.of(item.barcode())));
        return switch (holder.orElse(null)) {
            // It is prepared still, and waits for another door or the desk.
            case Hold.Ready ready ->
                List.of(
                        new Change.HoldBecame(new Hold.Prepared(
                                ready.facts(), ready.promised(), ready.order(), at, Optional.of(ready.lastDay()))),
                        new Change.ItemBecame(item.barcode(), new ItemState.Held(ready.id())));
            case Hold.Confirmed waiting -> held(item, waiting);
            case Hold.Prepared waiting -> held(item, waiting);
            case Hold.OnHoldShelf waiting -> held(item, waiting);
            case Hold.UnderReview waiting -> held(item, waiting);
            case Hold.Queued over -> queue.freed(item, at);
            case Hold.Cancelled over -> queue.freed(item, at);
            case Hold.Rejected over -> queue.freed(item, at);
            case Hold.Expired over -> queue.freed(item, at);
            // Its loan began and ended with another copy: this one was left behind.
            case Hold.Fulfilled over -> queue.freed(item, at);
            case null -> queue.freed(item, at);
        };
    }

    private static List<Change> held(Item item, Hold waiting) {
        return List.of(new Change.ItemBecame(item.barcode(), new ItemState.Held(waiting.id())));
    }

    private static List<Change> health(Happened happened, StationEvent.HealthChanged event) {
        return List.of(
                event.well()
                        ? new Change.HealthSettled(happened.station(), event.part())
                        : happened.flag(happened.mention()));
    }
}

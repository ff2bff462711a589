package foyer.server.circulation;

import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.OrderId;
import foyer.station.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Staff put an item into a compartment. */
final class Loading {
    private Loading() {}

    static List<Change> confirmed(Happened happened, CompartmentId door, Purpose.Load load) {
        Place place = happened.at(door);
        Optional<Hold> known = happened.known().hold(load.hold());
        Optional<Item> item = happened.known().item(load.item());
        if (known.isEmpty() || item.isEmpty()) {
            return List.of(happened.flag(known.isEmpty() ? "unknown-hold" : "unknown-item"));
        }
        List<Change> changes = new ArrayList<>();
        changes.addAll(othersReleased(happened, known.get(), item.get()));
        changes.add(new Change.ItemBecame(load.item(), new ItemState.InCompartment(load.hold(), place)));
        Hold hold = known.get();
        switch (hold) {
            case Hold.Confirmed h -> changes.add(ready(hold, load, h.order(), h.lastDay(), place, happened));
            case Hold.Prepared h -> changes.add(ready(hold, load, h.order(), h.lastDay(), place, happened));
            case Hold.OnHoldShelf h ->
                changes.add(ready(hold, load, h.order(), Optional.of(h.lastDay()), place, happened));
            case Hold.UnderReview h -> {
                changes.add(happened.flag(h.state()));
                changes.add(ready(hold, load, load.order(), Optional.empty(), place, happened));
            }
            case Hold.Queued h -> {
                changes.add(happened.flag(h.state()));
                changes.add(ready(hold, load, load.order(), Optional.empty(), place, happened));
            }
            case Hold.Ready h -> {
                if (!h.place().equals(place)) {
                    changes.add(happened.flag(happened.mention()
                            .with("detail", "other-door")
                            .with("expected", h.place().compartment().value())));
                }
                changes.add(ready(hold, load, h.order(), Optional.of(h.lastDay()), place, happened));
            }
            // The book lies inside and nobody may take it: staff have to take it out again.
            case Hold.Fulfilled h -> changes.add(happened.flag(h.state()));
            case Hold.Rejected h -> changes.add(happened.flag(h.state()));
            case Hold.Cancelled h -> changes.add(happened.flag(h.state()));
            case Hold.Expired h -> changes.add(happened.flag(h.state()));
        }
        return List.copyOf(changes);
    }

    /**
     * The station stopped while it was open: the item is in the station or beside it, and evidently on loan no more. One
     * that was kept for another hold stays that one's until somebody knows.
     */
    static List<Change> uncertain(Happened happened, CompartmentId door, Purpose.Load load) {
        Optional<Item> known = happened.known().item(load.item());
        if (known.isEmpty()) {
            return List.of();
        }
        Item item = known.get();
        List<Change> changes = new ArrayList<>(stillOnLoan(happened, item));
        HoldId intended = item.state()
                .hold()
                .flatMap(happened.known()::hold)
                .filter(Hold::open)
                .map(Hold::id)
                .orElse(load.hold());
        changes.add(new Change.ItemBecame(
                item.barcode(), new ItemState.Uncertain(Optional.of(intended), Optional.of(happened.at(door)))));
        return List.copyOf(changes);
    }

    private static List<Change> stillOnLoan(Happened happened, Item item) {
        return happened.known()
                .lent(item.barcode())
                .map(Lent::loan)
                .map(loan -> List.of(
                        new Change.LoanEnded(new Loan.Ended(loan.facts(), loan.due(), happened.at())),
                        happened.flag("still-on-loan")))
                .orElse(List.of());
    }

    private static Change ready(
            Hold hold, Purpose.Load load, OrderId order, Optional<LocalDate> lastDay, Place place, Happened happened) {
        LocalDate last = Days.last(lastDay, happened.at(), happened.known().site());
        return new Change.HoldBecame(new Hold.Ready(hold.facts(), load.item(), order, place, happened.at(), last));
    }

    /** Another copy than promised frees the promised one; a copy that was on loan is evidently back. */
    private static List<Change> othersReleased(Happened happened, Hold hold, Item loaded) {
        List<Change> changes = new ArrayList<>();
        hold.item()
                .filter(promised -> !promised.equals(loaded.barcode()))
                .flatMap(happened.known()::item)
                .filter(promised -> promised.state().equals(new ItemState.Held(hold.id())))
                .ifPresent(promised ->
                        changes.addAll(happened.known().queue(promised).freed(promised, happened.at())));
        if (!hold.facts().title().equals(loaded.title())) {
            changes.add(happened.flag("other-title"));
        }
        loaded.state()
                .hold()
                .filter(other -> !other.equals(hold.id()))
                .flatMap(happened.known()::hold)
                .filter(Hold::open)
                .ifPresent(other -> {
                    // It was kept for somebody else, who goes back to the place in the queue it had.
                    changes.add(new Change.HoldBecame(new Hold.Queued(other.facts(), Optional.empty())));
                    changes.add(happened.flag("kept-for-another"));
                });
        changes.addAll(stillOnLoan(happened, loaded));
        return changes;
    }
}

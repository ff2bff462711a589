package foyer.server.circulation;

import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A compartment opened for a patron: the loans of its holds begin. */
final class PickingUp {
    private PickingUp() {}

    static List<Change> opened(Happened happened, CompartmentId door, Purpose.Pickup pickup) {
        List<Change> changes = new ArrayList<>();
        for (HoldId id : pickup.holds()) {
            Optional<Hold> hold = happened.known().hold(id);
            if (hold.isEmpty()) {
                changes.add(happened.flag("unknown-hold"));
            } else {
                changes.addAll(taken(happened, door, pickup, hold.get()));
            }
        }
        if (changes.stream().anyMatch(Change.LoanBegun.class::isInstance)) {
            happened.known().appointment().ifPresent(agreed -> changes.add(Appointing.kept(agreed, happened.at())));
        }
        return List.copyOf(changes);
    }

    private static List<Change> taken(Happened happened, CompartmentId door, Purpose.Pickup pickup, Hold hold) {
        if (hold instanceof Hold.Fulfilled) {
            // The same door, opened again within its window: the loan stands already.
            return List.of();
        }
        Optional<ItemBarcode> behind = item(happened, hold);
        if (behind.isEmpty()) {
            return List.of(happened.flag(happened.mention().about(hold).with("detail", "nothing-inside")));
        }
        ItemBarcode item = behind.get();
        List<Change> changes = new ArrayList<>();
        Optional<String> odd = odd(happened, door, pickup, hold);
        odd.ifPresent(detail ->
                changes.add(happened.flag(happened.mention().about(hold).with("detail", detail))));
        happened.known().lent(item).map(Lent::loan).ifPresent(other -> {
            // The item cannot be with somebody else: it lay here. That loan's return was missed, and costs nothing.
            changes.add(new Change.LoanEnded(new Loan.Ended(other.facts(), other.due(), happened.at())));
            changes.add(happened.flag(happened.mention().about(hold).with("detail", "still-on-loan")));
        });
        LoanId loan = LoanId.of(hold.id());
        Loan.Facts facts = new Loan.Facts(
                loan,
                Optional.of(hold.id()),
                hold.facts().patron(),
                item,
                happened.known().site().branch(),
                Optional.of(happened.station()),
                happened.at());
        changes.add(new Change.LoanBegun(
                new Loan.Running(facts, Days.due(happened.at(), happened.known().site()), 0, Optional.empty())));
        changes.add(new Change.HoldBecame(new Hold.Fulfilled(hold.facts(), item, loan, happened.at())));
        changes.add(new Change.ItemBecame(item, new ItemState.OnLoan(loan)));
        return changes;
    }

    /** The one kept for the hold; of a hold that is over, the one that still lies in the compartment for it. */
    private static Optional<ItemBarcode> item(Happened happened, Hold hold) {
        return hold.item().or(() -> happened.known().items().values().stream()
                .filter(item -> item.state().hold().equals(Optional.of(hold.id())))
                .map(Item::barcode)
                .findFirst());
    }

    /** Why staff should know of it, if they should. */
    private static Optional<String> odd(Happened happened, CompartmentId door, Purpose.Pickup pickup, Hold hold) {
        if (!pickup.patron().equals(hold.facts().patron())) {
            return Optional.of("other-patron");
        }
        return switch (hold) {
            case Hold.Ready ready ->
                ready.place().equals(happened.at(door)) ? Optional.empty() : Optional.of("other-door");
            case Hold.Queued h -> Optional.of(h.state());
            case Hold.UnderReview h -> Optional.of(h.state());
            case Hold.Confirmed h -> Optional.of(h.state());
            case Hold.Prepared h -> Optional.of(h.state());
            case Hold.OnHoldShelf h -> Optional.of(h.state());
            case Hold.Rejected h -> Optional.of(h.state());
            case Hold.Cancelled h -> Optional.of(h.state());
            case Hold.Expired h -> Optional.of(h.state());
            case Hold.Fulfilled h -> Optional.empty();
        };
    }
}

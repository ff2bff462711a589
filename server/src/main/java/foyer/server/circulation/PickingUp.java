package foyer.server.circulation;

import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.Purpose;
import java.time.LocalDate;
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
        return List.copyOf(changes);
    }

    private static List<Change> taken(Happened happened, CompartmentId door, Purpose.Pickup pickup, Hold hold) {
        if (hold instanceof Hold.Fulfilled) {
            // The same door, opened again within its window: the loan stands already.
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        Optional<String> odd = odd(happened, door, pickup, hold);
        odd.ifPresent(detail ->
                changes.add(happened.flag(happened.mention().about(hold).with("detail", detail))));
        happened.known().loan(hold.facts().item()).ifPresent(other -> {
            // The item cannot be with somebody else: it lay here. That loan's return was missed.
            changes.add(new Change.LoanEnded(new Loan.Ended(other.facts(), happened.at())));
            changes.add(happened.flag(happened.mention().about(hold).with("detail", "still-on-loan")));
        });
        LocalDate due = happened.at()
                .atZone(happened.known().site().zone())
                .toLocalDate()
                .plusDays(happened.known().site().policy().loanDays());
        LoanId loan = LoanId.of(hold.id());
        changes.add(new Change.LoanBegun(new Loan.Running(new Loan.Facts(
                loan, hold.id(), hold.facts().patron(), hold.facts().item(), happened.station(), happened.at(), due))));
        changes.add(new Change.HoldBecame(new Hold.Fulfilled(hold.facts(), loan, happened.at())));
        changes.add(new Change.ItemBecame(hold.facts().item(), new ItemState.OnLoan(loan)));
        return changes;
    }

    /** Why staff should know of it, if they should. */
    private static Optional<String> odd(Happened happened, CompartmentId door, Purpose.Pickup pickup, Hold hold) {
        if (!pickup.patron().equals(hold.facts().patron())) {
            return Optional.of("other-patron");
        }
        return switch (hold) {
            case Hold.Ready ready ->
                ready.place().equals(happened.at(door)) ? Optional.empty() : Optional.of("other-door");
            case Hold.UnderReview h -> Optional.of(Reviewing.stateOf(h));
            case Hold.Confirmed h -> Optional.of(Reviewing.stateOf(h));
            case Hold.Rejected h -> Optional.of(Reviewing.stateOf(h));
            case Hold.Cancelled h -> Optional.of(Reviewing.stateOf(h));
            case Hold.Fulfilled h -> Optional.empty();
        };
    }
}

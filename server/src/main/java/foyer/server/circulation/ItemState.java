package foyer.server.circulation;

import foyer.station.HoldId;
import java.time.Instant;
import java.util.Optional;

/** Where an item is, as far as the ledger knows. Exactly one of these at any time. */
public sealed interface ItemState {
    record OnShelf() implements ItemState {}

    /** Promised to a hold: on the shelf still, in staff's hands, or on the hold shelf; the hold's state says which. */
    record Held(HoldId claim) implements ItemState {}

    /** In a compartment for a hold, which may have been cancelled since. */
    record InCompartment(HoldId claim, Place place) implements ItemState {}

    record OnLoan(LoanId loan) implements ItemState {}

    /**
     * Returned and resting. From {@code until} on it may be lent again.
     *
     * @param batch what it lies in; empty when it was returned at a desk
     */
    record InQuarantine(Instant until, Optional<BatchId> batch) implements ItemState {}

    /**
     * Nobody knows until staff have looked.
     *
     * @param intended the hold it was being loaded for
     * @param place the compartment it may be in
     */
    record Uncertain(Optional<HoldId> intended, Optional<Place> place) implements ItemState {}

    /** The hold it is kept for, as far as this tells. */
    default Optional<HoldId> hold() {
        return switch (this) {
            case Held s -> Optional.of(s.claim());
            case InCompartment s -> Optional.of(s.claim());
            case Uncertain s -> s.intended();
            case OnShelf s -> Optional.empty();
            case OnLoan s -> Optional.empty();
            case InQuarantine s -> Optional.empty();
        };
    }
}

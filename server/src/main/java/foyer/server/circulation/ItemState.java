package foyer.server.circulation;

import foyer.station.HoldId;
import java.time.Instant;
import java.util.Optional;

/** Where an item is, as far as the ledger knows. Exactly one of these at any time. */
public sealed interface ItemState {
    record OnShelf() implements ItemState {}

    /** Promised to a hold and not in a compartment yet. */
    record Held(HoldId hold) implements ItemState {}

    /** In a compartment for a hold, which may have been cancelled since. */
    record InCompartment(HoldId hold, Place place) implements ItemState {}

    record OnLoan(LoanId loan) implements ItemState {}

    /** Returned and resting. From {@code until} on it may be lent again. */
    record InQuarantine(Instant until) implements ItemState {}

    /**
     * Nobody knows until staff have looked.
     *
     * @param hold the hold it was being loaded for
     * @param place the compartment it may be in
     */
    record Uncertain(Optional<HoldId> hold, Optional<Place> place) implements ItemState {}
}

package foyer.server.circulation;

import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a decision changes. The ledger writes the changes of one decision in one transaction, and keeps them in the
 * journal: the state of circulation is what they add up to.
 */
public sealed interface Change {
    record HoldPlaced(Hold hold) implements Change {}

    record HoldBecame(Hold hold) implements Change {}

    record ItemBecame(ItemBarcode item, ItemState state) implements Change {}

    record LoanBegun(Loan.Running loan) implements Change {}

    /** Renewed, asked for, or claimed returned. */
    record LoanBecame(Loan loan) implements Change {}

    record LoanEnded(Loan.Ended loan) implements Change {}

    /** Fixed, paid or waived. */
    record FineBecame(Fine fine) implements Change {}

    record BatchBecame(Batch batch) implements Change {}

    /** The item lies in the batch; it stays on the batch's list when it is released. */
    record Dropped(BatchId batch, ItemBarcode item, Instant at) implements Change {}

    record AppointmentBecame(Appointment appointment) implements Change {}

    record LockBecame(PatronId patron, Optional<Patron.Lock> lock) implements Change {}

    /**
     * Something staff must look at.
     *
     * @param kind the type name of the event it came with, as in the protocol
     */
    record DiscrepancyRaised(StationId station, String kind, Mention mention, Instant at) implements Change {}

    /** Staff have looked at this door, so what was open about it is closed, of these kinds. */
    record DoorSettled(Place place, List<String> kinds, String by) implements Change {
        public DoorSettled {
            kinds = List.copyOf(kinds);
        }
    }

    /** The part works again by its own word. */
    record HealthSettled(StationId station, String part) implements Change {}
}

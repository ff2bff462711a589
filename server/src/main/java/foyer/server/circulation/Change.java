package foyer.server.circulation;

import foyer.station.ItemBarcode;
import foyer.station.StationId;
import java.time.Instant;
import java.util.List;

/** What a decision changes. The ledger writes the changes of one decision in one transaction. */
public sealed interface Change {
    record HoldPlaced(Hold.UnderReview hold) implements Change {}

    record HoldBecame(Hold hold) implements Change {}

    record ItemBecame(ItemBarcode item, ItemState state) implements Change {}

    record LoanBegun(Loan.Running loan) implements Change {}

    record LoanEnded(Loan.Ended loan) implements Change {}

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

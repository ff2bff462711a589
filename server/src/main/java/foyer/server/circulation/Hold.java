package foyer.server.circulation;

import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import java.time.Instant;

/**
 * One patron's claim on one item, to be collected at a branch. Staff review it (domain A7), load it at the door, and it
 * is fulfilled by the door's opening.
 */
public sealed interface Hold {
    Facts facts();

    /** What never changes but the item: staff may load another copy of the title. */
    record Facts(
            HoldId id,
            String network,
            PatronId patron,
            String title,
            ItemBarcode item,
            String pickupBranch,
            Instant placedAt) {
        public Facts with(ItemBarcode other) {
            return new Facts(id, network, patron, title, other, pickupBranch, placedAt);
        }
    }

    /** Waits for staff to look. */
    record UnderReview(Facts facts) implements Hold {}

    /** The item is off the shelf and may be loaded. */
    record Confirmed(Facts facts, OrderId order, Instant at) implements Hold {}

    /** The item lies in a compartment and the patron may take it. */
    record Ready(Facts facts, OrderId order, Place place, Instant at) implements Hold {}

    /** A door has opened for it: the loan stands. */
    record Fulfilled(Facts facts, LoanId loan, Instant at) implements Hold {}

    record Rejected(Facts facts, String reason, Instant at) implements Hold {}

    record Cancelled(Facts facts, Instant at) implements Hold {}

    default HoldId id() {
        return facts().id();
    }

    /** Counts towards the patron's limit, and keeps its item from others. */
    default boolean open() {
        return switch (this) {
            case UnderReview h -> true;
            case Confirmed h -> true;
            case Ready h -> true;
            case Fulfilled h -> false;
            case Rejected h -> false;
            case Cancelled h -> false;
        };
    }
}

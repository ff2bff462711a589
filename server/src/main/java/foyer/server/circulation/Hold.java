package foyer.server.circulation;

import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One patron's claim on a title, or on one item of it, to be collected at a branch. It waits in the queue, is reviewed
 * by staff (domain A7), prepared, put into a compartment or onto the desk's hold shelf, and is fulfilled by the door's
 * opening or at the desk.
 */
public sealed interface Hold {
    Facts facts();

    /**
     * What hardly changes.
     *
     * @param wanted the one item it is for; empty when any of the title will do
     * @param placedAt its place in the queue: the earlier first, then by id
     * @param notNeededAfter the last day the patron still wants it
     */
    record Facts(
            HoldId id,
            String network,
            PatronId patron,
            String title,
            Optional<ItemBarcode> wanted,
            String pickupBranch,
            Instant placedAt,
            Optional<LocalDate> notNeededAfter) {
        public Facts until(Optional<LocalDate> day) {
            return new Facts(id, network, patron, title, wanted, pickupBranch, placedAt, day);
        }
    }

    /**
     * Waits for an item (domain A5).
     *
     * @param suspendedUntil passed over until this day, without losing its place
     */
    record Queued(Facts facts, Optional<LocalDate> suspendedUntil) implements Hold {}

    /**
     * An item is promised and waits for staff to look.
     *
     * @param since when it came before staff: placed, or served from the queue
     */
    record UnderReview(Facts facts, ItemBarcode promised, Instant since) implements Hold {}

    /**
     * To be taken off the shelf and prepared.
     *
     * @param at when it was confirmed
     */
    record Confirmed(Facts facts, ItemBarcode promised, OrderId order, Instant at, Optional<LocalDate> lastDay)
            implements Hold {}

    /** In staff's hands, and waits for a compartment or a place on the hold shelf. */
    record Prepared(Facts facts, ItemBarcode promised, OrderId order, Instant at, Optional<LocalDate> lastDay)
            implements Hold {}

    /**
     * The item lies in a compartment and the patron may take it.
     *
     * @param lastDay after which it expires (domain A8)
     */
    record Ready(Facts facts, ItemBarcode promised, OrderId order, Place place, Instant at, LocalDate lastDay)
            implements Hold {}

    /** The item lies on the desk's hold shelf of the pickup branch. */
    record OnHoldShelf(Facts facts, ItemBarcode promised, OrderId order, Instant at, LocalDate lastDay)
            implements Hold {}

    /** A door has opened for it, or the desk has handed it over: the loan stands. */
    record Fulfilled(Facts facts, ItemBarcode lent, LoanId loan, Instant at) implements Hold {}

    record Rejected(Facts facts, String reason, Instant at) implements Hold {}

    record Cancelled(Facts facts, By by, Instant at) implements Hold {}

    /** Not collected in time, or not needed any more. */
    record Expired(Facts facts, Instant at) implements Hold {}

    default HoldId id() {
        return facts().id();
    }

    /** Counts towards the patron's limit. */
    default boolean open() {
        return switch (this) {
            case Queued h -> true;
            case UnderReview h -> true;
            case Confirmed h -> true;
            case Prepared h -> true;
            case Ready h -> true;
            case OnHoldShelf h -> true;
            case Fulfilled h -> false;
            case Rejected h -> false;
            case Cancelled h -> false;
            case Expired h -> false;
        };
    }

    /** The item that is kept for it, or was lent. */
    default Optional<ItemBarcode> item() {
        return switch (this) {
            case Queued h -> Optional.empty();
            case UnderReview h -> Optional.of(h.promised());
            case Confirmed h -> Optional.of(h.promised());
            case Prepared h -> Optional.of(h.promised());
            case Ready h -> Optional.of(h.promised());
            case OnHoldShelf h -> Optional.of(h.promised());
            case Fulfilled h -> Optional.of(h.lent());
            case Rejected h -> Optional.empty();
            case Cancelled h -> Optional.empty();
            case Expired h -> Optional.empty();
        };
    }

    /** What it is prepared with. */
    default Optional<OrderId> preparedAs() {
        return switch (this) {
            case Confirmed h -> Optional.of(h.order());
            case Prepared h -> Optional.of(h.order());
            case Ready h -> Optional.of(h.order());
            case OnHoldShelf h -> Optional.of(h.order());
            case Queued h -> Optional.empty();
            case UnderReview h -> Optional.empty();
            case Fulfilled h -> Optional.empty();
            case Rejected h -> Optional.empty();
            case Cancelled h -> Optional.empty();
            case Expired h -> Optional.empty();
        };
    }

    /** The same claim with other facts, in the same state. */
    default Hold with(Facts other) {
        return switch (this) {
            case Queued h -> new Queued(other, h.suspendedUntil());
            case UnderReview h -> new UnderReview(other, h.promised(), h.since());
            case Confirmed h -> new Confirmed(other, h.promised(), h.order(), h.at(), h.lastDay());
            case Prepared h -> new Prepared(other, h.promised(), h.order(), h.at(), h.lastDay());
            case Ready h -> new Ready(other, h.promised(), h.order(), h.place(), h.at(), h.lastDay());
            case OnHoldShelf h -> new OnHoldShelf(other, h.promised(), h.order(), h.at(), h.lastDay());
            case Fulfilled h -> new Fulfilled(other, h.lent(), h.loan(), h.at());
            case Rejected h -> new Rejected(other, h.reason(), h.at());
            case Cancelled h -> new Cancelled(other, h.by(), h.at());
            case Expired h -> new Expired(other, h.at());
        };
    }

    /** The state's name as the ledger, REST and the pages know it. */
    default String state() {
        return switch (this) {
            case Queued h -> "queued";
            case UnderReview h -> "under-review";
            case Confirmed h -> "confirmed";
            case Prepared h -> "prepared";
            case Ready h -> "ready";
            case OnHoldShelf h -> "on-hold-shelf";
            case Fulfilled h -> "fulfilled";
            case Rejected h -> "rejected";
            case Cancelled h -> "cancelled";
            case Expired h -> "expired";
        };
    }
}

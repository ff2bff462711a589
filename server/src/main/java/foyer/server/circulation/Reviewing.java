package foyer.server.circulation;

import static foyer.server.circulation.Outcome.Refusal.NOT_YOURS;
import static foyer.server.circulation.Outcome.Refusal.OTHER_NETWORK;
import static foyer.server.circulation.Outcome.Refusal.REASON_MISSING;
import static foyer.server.circulation.Outcome.Refusal.WRONG_STATE;

import foyer.station.OrderId;
import foyer.station.PatronId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What staff and the patron may still do with a hold. */
public final class Reviewing {
    private Reviewing() {}

    public sealed interface Command {
        /**
         * Staff have the item in their hands.
         *
         * @param network of the member of staff
         * @param order what the hold is prepared with, when it is confirmed
         */
        record Confirm(String network, OrderId order) implements Command {}

        record Reject(String network, String reason) implements Command {}

        record Cancel(PatronId patron) implements Command {}
    }

    /** @param item the hold's item as the ledger knows it */
    public static Outcome decide(Command command, Hold hold, Item item, Instant now) {
        return switch (command) {
            case Command.Confirm confirm -> confirm(confirm, hold, now);
            case Command.Reject reject -> reject(reject, hold, item, now);
            case Command.Cancel cancel -> cancel(cancel, hold, item, now);
        };
    }

    private static Outcome confirm(Command.Confirm command, Hold hold, Instant now) {
        if (!command.network().equals(hold.facts().network())) {
            return new Outcome.Refused(OTHER_NETWORK, command.network());
        }
        if (!(hold instanceof Hold.UnderReview)) {
            return new Outcome.Refused(WRONG_STATE, stateOf(hold));
        }
        return new Outcome.Done(List.of(new Change.HoldBecame(new Hold.Confirmed(hold.facts(), command.order(), now))));
    }

    /** Domain A7: never without a reason, which the patron reads. */
    private static Outcome reject(Command.Reject command, Hold hold, Item item, Instant now) {
        if (!command.network().equals(hold.facts().network())) {
            return new Outcome.Refused(OTHER_NETWORK, command.network());
        }
        if (!(hold instanceof Hold.UnderReview)) {
            return new Outcome.Refused(WRONG_STATE, stateOf(hold));
        }
        if (command.reason().isBlank()) {
            return new Outcome.Refused(REASON_MISSING, "");
        }
        return done(new Hold.Rejected(hold.facts(), command.reason().strip(), now), item);
    }

    private static Outcome cancel(Command.Cancel command, Hold hold, Item item, Instant now) {
        if (!command.patron().equals(hold.facts().patron())) {
            return new Outcome.Refused(NOT_YOURS, "");
        }
        if (!hold.open()) {
            return new Outcome.Refused(WRONG_STATE, stateOf(hold));
        }
        return done(new Hold.Cancelled(hold.facts(), now), item);
    }

    /** An item that was only promised is free again; one in a compartment stays there until staff take it out. */
    private static Outcome done(Hold ended, Item item) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.HoldBecame(ended));
        if (item.state() instanceof ItemState.Held held && held.hold().equals(ended.id())) {
            changes.add(new Change.ItemBecame(item.barcode(), new ItemState.OnShelf()));
        }
        return new Outcome.Done(changes);
    }

    /** The state's name as pages and REST know it. */
    public static String stateOf(Hold hold) {
        return switch (hold) {
            case Hold.UnderReview h -> "under-review";
            case Hold.Confirmed h -> "confirmed";
            case Hold.Ready h -> "ready";
            case Hold.Fulfilled h -> "fulfilled";
            case Hold.Rejected h -> "rejected";
            case Hold.Cancelled h -> "cancelled";
        };
    }
}

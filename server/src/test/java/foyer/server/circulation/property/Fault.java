package foyer.server.circulation.property;

import foyer.server.circulation.Change;
import foyer.server.circulation.Fine;
import foyer.server.circulation.Hold;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Placing;
import foyer.server.circulation.Queue;
import java.util.List;
import java.util.Optional;

/** What may be wrong in a library, planted, to see that it is found. */
public enum Fault {
    NONE,
    /** The newest in the queue are served first. */
    NEWEST_FIRST,
    /** Who sleeps is served all the same. */
    SUSPENSION_FORGOTTEN,
    LIMIT_FORGOTTEN,
    /** What comes back goes straight onto its shelf. */
    QUARANTINE_FORGOTTEN,
    /** A copy stays where it was though it is promised. */
    PROMISE_FORGOTTEN,
    /** A return leaves the loan open. */
    RETURN_FORGOTTEN,
    /** What is handed over leaves the hold as it was. */
    PICKUP_FORGOTTEN,
    CAP_FORGOTTEN,
    /** Whoever is in front is passed over when somebody places a hold. */
    QUEUE_FORGOTTEN;

    Queue queue(Queue queue) {
        return switch (this) {
            case NEWEST_FIRST ->
                queue.waiting().isEmpty()
                        ? queue
                        : new Queue(List.of(queue.waiting().getLast()), queue.sites(), queue.orders());
            case SUSPENSION_FORGOTTEN ->
                new Queue(
                        queue.waiting().stream()
                                .map(hold -> new Hold.Queued(hold.facts(), Optional.empty()))
                                .toList(),
                        queue.sites(),
                        queue.orders());
            default -> queue;
        };
    }

    Placing.Known placing(Placing.Known known) {
        return switch (this) {
            case LIMIT_FORGOTTEN ->
                new Placing.Known(
                        known.standing(), known.titleNetwork(), known.site(), known.copies(), List.of(), known.queue());
            case QUEUE_FORGOTTEN ->
                new Placing.Known(
                        known.standing(),
                        known.titleNetwork(),
                        known.site(),
                        known.copies(),
                        known.open(),
                        new Queue(
                                List.of(), known.queue().sites(), known.queue().orders()));
            default -> known;
        };
    }

    /** What becomes of a change. */
    List<Change> change(Change change) {
        return switch (change) {
            case Change.ItemBecame c
            when this == QUARANTINE_FORGOTTEN && c.state() instanceof ItemState.InQuarantine ->
                List.of(new Change.ItemBecame(c.item(), new ItemState.OnShelf()));
            case Change.ItemBecame c when this == PROMISE_FORGOTTEN && c.state() instanceof ItemState.Held -> List.of();
            case Change.LoanEnded c when this == RETURN_FORGOTTEN -> List.of();
            case Change.HoldBecame c when this == PICKUP_FORGOTTEN && c.hold() instanceof Hold.Fulfilled -> List.of();
            case Change.FineBecame c
            when this == CAP_FORGOTTEN && c.fine() instanceof Fine.Owed owed ->
                List.of(new Change.FineBecame(new Fine.Owed(new Fine.Facts(
                        owed.facts().loan(),
                        owed.facts().patron(),
                        owed.facts().branch(),
                        owed.facts().cents() * 100,
                        owed.facts().daysLate(),
                        owed.facts().at()))));
            default -> List.of(change);
        };
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Refusal.DAY_WRONG;
import static foyer.server.circulation.Refusal.NOT_YOURS;
import static foyer.server.circulation.Refusal.OTHER_NETWORK;
import static foyer.server.circulation.Refusal.REASON_MISSING;
import static foyer.server.circulation.Refusal.WRONG_STATE;

import foyer.station.ItemBarcode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What staff and the patron may still do with a hold. */
public final class Handling {
    private Handling() {}

    public sealed interface Command {
        /** Staff have the item in their hands (domain A7). */
        record Confirm(String network) implements Command {}

        /**
         * @param reason the patron reads it
         * @param copyGone the copy is not there or cannot be lent: it is not offered to the next either
         */
        record Reject(String network, String reason, boolean copyGone) implements Command {}

        /** Taken off the shelf and packed; waits for a compartment. */
        record Prepare(String network) implements Command {}

        /** Laid onto the desk's hold shelf of the pickup branch. */
        record Shelve(String network) implements Command {}

        /** The patron, or staff on the patron's behalf. */
        record Cancel(By by, String network) implements Command {}

        /** Passed over until this day; empty: no longer. */
        record Suspend(By by, String network, Optional<LocalDate> until) implements Command {}

        /** Wanted until this day; empty: for as long as it takes. */
        record NeededUntil(By by, String network, Optional<LocalDate> day) implements Command {}
    }

    /**
     * @param item the one that is kept for it, if one is
     * @param site of the pickup branch
     * @param queue of its title, without this hold
     */
    public record Known(Hold hold, Optional<Item> item, Site site, Queue queue) {}

    public static Outcome decide(Command command, Known known, Instant now) {
        return switch (command) {
            case Command.Confirm c -> inNetwork(c.network(), known).orElseGet(() -> confirm(known, now));
            case Command.Reject c -> inNetwork(c.network(), known).orElseGet(() -> reject(c, known, now));
            case Command.Prepare c -> inNetwork(c.network(), known).orElseGet(() -> prepare(known, now));
            case Command.Shelve c -> inNetwork(c.network(), known).orElseGet(() -> shelve(known, now));
            case Command.Cancel c -> allowed(c.by(), c.network(), known).orElseGet(() -> cancel(c, known, now));
            case Command.Suspend c -> allowed(c.by(), c.network(), known).orElseGet(() -> suspend(c, known, now));
            case Command.NeededUntil c ->
                allowed(c.by(), c.network(), known).orElseGet(() -> neededUntil(c, known, now));
        };
    }

    private static Outcome confirm(Known known, Instant now) {
        if (!(known.hold() instanceof Hold.UnderReview review)) {
            return wrongState(known.hold());
        }
        return became(new Hold.Confirmed(
                review.facts(),
                review.promised(),
                known.queue().orders().of(review.facts()),
                now,
                Days.lastFromConfirmation(now, known.site())));
    }

    /** Never without a reason, which the patron reads (domain A7). */
    private static Outcome reject(Command.Reject command, Known known, Instant now) {
        return switch (known.hold()) {
            case Hold.UnderReview h -> rejected(command, known, now);
            // Not found on its shelf, though it was confirmed.
            case Hold.Confirmed h -> rejected(command, known, now);
            case Hold.Queued h -> rejected(command, known, now);
            case Hold.Prepared h -> wrongState(h);
            case Hold.Ready h -> wrongState(h);
            case Hold.OnHoldShelf h -> wrongState(h);
            case Hold.Fulfilled h -> wrongState(h);
            case Hold.Rejected h -> wrongState(h);
            case Hold.Cancelled h -> wrongState(h);
            case Hold.Expired h -> wrongState(h);
        };
    }

    private static Outcome rejected(Command.Reject command, Known known, Instant now) {
        if (command.reason().isBlank()) {
            return Outcome.Refused.of(REASON_MISSING);
        }
        Hold ended = new Hold.Rejected(known.hold().facts(), command.reason().strip(), now);
        if (!command.copyGone()) {
            return new Outcome.Done(ended(ended, known.item(), known.queue(), now));
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.HoldBecame(ended));
        known.item()
                .ifPresent(item -> changes.add(new Change.ItemBecame(
                        item.barcode(), new ItemState.Uncertain(Optional.empty(), Optional.empty()))));
        return new Outcome.Done(changes);
    }

    private static Outcome prepare(Known known, Instant now) {
        if (!(known.hold() instanceof Hold.Confirmed confirmed)) {
            return wrongState(known.hold());
        }
        return became(new Hold.Prepared(
                confirmed.facts(), confirmed.promised(), confirmed.order(), now, confirmed.lastDay()));
    }

    private static Outcome shelve(Known known, Instant now) {
        return switch (known.hold()) {
            case Hold.Confirmed h -> became(shelved(h, h.promised(), h.lastDay(), known, now));
            case Hold.Prepared h -> became(shelved(h, h.promised(), h.lastDay(), known, now));
            case Hold.Queued h -> wrongState(h);
            case Hold.UnderReview h -> wrongState(h);
            case Hold.Ready h -> wrongState(h);
            case Hold.OnHoldShelf h -> wrongState(h);
            case Hold.Fulfilled h -> wrongState(h);
            case Hold.Rejected h -> wrongState(h);
            case Hold.Cancelled h -> wrongState(h);
            case Hold.Expired h -> wrongState(h);
        };
    }

    private static Hold shelved(Hold hold, ItemBarcode item, Optional<LocalDate> lastDay, Known known, Instant now) {
        return new Hold.OnHoldShelf(
                hold.facts(),
                item,
                hold.preparedAs().orElseGet(() -> known.queue().orders().of(hold.facts())),
                now,
                Days.last(lastDay, now, known.site()));
    }

    private static Outcome cancel(Command.Cancel command, Known known, Instant now) {
        if (!known.hold().open()) {
            return wrongState(known.hold());
        }
        Hold ended = new Hold.Cancelled(known.hold().facts(), command.by(), now);
        return new Outcome.Done(ended(ended, known.item(), known.queue(), now));
    }

    private static Outcome suspend(Command.Suspend command, Known known, Instant now) {
        if (!(known.hold() instanceof Hold.Queued queued)) {
            return wrongState(known.hold());
        }
        LocalDate today = known.site().calendar().dayOf(now);
        boolean fine = command.until().map(day -> day.isAfter(today)).orElse(true);
        return fine
                ? became(new Hold.Queued(queued.facts(), command.until()))
                : new Outcome.Refused(DAY_WRONG, today.toString());
    }

    private static Outcome neededUntil(Command.NeededUntil command, Known known, Instant now) {
        if (!known.hold().open()) {
            return wrongState(known.hold());
        }
        LocalDate today = known.site().calendar().dayOf(now);
        boolean fine = command.day().map(day -> !day.isBefore(today)).orElse(true);
        return fine
                ? became(known.hold().with(known.hold().facts().until(command.day())))
                : new Outcome.Refused(DAY_WRONG, today.toString());
    }

    /**
     * A hold that is over gives back its item: to the next in the queue, or to the shelf. One in a compartment stays
     * there until staff take it out; one nobody knows of stays unknown.
     */
    static List<Change> ended(Hold ended, Optional<Item> item, Queue queue, Instant now) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.HoldBecame(ended));
        item.filter(kept -> kept.state() instanceof ItemState.Held held
                        && held.claim().equals(ended.id()))
                .ifPresent(kept -> changes.addAll(queue.freed(kept, now)));
        return List.copyOf(changes);
    }

    private static Optional<Outcome> inNetwork(String network, Known known) {
        return network.equals(known.hold().facts().network())
                ? Optional.empty()
                : Optional.of(new Outcome.Refused(OTHER_NETWORK, network));
    }

    /** A patron's own, or anybody's of the network by its staff (domain A14, B11). */
    private static Optional<Outcome> allowed(By by, String network, Known known) {
        return switch (by) {
            case By.Reader reader ->
                reader.patron().equals(known.hold().facts().patron())
                        ? Optional.empty()
                        : Optional.of(Outcome.Refused.of(NOT_YOURS));
            case By.Staff staff -> inNetwork(network, known);
            case By.House house -> Optional.empty();
        };
    }

    private static Outcome became(Hold hold) {
        return Outcome.Done.of(new Change.HoldBecame(hold));
    }

    private static Outcome wrongState(Hold hold) {
        return new Outcome.Refused(WRONG_STATE, hold.state());
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Refusal.STILL_RESTING;
import static foyer.server.circulation.Refusal.WRONG_STATE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What staff do with a bin's returns (domain B13): seal, take out, put away. Time releases. */
public final class Batches {
    private Batches() {}

    public enum Command {
        /** Closed in the bin: from now on it rests as one. */
        SEAL,
        /** Taken out of the bin, to rest elsewhere. */
        TAKE_OUT,
        /** It has rested: its items may be lent on. */
        RELEASE,
        /** The items are where they belong. */
        EMPTY
    }

    /** @param resting its items that still rest */
    public record Known(Batch batch, List<Resting> resting) {
        public Known {
            resting = List.copyOf(resting);
        }
    }

    /** An item in quarantine with those who wait for its title. */
    public record Resting(Item item, Queue queue) {}

    public static Outcome decide(Command command, Known known, Instant now) {
        return switch (command) {
            case SEAL -> seal(known, now);
            case TAKE_OUT -> takeOut(known, now);
            case RELEASE -> release(known, now);
            case EMPTY -> empty(known, now);
        };
    }

    private static Outcome seal(Known known, Instant now) {
        return known.batch() instanceof Batch.Open open
                ? new Outcome.Done(together(new Batch.Sealed(open.facts(), open.until(), now), open.until(), known))
                : wrongState(known);
    }

    private static Outcome takeOut(Known known, Instant now) {
        return out(known, now).<Outcome>map(Outcome.Done::new).orElseGet(() -> wrongState(known));
    }

    /** The station says that the bin was emptied, or staff do on the page. */
    static Optional<List<Change>> out(Known known, Instant now) {
        return switch (known.batch()) {
            case Batch.Open b ->
                Optional.of(together(new Batch.Quarantined(b.facts(), b.until(), now), b.until(), known));
            case Batch.Sealed b ->
                Optional.of(together(new Batch.Quarantined(b.facts(), b.until(), now), b.until(), known));
            case Batch.Quarantined b -> Optional.empty();
            case Batch.Released b -> Optional.empty();
            case Batch.Emptied b -> Optional.empty();
        };
    }

    private static Outcome release(Known known, Instant now) {
        return switch (known.batch()) {
            case Batch.Sealed b -> released(b, b.until(), known, now);
            case Batch.Quarantined b -> released(b, b.until(), known, now);
            case Batch.Open b -> wrongState(known);
            case Batch.Released b -> wrongState(known);
            case Batch.Emptied b -> wrongState(known);
        };
    }

    private static Outcome released(Batch batch, Instant until, Known known, Instant now) {
        if (now.isBefore(until)) {
            return new Outcome.Refused(STILL_RESTING, until.toString());
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.BatchBecame(new Batch.Released(batch.facts(), now)));
        changes.addAll(freed(known, now));
        return new Outcome.Done(changes);
    }

    private static Outcome empty(Known known, Instant now) {
        return known.batch() instanceof Batch.Released released
                ? Outcome.Done.of(new Change.BatchBecame(new Batch.Emptied(released.facts(), now)))
                : known.batch() instanceof Batch.Emptied ? wrongState(known) : new Outcome.Refused(STILL_RESTING, "");
    }

    /** Two copies of one title must not both be kept for the first who waits. */
    private static List<Change> freed(Known known, Instant now) {
        List<Change> changes = new ArrayList<>();
        Map<String, Queue> queues = new HashMap<>();
        for (Resting one : known.resting()) {
            Queue queue = queues.getOrDefault(one.item().title(), one.queue());
            changes.addAll(queue.freed(one.item(), now));
            queue.next(one.item(), now).ifPresent(next -> queues.put(one.item().title(), queue.without(next.id())));
        }
        return changes;
    }

    /** From here on the batch rests as one: nobody picks single books out of a sealed box. */
    private static List<Change> together(Batch batch, Instant until, Known known) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.BatchBecame(batch));
        known.resting()
                .forEach(one -> changes.add(new Change.ItemBecame(
                        one.item().barcode(), new ItemState.InQuarantine(until, Optional.of(batch.id())))));
        return List.copyOf(changes);
    }

    private static Outcome wrongState(Known known) {
        return new Outcome.Refused(WRONG_STATE, known.batch().state());
    }
}

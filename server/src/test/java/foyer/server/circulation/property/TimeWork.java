package foyer.server.circulation.property;

import foyer.server.circulation.Batch;
import foyer.server.circulation.Change;
import foyer.server.circulation.ComingDue;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What time alone brings about, and when it next may. */
final class TimeWork {
    private final Library library;

    TimeWork(Library library) {
        this.library = library;
    }

    /** One thing that is due now, with the rule's name; nothing when nothing is. */
    Optional<Due> next(Instant now) {
        return works(now)
                .map(work -> new Due(work.rule(), work.changes().get()))
                .filter(due -> !due.changes().isEmpty())
                .findFirst();
    }

    record Due(String rule, List<Change> changes) {}

    private record Work(String rule, Supplier<List<Change>> changes) {}

    private Stream<Work> works(Instant now) {
        Stream<Work> holds =
                library.openHolds().stream().map(hold -> new Work("hold-ends", () -> ComingDue.hold(known(hold), now)));
        Stream<Work> batches = library.batches().stream()
                .filter(batch -> batch instanceof Batch.Sealed || batch instanceof Batch.Quarantined)
                .map(batch -> new Work("batch-rested", () -> ComingDue.batch(library.batch(batch), now)));
        Stream<Work> rested = library.items().stream()
                .filter(item -> item.state() instanceof ItemState.InQuarantine)
                .map(item -> new Work(
                        "rested", () -> ComingDue.rested(item, batchOf(item), library.queue(item.title()), now)));
        Stream<Work> idle = library.items().stream()
                .filter(item -> item.state() instanceof ItemState.OnShelf)
                .map(item -> new Work("idle", () -> ComingDue.idle(item, library.queue(item.title()), now)));
        Stream<Work> appointments = library.agreed().stream()
                .map(agreed -> new Work("appointment-over", () -> ComingDue.appointment(agreed, now)));
        return Stream.of(holds, batches, rested, idle, appointments).flatMap(works -> works);
    }

    private ComingDue.KnownHold known(Hold hold) {
        return new ComingDue.KnownHold(
                hold,
                hold.item().flatMap(library::item),
                library.world().site(hold.facts().pickupBranch()),
                library.agreed(hold.facts().patron(), hold.facts().pickupBranch()),
                library.queueWithout(hold));
    }

    private Optional<Batch> batchOf(Item item) {
        return item.state() instanceof ItemState.InQuarantine rest
                ? rest.batch().flatMap(library::batch)
                : Optional.empty();
    }

    /** The next moment after now at which something may come due. */
    Optional<Instant> after(Instant now) {
        Stream<Instant> holds = library.openHolds().stream().flatMap(this::moments);
        Stream<Instant> items = library.items().stream()
                .flatMap(item ->
                        item.state() instanceof ItemState.InQuarantine rest ? Stream.of(rest.until()) : Stream.empty());
        Stream<Instant> appointments =
                library.agreed().stream().map(agreed -> agreed.slot().until());
        return Stream.of(holds, items, appointments)
                .flatMap(moments -> moments)
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo);
    }

    private Stream<Instant> moments(Hold hold) {
        Site site = library.world().site(hold.facts().pickupBranch());
        Stream<LocalDate> begins =
                hold instanceof Hold.Queued queued ? queued.suspendedUntil().stream() : Stream.empty();
        Stream<LocalDate> ends = Stream.concat(lastDay(hold).stream(), hold.facts().notNeededAfter().stream());
        Stream<LocalDate> appointment = library
                .agreed(hold.facts().patron(), hold.facts().pickupBranch())
                .stream()
                .map(agreed -> site.calendar().dayOf(agreed.slot().from()));
        return Stream.concat(
                begins.map(day -> site.calendar().at(day, LocalTime.MIDNIGHT)),
                Stream.concat(ends, appointment).map(site.calendar()::endOf));
    }

    static Optional<LocalDate> lastDay(Hold hold) {
        return switch (hold) {
            case Hold.Ready h -> Optional.of(h.lastDay());
            case Hold.OnHoldShelf h -> Optional.of(h.lastDay());
            case Hold.Queued h -> Optional.empty();
            case Hold.UnderReview h -> Optional.empty();
            case Hold.Confirmed h -> Optional.empty();
            case Hold.Prepared h -> Optional.empty();
            case Hold.Fulfilled h -> Optional.empty();
            case Hold.Rejected h -> Optional.empty();
            case Hold.Cancelled h -> Optional.empty();
            case Hold.Expired h -> Optional.empty();
        };
    }
}

package foyer.server.circulation;

import foyer.station.BinId;
import foyer.station.ItemBarcode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An item dropped into a bin: its loan ends with the drop, and it rests. */
final class Returning {
    private Returning() {}

    static List<Change> received(Happened happened, BinId bin, ItemBarcode barcode) {
        Optional<Item> known = happened.known().item(barcode);
        if (known.isEmpty()) {
            return List.of(happened.flag("unknown-item"));
        }
        Item item = known.get();
        Site site = happened.known().site();
        List<Change> changes = new ArrayList<>();
        Optional<Lent> lent = happened.known().lent(barcode);
        lent.ifPresent(one -> changes.addAll(Lending.ended(one, happened.at())));
        if (lent.isEmpty()) {
            changes.add(happened.flag("not-on-loan"));
        }
        if (!item.network().equals(site.network())) {
            changes.add(happened.flag("other-network"));
        } else if (!item.branch().equals(site.branch())) {
            changes.add(happened.flag(
                    happened.mention().with("detail", "other-branch").with("expected", item.branch())));
        }
        changes.addAll(backInTheQueue(happened, item));
        changes.addAll(intoTheBin(happened, bin, item));
        return List.copyOf(changes);
    }

    /** What was kept for somebody lies in the bin instead: the hold goes back to the place in the queue it had. */
    private static List<Change> backInTheQueue(Happened happened, Item item) {
        return item.state()
                .hold()
                .flatMap(happened.known()::hold)
                .filter(Hold::open)
                .filter(hold -> hold.item().equals(Optional.of(item.barcode())))
                .map(hold -> List.of(
                        new Change.HoldBecame(new Hold.Queued(hold.facts(), Optional.empty())),
                        happened.flag(happened.mention().about(hold).with("detail", "kept-for-another"))))
                .orElse(List.of());
    }

    /** Domain B13. What the bin's batch was sealed against begins a new one: it is in the bin all the same. */
    private static List<Change> intoTheBin(Happened happened, BinId bin, Item item) {
        Instant until = happened.at().plus(happened.known().site().policy().quarantine(item.material()));
        Batch.Open open = happened.known()
                .batch()
                .map(Batches.Known::batch)
                .filter(Batch.Open.class::isInstance)
                .map(Batch.Open.class::cast)
                .orElseGet(() -> new Batch.Open(
                        new Batch.Facts(happened.known().freshBatch(), happened.station(), bin, happened.at()), until));
        Instant last = until.isAfter(open.until()) ? until : open.until();
        return List.of(
                new Change.BatchBecame(new Batch.Open(open.facts(), last)),
                new Change.Dropped(open.id(), item.barcode(), happened.at()),
                new Change.ItemBecame(item.barcode(), new ItemState.InQuarantine(until, Optional.of(open.id()))));
    }

    /**
     * Nobody knows whether it dropped: the patron says so, and is not charged for what the machine cannot tell. Staff
     * find the item in the bin, or do not.
     */
    static List<Change> uncertain(Happened happened, ItemBarcode barcode) {
        List<Change> changes = new ArrayList<>();
        happened.known().lent(barcode).ifPresent(lent -> {
            if (lent.loan() instanceof Loan.Running running) {
                changes.add(new Change.LoanBecame(
                        new Loan.ClaimedReturned(running.facts(), running.due(), running.renewals(), happened.at())));
            }
        });
        changes.add(happened.flag(happened.mention()));
        return List.copyOf(changes);
    }
}

package foyer.server.ledger;

import foyer.server.circulation.Batch;
import foyer.server.circulation.BatchId;
import foyer.server.circulation.Batches;
import foyer.server.circulation.Expecting;
import foyer.server.circulation.Handling;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Loan;
import foyer.server.circulation.Queue;
import foyer.server.circulation.Site;
import foyer.server.circulation.Standing;
import foyer.station.BinId;
import foyer.station.HoldId;
import foyer.station.Ids;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What the ledger knows of a title, a patron, a bin, put together as decisions want it. Inside one transaction. */
@Component
public final class Picture {
    private final Places places;
    private final Holds holds;
    private final Items items;
    private final Loans loans;
    private final Fines fines;
    private final Patrons patrons;
    private final BinBatches batches;

    Picture(Places places, Holds holds, Items items, Loans loans, Fines fines, Patrons patrons, BinBatches batches) {
        this.places = places;
        this.holds = holds;
        this.items = items;
        this.loans = loans;
        this.fines = fines;
        this.patrons = patrons;
        this.batches = batches;
    }

    /** Those who wait for a title, with the rules of every branch that counts for them. */
    public Queue queue(String title) {
        return queue(title, List.of());
    }

    /** @param branches whose rules are wanted besides */
    public Queue queue(String title, List<String> branches) {
        List<Hold.Queued> waiting = holds.waiting(title);
        Set<String> wanted = new TreeSet<>(branches);
        waiting.forEach(hold -> wanted.add(hold.facts().pickupBranch()));
        Map<String, Site> sites = new HashMap<>();
        wanted.forEach(branch -> places.site(branch).ifPresent(site -> sites.put(branch, site)));
        return new Queue(waiting, sites, this::order);
    }

    /** The queue as it is for everybody else. */
    public Queue queueWithout(Hold hold) {
        Queue queue = queue(hold.facts().title(), List.of(hold.facts().pickupBranch()));
        List<Hold.Queued> others = queue.waiting().stream()
                .filter(other -> !other.id().equals(hold.id()))
                .toList();
        return new Queue(others, queue.sites(), queue.orders());
    }

    private OrderId order(Hold.Facts hold) {
        return holds.orderOf(hold.patron(), hold.pickupBranch()).orElseGet(() -> new OrderId(Ids.random()));
    }

    /** Empty when there is no such patron. */
    public Optional<Standing> standing(PatronId patron) {
        return patrons.find(patron).map(found -> new Standing(found, loans.running(patron), fines.owed(patron)));
    }

    /** A batch with what still rests in it. */
    public Batches.Known batch(Batch batch) {
        return new Batches.Known(
                batch,
                items.resting(batch.id()).stream()
                        .map(item -> new Batches.Resting(item, queue(item.title())))
                        .toList());
    }

    /** What is in the bin now. */
    public Optional<Batches.Known> inBin(StationId station, BinId bin) {
        return batches.inBin(station, bin).map(this::batch);
    }

    /** An open hold with all that its handling looks at. */
    public Handling.Known handling(Hold hold) {
        return new Handling.Known(
                hold,
                hold.item().flatMap(items::find),
                places.site(hold.facts().pickupBranch()).orElseThrow(),
                queueWithout(hold));
    }

    /** What the expected date of those who wait for a title is told from (domain A10). */
    public Expecting.Known expecting(String title) {
        List<Item> copies = items.ofTitle(title);
        Map<ItemBarcode, Loan> lent = loans.openOfTitle(title);
        Set<String> branches = new TreeSet<>();
        Map<HoldId, Hold> keeping = new HashMap<>();
        Map<BatchId, Batch> resting = new HashMap<>();
        for (Item copy : copies) {
            branches.add(copy.branch());
            copy.state().hold().flatMap(holds::find).ifPresent(hold -> {
                keeping.put(hold.id(), hold);
                branches.add(hold.facts().pickupBranch());
            });
            if (copy.state() instanceof ItemState.InQuarantine rest) {
                rest.batch().flatMap(batches::find).ifPresent(batch -> resting.put(batch.id(), batch));
            }
        }
        lent.values().forEach(loan -> branches.add(loan.facts().branch()));
        return new Expecting.Known(queue(title, List.copyOf(branches)), copies, lent, keeping, resting);
    }
}

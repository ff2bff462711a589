package foyer.server.ledger;

import foyer.server.circulation.Batch;
import foyer.server.circulation.BatchId;
import foyer.server.circulation.Batches;
import foyer.server.circulation.Expecting;
import foyer.server.circulation.Handling;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Lent;
import foyer.server.circulation.Placing;
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
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger knows of a title, a patron, a bin, put together as decisions want it. Inside one transaction. */
@Component
@Primary
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

    /** The same for who only looks: over connections that do not write, inside of a {@link Snapshot}. */
    static Picture over(JdbcClient sql) {
        return new Picture(
                new Places(sql),
                new Holds(sql),
                new Items(sql),
                new Loans(sql),
                new Fines(sql),
                new Patrons(sql),
                new BinBatches(sql));
    }

    /** The loan of this item that has not ended, with its branch's rules. */
    public Optional<Lent> lent(ItemBarcode item) {
        return loans.open(item)
                .map(loan -> new Lent(loan, places.site(loan.facts().branch()).orElseThrow()));
    }

    /** A hold that waits in a queue; empty when it is none. */
    public Optional<Hold.Queued> queued(HoldId hold) {
        return holds.find(hold).filter(Hold.Queued.class::isInstance).map(Hold.Queued.class::cast);
    }

    /** What is looked at when a patron asks for a title. */
    public Placing.Known placing(Placing.Command command, Standing standing) {
        List<Item> copies = items.ofTitle(command.title());
        Queue queue = queue(command.title(), List.of(command.pickupBranch()));
        return new Placing.Known(
                standing,
                copies.stream().findFirst().map(Item::network).or(() -> places.networkOfTitle(command.title())),
                Optional.ofNullable(queue.sites().get(command.pickupBranch())),
                copies,
                holds.open(command.patron()),
                queue);
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
        return new Queue(waiting, places.sites(wanted), this::order);
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
        return patrons.find(patron).map(found -> new Standing(found, loans.open(patron), fines.owed(patron)));
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
        String branch = hold.facts().pickupBranch();
        Queue others = queueWithout(hold);
        Site site = Optional.ofNullable(others.sites().get(branch)).orElseThrow();
        return new Handling.Known(hold, hold.item().flatMap(items::find), site, others);
    }

    /** What the expected date of those who wait for a title is told from (domain A10). */
    public Expecting.Known expecting(String title) {
        List<Item> copies = items.ofTitle(title);
        Map<HoldId, Hold> keeping = new HashMap<>();
        Map<BatchId, Batch> resting = new HashMap<>();
        for (Item copy : copies) {
            copy.state().hold().flatMap(holds::find).ifPresent(hold -> keeping.put(hold.id(), hold));
            if (copy.state() instanceof ItemState.InQuarantine rest) {
                rest.batch().flatMap(batches::find).ifPresent(batch -> resting.put(batch.id(), batch));
            }
        }
        // A copy may be brought back at any of them.
        List<String> branches =
                places.networkOfTitle(title).map(places::branches).orElse(List.of());
        return new Expecting.Known(queue(title, branches), copies, loans.openOfTitle(title), keeping, resting);
    }
}

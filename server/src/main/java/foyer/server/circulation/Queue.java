package foyer.server.circulation;

import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those who wait for a title (domain A5), and who of them gets an item that has become free.
 *
 * @param waiting in the order in which they are served: by the time of placing, then by id
 * @param sites of every branch at which somebody waits to collect, and of the items' branches
 */
public record Queue(List<Hold.Queued> waiting, Map<String, Site> sites, Orders orders) {
    /** The order of every queue. */
    public static final Comparator<Hold> ORDER = Comparator.<Hold, Instant>comparing(
                    hold -> hold.facts().placedAt())
            .thenComparing(hold -> hold.id().value());

    public Queue {
        List<Hold.Queued> sorted = new ArrayList<>(waiting);
        sorted.sort(ORDER);
        waiting = List.copyOf(sorted);
        sites = Map.copyOf(sites);
    }

    /** What becomes of an item that nobody has: it is kept for the next in the queue, or goes onto its shelf. */
    public List<Change> freed(Item item, Instant now) {
        Optional<Hold.Queued> next = next(item, now);
        return next.map(hold -> served(hold, item, now))
                .orElseGet(() -> List.of(new Change.ItemBecame(item.barcode(), new ItemState.OnShelf())));
    }

    /** The queue as it is once this hold has been served. */
    Queue without(HoldId served) {
        return new Queue(
                waiting.stream().filter(hold -> !hold.id().equals(served)).toList(), sites, orders);
    }

    /** Whom this item would serve now. */
    public Optional<Hold.Queued> next(Item item, Instant now) {
        return waiting.stream()
                .filter(hold -> fits(hold.facts(), item) && wantsIt(hold, now))
                .findFirst();
    }

    /** Whether anybody waits whom this item could serve, now or after a suspension (domain A12: in demand). */
    public boolean wants(Item item) {
        return waiting.stream().anyMatch(hold -> fits(hold.facts(), item));
    }

    /** Whether this item may serve this hold at all. */
    public boolean fits(Hold.Facts hold, Item item) {
        boolean asked = hold.wanted().map(item.barcode()::equals).orElse(true);
        return asked
                && mayCollect(
                        item, hold.pickupBranch(), site(hold.pickupBranch()).policy());
    }

    static boolean mayCollect(Item item, String pickupBranch, Policy policy) {
        return !policy.collectedWhereOwned() || item.branch().equals(pickupBranch);
    }

    private boolean wantsIt(Hold.Queued hold, Instant now) {
        LocalDate today = site(hold.facts().pickupBranch()).calendar().dayOf(now);
        boolean awake = hold.suspendedUntil().map(day -> !today.isBefore(day)).orElse(true);
        return awake
                && hold.facts().notNeededAfter().map(day -> !today.isAfter(day)).orElse(true);
    }

    private List<Change> served(Hold.Queued hold, Item item, Instant now) {
        return List.of(
                new Change.HoldBecame(promised(hold.facts(), item, now)),
                new Change.ItemBecame(item.barcode(), new ItemState.Held(hold.id())));
    }

    /** A hold that gets an item: staff look at it first where the branch's policy says so (domain A7). */
    Hold promised(Hold.Facts facts, Item item, Instant now) {
        Site site = site(facts.pickupBranch());
        return site.policy().reviewRequired()
                ? new Hold.UnderReview(facts, item.barcode(), now)
                : new Hold.Confirmed(
                        facts, item.barcode(), orders.of(facts), now, Days.lastFromConfirmation(now, site));
    }

    private Site site(String branch) {
        return Optional.ofNullable(sites.get(branch))
                .orElseThrow(() -> new IllegalArgumentException("no rules are known for the branch " + branch));
    }
}

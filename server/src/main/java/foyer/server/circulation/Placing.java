package foyer.server.circulation;

import static foyer.server.circulation.Refusal.ALREADY_HELD;
import static foyer.server.circulation.Refusal.ALREADY_ON_LOAN;
import static foyer.server.circulation.Refusal.HOLD_LIMIT;
import static foyer.server.circulation.Refusal.NOT_AVAILABLE;
import static foyer.server.circulation.Refusal.NO_SUCH_BRANCH;
import static foyer.server.circulation.Refusal.NO_SUCH_ITEM;
import static foyer.server.circulation.Refusal.NO_SUCH_TITLE;
import static foyer.server.circulation.Refusal.OTHER_NETWORK;
import static foyer.server.circulation.Refusal.PICKUP_ELSEWHERE;

import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** May this patron have a hold on this title, and on which copy? */
public final class Placing {
    private Placing() {}

    /**
     * @param item one copy, or empty for any
     * @param notNeededAfter the last day it is still wanted
     */
    public record Command(
            HoldId id,
            PatronId patron,
            String title,
            Optional<ItemBarcode> item,
            String pickupBranch,
            Optional<LocalDate> notNeededAfter) {}

    /**
     * What the ledger knows of what the command names.
     *
     * @param titleNetwork empty when there is no such title
     * @param site of the pickup branch; empty when there is no such branch
     * @param copies every item of the title
     * @param open the patron's open holds
     * @param queue of the title
     */
    public record Known(
            Standing standing,
            Optional<String> titleNetwork,
            Optional<Site> site,
            List<Item> copies,
            List<Hold> open,
            Queue queue) {
        public Known {
            copies = List.copyOf(copies);
            open = List.copyOf(open);
        }

        private Policy policy() {
            return site.map(Site::policy).orElse(Policy.USUAL);
        }
    }

    public static Outcome decide(Command command, Known known, Instant now) {
        for (Verdict verdict : explain(command, known, now)) {
            if (verdict.refusal().isPresent()) {
                return new Outcome.Refused(verdict.refusal().get(), verdict.detail());
            }
        }
        Hold.Facts facts = new Hold.Facts(
                command.id(),
                known.standing().patron().network(),
                command.patron(),
                command.title(),
                command.item(),
                command.pickupBranch(),
                now,
                command.notNeededAfter());
        return choose(command, known, now)
                .map(item -> Outcome.Done.of(
                        new Change.HoldPlaced(known.queue().promised(facts, item, now)),
                        new Change.ItemBecame(item.barcode(), new ItemState.Held(command.id()))))
                .orElseGet(() -> Outcome.Done.of(new Change.HoldPlaced(new Hold.Queued(facts, Optional.empty()))));
    }

    /** What every rule says, in the order in which a person would want to hear of them. */
    public static List<Verdict> explain(Command command, Known known, Instant now) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(known(command, known));
        verdicts.add(sameNetwork(known));
        known.site().ifPresent(site -> verdicts.addAll(known.standing().verdicts(site, now)));
        verdicts.add(stillAhead(command, known, now));
        verdicts.add(notTwice(command, known));
        verdicts.add(notReading(command, known));
        verdicts.add(withinLimit(known));
        verdicts.add(collected(command, known));
        verdicts.add(available(command, known, now));
        return List.copyOf(verdicts);
    }

    /** The copy asked for, or any available one, first of all one that need not travel; never past those who wait. */
    private static Optional<Item> choose(Command command, Known known, Instant now) {
        List<Item> fit = fitting(command, known).stream()
                .filter(copy -> copy.availableAt(now))
                .filter(copy -> known.queue().next(copy, now).isEmpty())
                .toList();
        Optional<Item> near = fit.stream()
                .filter(copy -> copy.branch().equals(command.pickupBranch()))
                .findFirst();
        return near.or(() -> fit.stream().findFirst());
    }

    private static List<Item> fitting(Command command, Known known) {
        return known.copies().stream()
                .filter(copy -> command.item().map(copy.barcode()::equals).orElse(true))
                .filter(copy -> Queue.mayCollect(copy, command.pickupBranch(), known.policy()))
                .toList();
    }

    private static Verdict known(Command command, Known known) {
        if (known.titleNetwork().isEmpty()) {
            return Verdict.no("known", NO_SUCH_TITLE, command.title(), Map.of());
        }
        if (known.site().isEmpty()) {
            return Verdict.no("known", NO_SUCH_BRANCH, command.pickupBranch(), Map.of());
        }
        boolean copyKnown = command.item()
                .map(item -> known.copies().stream().anyMatch(c -> c.barcode().equals(item)))
                .orElse(true);
        String barcode = command.item().map(ItemBarcode::value).orElse("");
        return Verdict.of("known", copyKnown, NO_SUCH_ITEM, barcode, Map.of());
    }

    private static Verdict sameNetwork(Known known) {
        String own = known.standing().patron().network();
        boolean same = known.titleNetwork().map(own::equals).orElse(true)
                && known.site().map(site -> site.network().equals(own)).orElse(true);
        return Verdict.of("network", same, OTHER_NETWORK, own, Map.of());
    }

    private static Verdict stillAhead(Command command, Known known, Instant now) {
        boolean ahead = command.notNeededAfter()
                .flatMap(day ->
                        known.site().map(site -> !day.isBefore(site.calendar().dayOf(now))))
                .orElse(true);
        String day = command.notNeededAfter().map(LocalDate::toString).orElse("");
        return Verdict.of("not-needed-after", ahead, Refusal.DAY_WRONG, day, Map.of());
    }

    private static Verdict notTwice(Command command, Known known) {
        boolean twice =
                known.open().stream().anyMatch(hold -> hold.facts().title().equals(command.title()));
        return Verdict.of("once", !twice, ALREADY_HELD, command.title(), Map.of());
    }

    private static Verdict notReading(Command command, Known known) {
        boolean reading = known.standing().has(known.copies());
        return Verdict.of("not-on-loan", !reading, ALREADY_ON_LOAN, command.title(), Map.of());
    }

    /** Domain A6 and B7. */
    private static Verdict withinLimit(Known known) {
        int limit = known.policy().holdLimit();
        boolean within = known.open().size() < limit;
        return Verdict.of(
                "hold-limit",
                within,
                HOLD_LIMIT,
                Integer.toString(limit),
                known.policy().quote(Key.HOLD_LIMIT));
    }

    /** Domain A4 and B9: where policy says so, an item is collected at the branch that owns it. */
    private static Verdict collected(Command command, Known known) {
        boolean asked = known.copies().isEmpty() || !fitting(command, known).isEmpty();
        boolean unknown = command.item().isPresent()
                && known.copies().stream().noneMatch(c -> command.item().equals(Optional.of(c.barcode())));
        String branches = known.copies().stream()
                .filter(copy -> command.item().map(copy.barcode()::equals).orElse(true))
                .map(Item::branch)
                .distinct()
                .sorted()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return Verdict.of(
                "pickup-branch",
                asked || unknown,
                PICKUP_ELSEWHERE,
                branches,
                known.policy().quote(Key.PICKUP_BRANCH));
    }

    /** Domain A5 and B6. */
    private static Verdict available(Command command, Known known, Instant now) {
        boolean canWait = known.policy().queues() && !fitting(command, known).isEmpty();
        boolean fine = canWait || choose(command, known, now).isPresent();
        return Verdict.of(
                "available",
                fine,
                NOT_AVAILABLE,
                command.item().map(ItemBarcode::value).orElse(command.title()),
                known.policy().quote(Key.HOLDS_ON));
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Outcome.Refusal.ALREADY_HELD;
import static foyer.server.circulation.Outcome.Refusal.HOLD_LIMIT;
import static foyer.server.circulation.Outcome.Refusal.NOT_AVAILABLE;
import static foyer.server.circulation.Outcome.Refusal.NO_SUCH_BRANCH;
import static foyer.server.circulation.Outcome.Refusal.NO_SUCH_ITEM;
import static foyer.server.circulation.Outcome.Refusal.NO_SUCH_TITLE;
import static foyer.server.circulation.Outcome.Refusal.OTHER_NETWORK;

import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** May this patron have a hold on this title, and on which copy? */
public final class Placing {
    /** All rules, in the order in which a person would want to hear of them. */
    private static final List<Rule> RULES =
            List.of(Placing::known, Placing::sameNetwork, Placing::notTwice, Placing::withinLimit);

    private Placing() {}

    /** @param item one copy, or empty for any */
    public record Command(HoldId id, PatronId patron, String title, Optional<ItemBarcode> item, String pickupBranch) {}

    /**
     * What the ledger knows of what the command names.
     *
     * @param titleNetwork empty when there is no such title
     * @param branchNetwork empty when there is no such branch
     * @param copies every item of the title
     * @param open the patron's open holds
     */
    public record Known(
            String patronNetwork,
            Policy policy,
            Optional<String> titleNetwork,
            Optional<String> branchNetwork,
            List<Item> copies,
            List<Hold> open) {
        public Known {
            copies = List.copyOf(copies);
            open = List.copyOf(open);
        }
    }

    private interface Rule {
        Optional<Outcome> refusal(Command command, Known known);
    }

    public static Outcome decide(Command command, Known known, Instant now) {
        for (Rule rule : RULES) {
            Optional<Outcome> refusal = rule.refusal(command, known);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        Optional<Item> chosen = choose(command, known, now);
        if (chosen.isEmpty()) {
            return new Outcome.Refused(
                    NOT_AVAILABLE, command.item().map(ItemBarcode::value).orElse(command.title()));
        }
        ItemBarcode item = chosen.get().barcode();
        Hold.Facts facts = new Hold.Facts(
                command.id(),
                known.patronNetwork(),
                command.patron(),
                command.title(),
                item,
                command.pickupBranch(),
                now);
        return new Outcome.Done(List.of(
                new Change.HoldPlaced(new Hold.UnderReview(facts)),
                new Change.ItemBecame(item, new ItemState.Held(command.id()))));
    }

    /** The copy asked for, or any available one, first of all one that need not travel. */
    private static Optional<Item> choose(Command command, Known known, Instant now) {
        List<Item> fit = known.copies().stream()
                .filter(copy -> copy.availableAt(now))
                .filter(copy -> command.item().map(copy.barcode()::equals).orElse(true))
                .toList();
        Optional<Item> near = fit.stream()
                .filter(copy -> copy.branch().equals(command.pickupBranch()))
                .findFirst();
        return near.or(() -> fit.stream().findFirst());
    }

    private static Optional<Outcome> known(Command command, Known known) {
        if (known.titleNetwork().isEmpty()) {
            return refused(NO_SUCH_TITLE, command.title());
        }
        if (known.branchNetwork().isEmpty()) {
            return refused(NO_SUCH_BRANCH, command.pickupBranch());
        }
        boolean copyKnown = command.item()
                .map(item -> known.copies().stream().anyMatch(c -> c.barcode().equals(item)))
                .orElse(true);
        return copyKnown
                ? Optional.empty()
                : refused(NO_SUCH_ITEM, command.item().map(ItemBarcode::value).orElse(""));
    }

    private static Optional<Outcome> sameNetwork(Command command, Known known) {
        Optional<String> own = Optional.of(known.patronNetwork());
        boolean same = known.titleNetwork().equals(own) && known.branchNetwork().equals(own);
        return same ? Optional.empty() : refused(OTHER_NETWORK, known.patronNetwork());
    }

    private static Optional<Outcome> notTwice(Command command, Known known) {
        boolean twice =
                known.open().stream().anyMatch(hold -> hold.facts().title().equals(command.title()));
        return twice ? refused(ALREADY_HELD, command.title()) : Optional.empty();
    }

    /** Domain A6 and B7. */
    private static Optional<Outcome> withinLimit(Command command, Known known) {
        int limit = known.policy().holdLimit();
        return known.open().size() >= limit ? refused(HOLD_LIMIT, Integer.toString(limit)) : Optional.empty();
    }

    private static Optional<Outcome> refused(Outcome.Refusal why, String detail) {
        return Optional.of(new Outcome.Refused(why, detail));
    }
}

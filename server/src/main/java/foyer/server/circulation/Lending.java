package foyer.server.circulation;

import static foyer.server.circulation.Refusal.LOAN_LIMIT;
import static foyer.server.circulation.Refusal.NO_SUCH_ITEM;
import static foyer.server.circulation.Refusal.ON_LOAN;
import static foyer.server.circulation.Refusal.OTHER_NETWORK;
import static foyer.server.circulation.Refusal.PROMISED;
import static foyer.server.circulation.Refusal.STILL_RESTING;

import foyer.server.circulation.policy.Key;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Items handed over and taken back at a desk, by staff. */
public final class Lending {
    private Lending() {}

    public sealed interface Command {
        /** @param loan the id it gets if it fulfils no hold */
        record CheckOut(ItemBarcode item, PatronId patron, String network, LoanId loan) implements Command {}

        record CheckIn(ItemBarcode item, String network) implements Command {}
    }

    /**
     * @param site the branch whose desk it is
     * @param item empty when no such item is known
     * @param claim the hold the item is kept for
     * @param lent the loan of the item that has not ended
     * @param queue of the item's title
     * @param standing of the patron of a check-out
     * @param appointment the one agreed with the patron at this branch
     */
    public record Known(
            Site site,
            Optional<Item> item,
            Optional<Hold> claim,
            Optional<Lent> lent,
            Queue queue,
            Optional<Standing> standing,
            Optional<Appointment.Agreed> appointment) {}

    public static Outcome decide(Command command, Known known, Instant now) {
        if (known.item().isEmpty()) {
            return Outcome.Refused.of(NO_SUCH_ITEM);
        }
        Item item = known.item().get();
        return switch (command) {
            case Command.CheckOut out when !item.network().equals(out.network()) -> Outcome.Refused.of(OTHER_NETWORK);
            case Command.CheckOut out -> checkOut(out, item, known, now);
            case Command.CheckIn in when !item.network().equals(in.network()) -> Outcome.Refused.of(OTHER_NETWORK);
            case Command.CheckIn in -> checkIn(item, known, now);
        };
    }

    private static Outcome checkOut(Command.CheckOut command, Item item, Known known, Instant now) {
        Standing standing = known.standing().orElseThrow(() -> new IllegalArgumentException("who borrows it?"));
        for (Verdict verdict : standing.barred(known.site(), now)) {
            if (verdict.refusal().isPresent()) {
                return new Outcome.Refused(verdict.refusal().get(), verdict.detail());
            }
        }
        int limit = known.site().policy().loanLimit();
        if (standing.loans().size() >= limit) {
            return new Outcome.Refused(LOAN_LIMIT, Integer.toString(limit));
        }
        Optional<Outcome> refusal = unfit(command, item, known, now);
        return refusal.orElseGet(() -> lent(command, item, known, now));
    }

    private static Optional<Outcome> unfit(Command.CheckOut command, Item item, Known known, Instant now) {
        return switch (item.state()) {
            case ItemState.OnShelf s -> pastOthers(command, item, known, now);
            case ItemState.Held s -> ownClaim(command, known);
            case ItemState.InCompartment s -> ownClaim(command, known);
            case ItemState.Uncertain s -> ownClaim(command, known);
            case ItemState.OnLoan s -> Optional.of(Outcome.Refused.of(ON_LOAN));
            case ItemState.InQuarantine rest ->
                now.isBefore(rest.until())
                        ? Optional.of(
                                new Outcome.Refused(STILL_RESTING, rest.until().toString()))
                        : pastOthers(command, item, known, now);
        };
    }

    /** Somebody whom it would serve now is in front, though it was not put aside yet. */
    private static Optional<Outcome> pastOthers(Command.CheckOut command, Item item, Known known, Instant now) {
        boolean others = known.queue()
                .next(item, now)
                .filter(hold -> !hold.facts().patron().equals(command.patron()))
                .isPresent();
        return others ? Optional.of(Outcome.Refused.of(PROMISED)) : Optional.empty();
    }

    private static Optional<Outcome> ownClaim(Command.CheckOut command, Known known) {
        boolean others = known.claim()
                .filter(Hold::open)
                .filter(hold -> !hold.facts().patron().equals(command.patron()))
                .isPresent();
        return others ? Optional.of(Outcome.Refused.of(PROMISED)) : Optional.empty();
    }

    private static Outcome lent(Command.CheckOut command, Item item, Known known, Instant now) {
        Optional<Hold> kept =
                known.claim().filter(Hold::open).filter(hold -> hold.item().equals(Optional.of(item.barcode())));
        Optional<Hold> fulfilled = kept.or(() -> ownPlace(command, known));
        LoanId loan = fulfilled.map(hold -> LoanId.of(hold.id())).orElse(command.loan());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.LoanBegun(new Loan.Running(
                new Loan.Facts(
                        loan,
                        fulfilled.map(Hold::id),
                        command.patron(),
                        item.barcode(),
                        known.site().branch(),
                        Optional.empty(),
                        now),
                Days.due(now, known.site()),
                0,
                Optional.empty())));
        fulfilled.ifPresent(hold ->
                changes.add(new Change.HoldBecame(new Hold.Fulfilled(hold.facts(), item.barcode(), loan, now))));
        changes.add(new Change.ItemBecame(item.barcode(), new ItemState.OnLoan(loan)));
        if (kept.isPresent()) {
            known.appointment().ifPresent(agreed -> changes.add(Appointing.kept(agreed, now)));
        }
        return new Outcome.Done(changes);
    }

    /** Whoever has got the title waits for it no longer, unless it is another copy that is waited for. */
    private static Optional<Hold> ownPlace(Command.CheckOut command, Known known) {
        return known.queue().waiting().stream()
                .filter(hold -> hold.facts().patron().equals(command.patron()))
                .filter(hold ->
                        hold.facts().wanted().map(command.item()::equals).orElse(true))
                .<Hold>map(hold -> hold)
                .findFirst();
    }

    /** What lies on the desk: a loan ends, and whatever it was, nobody is turned away. */
    private static Outcome checkIn(Item item, Known known, Instant now) {
        List<Change> changes = new ArrayList<>();
        known.lent().ifPresent(lent -> changes.addAll(ended(lent, now)));
        boolean returned = known.lent().isPresent() || item.state() instanceof ItemState.OnLoan;
        if (returned) {
            changes.addAll(rests(item, now, known));
            return new Outcome.Done(changes);
        }
        switch (item.state()) {
            case ItemState.OnShelf s -> {}
            case ItemState.OnLoan s -> {}
            case ItemState.Held s -> changes.addAll(unlessClaimed(item, known, now));
            case ItemState.InCompartment s ->
                changes.addAll(StationFacts.takenOut(item, known.claim(), known.queue(), now));
            case ItemState.Uncertain s ->
                changes.addAll(StationFacts.takenOut(item, known.claim(), known.queue(), now));
            case ItemState.InQuarantine rest -> {
                if (!now.isBefore(rest.until())) {
                    changes.addAll(known.queue().freed(item, now));
                }
            }
        }
        return new Outcome.Done(changes);
    }

    private static List<Change> unlessClaimed(Item item, Known known, Instant now) {
        return known.claim().filter(Hold::open).isPresent()
                ? List.of()
                : known.queue().freed(item, now);
    }

    private static List<Change> rests(Item item, Instant now, Known known) {
        Duration rest = known.site().policy().quarantine(item.material());
        return rest.isZero()
                ? known.queue().freed(item, now)
                : List.of(new Change.ItemBecame(
                        item.barcode(), new ItemState.InQuarantine(now.plus(rest), Optional.empty())));
    }

    /** The loan with its fine, if it is late. */
    static List<Change> ended(Lent lent, Instant at) {
        Loan loan = lent.loan();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.LoanEnded(new Loan.Ended(loan.facts(), loan.due(), at)));
        Fining.of(lent, at).ifPresent(fine -> changes.add(new Change.FineBecame(fine)));
        return changes;
    }

    /** For pages: whether the patron may borrow one more. */
    public static int loansLeft(Standing standing, Site site) {
        return Math.max(
                0, site.policy().number(Key.LOAN_LIMIT) - standing.loans().size());
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Refusal.OTHER_NETWORK;
import static foyer.server.circulation.Refusal.REASON_MISSING;
import static foyer.server.circulation.Refusal.WRONG_STATE;

import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What lateness costs, to the day (domain A13), and how a fine is settled. */
public final class Fining {
    private Fining() {}

    public sealed interface Command {
        record Pay(StaffId staff, String network) implements Command {}

        /** @param reason is kept with it */
        record Waive(StaffId staff, String network, String reason) implements Command {}
    }

    /** @param network of the fine's branch */
    public static Outcome decide(Command command, Fine fine, String network, Instant now) {
        if (!(fine instanceof Fine.Owed owed)) {
            return Outcome.Refused.of(WRONG_STATE);
        }
        return switch (command) {
            case Command.Pay pay when !pay.network().equals(network) -> new Outcome.Refused(OTHER_NETWORK, "");
            case Command.Pay pay -> settled(new Fine.Paid(owed.facts(), pay.staff(), now));
            case Command.Waive waive when !waive.network().equals(network) -> new Outcome.Refused(OTHER_NETWORK, "");
            case Command.Waive waive when waive.reason().isBlank() -> Outcome.Refused.of(REASON_MISSING);
            case Command.Waive waive ->
                settled(new Fine.Waived(
                        owed.facts(), waive.staff(), waive.reason().strip(), now));
        };
    }

    /** The fine of a loan that ends, if it is late. One that was claimed returned is late up to the claim. */
    static Optional<Fine.Owed> of(Lent lent, Instant endedAt) {
        Loan loan = lent.loan();
        LocalDate last = lent.at().calendar().dayOf(counted(loan, endedAt));
        int cents = cents(loan.due(), last, lent.at().policy());
        return cents < 1
                ? Optional.empty()
                : Optional.of(new Fine.Owed(new Fine.Facts(
                        loan.id(),
                        loan.facts().patron(),
                        loan.facts().branch(),
                        cents,
                        daysLate(loan.due(), last),
                        endedAt)));
    }

    private static Instant counted(Loan loan, Instant endedAt) {
        return switch (loan) {
            case Loan.ClaimedReturned claimed -> claimed.at().isBefore(endedAt) ? claimed.at() : endedAt;
            case Loan.Running running -> endedAt;
            case Loan.Ended ended -> ended.endedAt();
        };
    }

    /** What a return on this day costs, in cents; 0 when it is in time. */
    public static int cents(LocalDate due, LocalDate returned, Policy policy) {
        int charged = Math.max(0, daysLate(due, returned) - policy.number(Key.FINE_GRACE_DAYS));
        long sum = (long) charged * policy.number(Key.FINE_PER_DAY);
        int cap = policy.number(Key.FINE_CAP);
        return (int) Math.min(sum, cap == 0 ? Integer.MAX_VALUE : cap);
    }

    /** Whole days after the due date; 0 when it is in time. */
    public static int daysLate(LocalDate due, LocalDate returned) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(due, returned)));
    }

    private static Outcome settled(Fine fine) {
        return Outcome.Done.of(new Change.FineBecame(fine));
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Refusal.ALREADY_REQUESTED;
import static foyer.server.circulation.Refusal.IN_DEMAND;
import static foyer.server.circulation.Refusal.NOT_REQUESTED;
import static foyer.server.circulation.Refusal.NOT_YOURS;
import static foyer.server.circulation.Refusal.NO_RENEWALS_LEFT;
import static foyer.server.circulation.Refusal.OTHER_NETWORK;
import static foyer.server.circulation.Refusal.REASON_MISSING;
import static foyer.server.circulation.Refusal.TOO_LATE;
import static foyer.server.circulation.Refusal.WRONG_STATE;

import foyer.server.circulation.policy.Key;
import foyer.station.PatronId;
import java.time.Instant;
import java.util.Optional;

/** Keeping an item longer (domain A12 to A14). */
public final class Renewing {
    private Renewing() {}

    public sealed interface Command {
        /** The patron asks; where policy leaves it to the rules, that is the renewal. */
        record Ask(PatronId patron) implements Command {}

        /** Staff renew, because the patron asked or on the patron's behalf. */
        record Renew(String network) implements Command {}

        /** Staff decide against a request. */
        record Refuse(String network, String reason) implements Command {}
    }

    /** @param inDemand somebody waits whom this item could serve */
    public record Known(Loan loan, Site site, boolean inDemand) {}

    public static Outcome decide(Command command, Known known, Instant now) {
        if (!(known.loan() instanceof Loan.Running loan)) {
            return Outcome.Refused.of(WRONG_STATE);
        }
        return switch (command) {
            case Command.Ask ask when !ask.patron().equals(loan.facts().patron()) -> Outcome.Refused.of(NOT_YOURS);
            case Command.Ask ask -> ask(loan, known, now);
            case Command.Renew renew
            when !renew.network().equals(known.site().network()) -> Outcome.Refused.of(OTHER_NETWORK);
            case Command.Renew renew -> renew(loan, known, now);
            case Command.Refuse refuse
            when !refuse.network().equals(known.site().network()) -> Outcome.Refused.of(OTHER_NETWORK);
            case Command.Refuse refuse -> refuse(refuse, loan);
        };
    }

    /** Why this loan cannot be renewed now, if it cannot: what a page says instead of its button. */
    public static Optional<Outcome.Refused> bar(Loan.Running loan, Known known, Instant now) {
        // A request made in time is not spoilt by staff deciding a day later.
        Instant asked = loan.asked().orElse(now);
        if (known.site().calendar().dayOf(asked).isAfter(loan.due())) {
            return Optional.of(new Outcome.Refused(TOO_LATE, loan.due().toString()));
        }
        int most = known.site().policy().renewals();
        if (loan.renewals() >= most) {
            return Optional.of(new Outcome.Refused(NO_RENEWALS_LEFT, Integer.toString(most)));
        }
        return known.inDemand() && !known.site().policy().renewedInDemand()
                ? Optional.of(Outcome.Refused.of(IN_DEMAND))
                : Optional.empty();
    }

    private static Outcome ask(Loan.Running loan, Known known, Instant now) {
        if (loan.asked().isPresent()) {
            return Outcome.Refused.of(ALREADY_REQUESTED);
        }
        Optional<Outcome.Refused> bar = bar(loan, known, now);
        if (bar.isPresent()) {
            return bar.get();
        }
        return known.site().policy().renewedByStaff()
                ? became(new Loan.Running(loan.facts(), loan.due(), loan.renewals(), Optional.of(now)))
                : renewed(loan, known);
    }

    private static Outcome renew(Loan.Running loan, Known known, Instant now) {
        return bar(loan, known, now).<Outcome>map(bar -> bar).orElseGet(() -> renewed(loan, known));
    }

    private static Outcome refuse(Command.Refuse command, Loan.Running loan) {
        if (loan.asked().isEmpty()) {
            return Outcome.Refused.of(NOT_REQUESTED);
        }
        return command.reason().isBlank()
                ? Outcome.Refused.of(REASON_MISSING)
                : became(new Loan.Running(loan.facts(), loan.due(), loan.renewals(), Optional.empty()));
    }

    /** Counted on from the due date, so that who asks early loses nothing. */
    private static Outcome renewed(Loan.Running loan, Known known) {
        return became(new Loan.Running(
                loan.facts(),
                Days.due(loan.due(), known.site().policy().number(Key.RENEWAL_DAYS), known.site()),
                loan.renewals() + 1,
                Optional.empty()));
    }

    private static Outcome became(Loan loan) {
        return Outcome.Done.of(new Change.LoanBecame(loan));
    }
}

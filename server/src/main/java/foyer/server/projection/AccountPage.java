package foyer.server.projection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A patron's account, whole (domain A11): as the patron may see it by now (domain A10).
 *
 * @param phone of the branch at which the patron joined; empty where it has none
 * @param ordered staff have not said yet what comes of them
 * @param onLoan what is not overdue; {@code overdue}: what is
 * @param rejected in the last 30 days
 * @param fines owed
 */
public record AccountPage(
        String patron,
        String branch,
        Optional<String> phone,
        List<Ordered> ordered,
        List<Reserved> reserved,
        List<Waiting> inQueue,
        List<HoldRow> rejected,
        List<OnLoan> onLoan,
        List<OnLoan> overdue,
        List<Block> blocks,
        List<FineLists.Fine> fines,
        long owedCents,
        Limits limits,
        List<AppointmentLists.Appointment> appointments) {
    public AccountPage {
        ordered = List.copyOf(ordered);
        reserved = List.copyOf(reserved);
        inQueue = List.copyOf(inQueue);
        rejected = List.copyOf(rejected);
        onLoan = List.copyOf(onLoan);
        overdue = List.copyOf(overdue);
        blocks = List.copyOf(blocks);
        fines = List.copyOf(fines);
        appointments = List.copyOf(appointments);
    }

    @Override
    public String toString() {
        return "AccountPage[" + patron + "]";
    }

    /** @param outcomeFrom from when on the patron may look for the outcome */
    public record Ordered(HoldRow hold, Instant outcomeFrom) {}

    /** @param at the pickup branch */
    public record Reserved(HoldRow hold, Where where, Projections.BranchRow at) {}

    public enum Where {
        BEING_PREPARED,
        DOOR,
        HOLD_SHELF
    }

    /** @param position from 1 on, by the time of placing */
    public record Waiting(HoldRow hold, int position) {}

    /**
     * @param daysLate whole days after the due date, 0 in time
     * @param centsSoFar what returning it today would cost
     */
    public record OnLoan(LoanRow loan, Renewal renewal, int daysLate, int centsSoFar) {}

    /**
     * @param state {@code may-ask, requested, no}
     * @param why not: a refusal's code, with the detail that completes its words
     */
    public record Renewal(String state, Optional<String> why, String detail) {}

    /**
     * Why no hold is taken now (domain A9, B10).
     *
     * @param code of the refusal; {@code detail} completes its words
     * @param policy the values it rests on, by key
     */
    public record Block(String code, String detail, Map<String, String> policy) {
        public Block {
            policy = Map.copyOf(policy);
        }
    }

    /**
     * @param beyondFreeLoans as many holds as loans are still free, or more: better no further hold (domain B7)
     */
    public record Limits(int holdLimit, int holds, int loanLimit, int loans, boolean beyondFreeLoans) {
        public int holdsLeft() {
            return Math.max(0, holdLimit - holds);
        }

        public int loansLeft() {
            return Math.max(0, loanLimit - loans);
        }
    }
}

package foyer.server.circulation;

import foyer.station.PatronId;
import foyer.station.StaffId;
import java.time.Instant;

/** What a late return costs (domain A13): one for a loan at most, fixed when the loan ends. */
public sealed interface Fine {
    Facts facts();

    /**
     * @param branch whose rules it follows
     * @param cents at least 1
     * @param daysLate what was counted
     * @param at when it was fixed: the time of the drop
     */
    record Facts(LoanId loan, PatronId patron, String branch, int cents, int daysLate, Instant at) {
        public Facts {
            if (cents < 1 || daysLate < 1) {
                throw new IllegalArgumentException("a fine is of at least one cent for at least one day");
            }
        }
    }

    record Owed(Facts facts) implements Fine {}

    record Paid(Facts facts, StaffId by, Instant at) implements Fine {}

    record Waived(Facts facts, StaffId by, String reason, Instant at) implements Fine {}
}

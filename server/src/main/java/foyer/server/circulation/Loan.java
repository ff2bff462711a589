package foyer.server.circulation;

import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An item in a patron's hands. It begins when the door has opened or at the desk, and ends when the return drops. */
public sealed interface Loan {
    Facts facts();

    /** The last day it may be kept, in the branch's zone. */
    LocalDate due();

    /**
     * @param hold what it fulfils; empty for a loan made at the desk without one
     * @param branch whose rules and calendar it follows
     * @param station where the door opened; empty at the desk
     * @param begunAt the station's time of the opening
     */
    record Facts(
            LoanId id,
            Optional<HoldId> hold,
            PatronId patron,
            ItemBarcode item,
            String branch,
            Optional<StationId> station,
            Instant begunAt) {}

    /**
     * @param renewals how often it was renewed
     * @param asked since when a renewal is requested (domain A12)
     */
    record Running(Facts facts, LocalDate due, int renewals, Optional<Instant> asked) implements Loan {}

    /** The patron says it was returned, and a bin may hold it: no fine runs until staff have looked. */
    record ClaimedReturned(Facts facts, LocalDate due, int renewals, Instant at) implements Loan {}

    /** @param endedAt the station's time of the drop */
    record Ended(Facts facts, LocalDate due, Instant endedAt) implements Loan {}

    default LoanId id() {
        return facts().id();
    }
}

package foyer.server.circulation;

import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.time.Instant;
import java.time.LocalDate;

/** An item in a patron's hands. It begins when the door has opened and ends when the return has dropped. */
public sealed interface Loan {
    Facts facts();

    /**
     * @param begunAt the station's time of the opening
     * @param due the last day it may be kept, in the branch's zone
     */
    record Facts(
            LoanId id,
            HoldId hold,
            PatronId patron,
            ItemBarcode item,
            StationId station,
            Instant begunAt,
            LocalDate due) {}

    record Running(Facts facts) implements Loan {}

    /** @param endedAt the station's time of the drop */
    record Ended(Facts facts, Instant endedAt) implements Loan {}
}

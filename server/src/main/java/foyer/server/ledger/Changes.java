package foyer.server.ledger;

import foyer.server.circulation.Change;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what was decided. */
@Component
public final class Changes {
    private final Holds holds;
    private final Items items;
    private final Loans loans;
    private final Journal journal;

    Changes(Holds holds, Items items, Loans loans, Journal journal) {
        this.holds = holds;
        this.items = items;
        this.loans = loans;
        this.journal = journal;
    }

    /** All changes of one decision, in its order. */
    public void apply(List<Change> changes, Instant receivedAt) {
        for (Change change : changes) {
            switch (change) {
                case Change.HoldPlaced c -> holds.insert(c.hold());
                case Change.HoldBecame c -> holds.update(c.hold());
                case Change.ItemBecame c -> items.update(c.item(), c.state());
                case Change.LoanBegun c -> loans.insert(c.loan(), receivedAt);
                case Change.LoanEnded c -> loans.end(c.loan(), receivedAt);
                case Change.DiscrepancyRaised c -> journal.raise(c, receivedAt);
                case Change.DoorSettled c -> journal.settle(c, receivedAt);
                case Change.HealthSettled c -> journal.settleHealth(c.station(), c.part(), receivedAt);
            }
        }
    }
}

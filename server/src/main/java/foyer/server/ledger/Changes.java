package foyer.server.ledger;

import foyer.server.circulation.Change;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what was decided, and keeps it in the journal. */
@Component
public final class Changes {
    private final Holds holds;
    private final Items items;
    private final Loans loans;
    private final Fines fines;
    private final BinBatches batches;
    private final Appointments appointments;
    private final Patrons patrons;
    private final Journal journal;
    private final Statistics statistics;

    Changes(
            Holds holds,
            Items items,
            Loans loans,
            Fines fines,
            BinBatches batches,
            Appointments appointments,
            Patrons patrons,
            Journal journal,
            Statistics statistics) {
        this.holds = holds;
        this.items = items;
        this.loans = loans;
        this.fines = fines;
        this.batches = batches;
        this.appointments = appointments;
        this.patrons = patrons;
        this.journal = journal;
        this.statistics = statistics;
    }

    /**
     * A line of the journal, and all changes of its decision in their order.
     *
     * @param line what happened or was done, and by whom
     */
    public void apply(Journal.Line line, List<Change> changes) {
        long id = journal.write(line);
        for (Change change : changes) {
            apply(change, line.receivedAt());
            journal.keep(id, change);
            statistics.count(change, line.receivedAt());
        }
    }

    /** The change alone, without a word in the journal: for building the state anew from what the journal kept. */
    void apply(Change change, Instant receivedAt) {
        switch (change) {
            case Change.HoldPlaced c -> holds.insert(c.hold());
            case Change.HoldBecame c -> holds.update(c.hold());
            case Change.ItemBecame c -> items.update(c.item(), c.state());
            case Change.LoanBegun c -> loans.insert(c.loan(), receivedAt);
            case Change.LoanBecame c -> loans.update(c.loan());
            case Change.LoanEnded c -> loans.end(c.loan(), receivedAt);
            case Change.FineBecame c -> fines.put(c.fine());
            case Change.BatchBecame c -> batches.put(c.batch());
            case Change.Dropped c -> batches.dropped(c.batch(), c.item(), c.at());
            case Change.AppointmentBecame c -> appointments.put(c.appointment());
            case Change.LockBecame c -> patrons.lock(c.patron(), c.lock());
            case Change.DiscrepancyRaised c -> journal.raise(c, receivedAt);
            case Change.DoorSettled c -> journal.settle(c, receivedAt);
            case Change.HealthSettled c -> journal.settleHealth(c.station(), c.part(), receivedAt);
        }
    }
}

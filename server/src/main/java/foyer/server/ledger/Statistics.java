package foyer.server.ledger;

import foyer.server.circulation.Change;
import foyer.server.circulation.Fine;
import foyer.server.circulation.Loan;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what happens when it happens, by branch and day: so nobody has to be remembered for a figure. A row for each,
 * and no sum that every desk of a branch would have to wait for.
 */
@Component
public final class Statistics {
    private final JdbcClient sql;

    Statistics(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    void count(Change change, Instant at) {
        switch (change) {
            case Change.HoldPlaced c -> count(c.hold().facts().pickupBranch(), "hold-placed", at);
            case Change.HoldBecame c -> {
                if (!c.hold().open()) {
                    count(c.hold().facts().pickupBranch(), "hold-" + c.hold().state(), at);
                }
            }
            case Change.LoanBegun c -> count(c.loan().facts().branch(), "loan", at);
            case Change.LoanBecame c -> {
                if (c.loan() instanceof Loan.Running running && running.asked().isPresent()) {
                    count(running.facts().branch(), "renewal-asked", at);
                }
            }
            case Change.LoanEnded c -> count(c.loan().facts().branch(), "return", at);
            case Change.FineBecame c -> {
                if (c.fine() instanceof Fine.Owed owed) {
                    count(owed.facts().branch(), "fine", at);
                }
            }
            case Change.AppointmentBecame c ->
                count(
                        c.appointment().facts().branch(),
                        "appointment-" + c.appointment().state(),
                        at);
            case Change.ItemBecame c -> {}
            case Change.BatchBecame c -> {}
            case Change.Dropped c -> {}
            case Change.LockBecame c -> {}
            case Change.DiscrepancyRaised c -> {}
            case Change.DoorSettled c -> {}
            case Change.HealthSettled c -> {}
        }
    }

    private void count(String branch, String kind, Instant at) {
        String query = """
                        INSERT INTO statistic (network, branch, day, kind, times)
                        SELECT network, id, :day, :kind, 1 FROM branch WHERE id = :branch""";
        sql.sql(query)
                .param("day", at.atZone(ZoneOffset.UTC).toLocalDate().toString())
                .param("kind", kind)
                .param("branch", branch)
                .update();
    }
}

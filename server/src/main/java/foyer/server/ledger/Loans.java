package foyer.server.ledger;

import foyer.server.circulation.Loan;
import foyer.server.circulation.LoanId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loans as rows. */
@Component
public final class Loans {
    private final JdbcClient sql;

    Loans(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** The loan of this item that runs; there is never more than one. */
    public Optional<Loan.Running> running(ItemBarcode item) {
        return sql.sql("SELECT * FROM loan WHERE item = :item AND ended_at IS NULL")
                .param("item", item.value())
                .query((row, n) -> new Loan.Running(facts(row)))
                .optional();
    }

    void insert(Loan.Running loan, Instant receivedAt) {
        Loan.Facts facts = loan.facts();
        String query = """
                        INSERT INTO loan (id, hold, patron, item, station, begun_at, begun_received_at, due)
                        VALUES (:id, :hold, :patron, :item, :station, :begun, :received, :due)""";
        sql.sql(query)
                .param("id", facts.id().value())
                .param("hold", facts.hold().value())
                .param("patron", facts.patron().value())
                .param("item", facts.item().value())
                .param("station", facts.station().value())
                .param("begun", facts.begunAt().toEpochMilli())
                .param("received", receivedAt.toEpochMilli())
                .param("due", facts.due().toString())
                .update();
    }

    void end(Loan.Ended loan, Instant receivedAt) {
        sql.sql("UPDATE loan SET ended_at = :ended, ended_received_at = :received WHERE id = :id AND ended_at IS NULL")
                .param("ended", loan.endedAt().toEpochMilli())
                .param("received", receivedAt.toEpochMilli())
                .param("id", loan.facts().id().value())
                .update();
    }

    private static Loan.Facts facts(ResultSet row) throws SQLException {
        return new Loan.Facts(
                new LoanId(row.getString("id")),
                new HoldId(row.getString("hold")),
                new PatronId(row.getString("patron")),
                new ItemBarcode(row.getString("item")),
                new StationId(row.getString("station")),
                Rows.time(row, "begun_at"),
                LocalDate.parse(row.getString("due")));
    }
}

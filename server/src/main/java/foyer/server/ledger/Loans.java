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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loans as rows. */
@Component
public final class Loans {
    private final JdbcClient sql;

    Loans(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** Also one that has ended; empty when it is not known, or whose it was is forgotten. */
    public Optional<Loan> find(LoanId id) {
        return sql.sql("SELECT * FROM loan WHERE id = :id AND patron IS NOT NULL")
                .param("id", id.value())
                .query((row, n) -> loan(row))
                .optional();
    }

    public Optional<Long> version(LoanId id) {
        return sql.sql("SELECT version FROM loan WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    /** The loan of this item that has not ended; there is never more than one. */
    public Optional<Loan> open(ItemBarcode item) {
        return sql.sql("SELECT * FROM loan WHERE item = :item AND ended_at IS NULL")
                .param("item", item.value())
                .query((row, n) -> loan(row))
                .optional();
    }

    /** The patron's loans that have not ended. */
    public List<Loan> open(PatronId patron) {
        return sql.sql("SELECT * FROM loan WHERE patron = :patron AND ended_at IS NULL")
                .param("patron", patron.value())
                .query((row, n) -> loan(row))
                .list();
    }

    /** Running loans of a title's copies, by item. */
    public Map<ItemBarcode, Loan> openOfTitle(String title) {
        Map<ItemBarcode, Loan> loans = new HashMap<>();
        String query = """
                        SELECT loan.* FROM loan JOIN item ON item.barcode = loan.item
                        WHERE item.title = :title AND loan.ended_at IS NULL""";
        sql.sql(query)
                .param("title", title)
                .query((row, n) -> loan(row))
                .list()
                .forEach(loan -> loans.put(loan.facts().item(), loan));
        return Map.copyOf(loans);
    }

    void insert(Loan.Running loan, Instant receivedAt) {
        Loan.Facts facts = loan.facts();
        String query = """
                        INSERT INTO loan
                            (id, hold, patron, item, branch, station, begun_at, begun_received_at, due, renewals)
                        VALUES (:id, :hold, :patron, :item, :branch, :station, :begun, :received, :due, :renewals)""";
        sql.sql(query)
                .param("id", facts.id().value())
                .param("hold", Rows.orNull(facts.hold()))
                .param("patron", ChangeText.column(facts.patron()))
                .param("item", facts.item().value())
                .param("branch", facts.branch())
                .param("station", Rows.orNull(facts.station()))
                .param("begun", facts.begunAt().toEpochMilli())
                .param("received", receivedAt.toEpochMilli())
                .param("due", loan.due().toString())
                .param("renewals", loan.renewals())
                .update();
    }

    void update(Loan loan) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", loan.id().value());
        columns.put("due", loan.due().toString());
        columns.put("asked", null);
        columns.put("claimed", null);
        int renewals =
                switch (loan) {
                    case Loan.Running running -> {
                        columns.put(
                                "asked",
                                running.asked().map(Instant::toEpochMilli).orElse(null));
                        yield running.renewals();
                    }
                    case Loan.ClaimedReturned claimed -> {
                        columns.put("claimed", claimed.at().toEpochMilli());
                        yield claimed.renewals();
                    }
                    case Loan.Ended ended -> throw new IllegalArgumentException("a loan ends by its own change");
                };
        columns.put("renewals", renewals);
        String query = """
                        UPDATE loan SET due = :due, renewals = :renewals, asked_at = :asked, claimed_at = :claimed,
                            version = version + 1 WHERE id = :id AND ended_at IS NULL""";
        sql.sql(query).params(columns).update();
    }

    void end(Loan.Ended loan, Instant receivedAt) {
        String query = """
                        UPDATE loan SET ended_at = :ended, ended_received_at = :received, asked_at = NULL,
                            version = version + 1 WHERE id = :id AND ended_at IS NULL""";
        sql.sql(query)
                .param("ended", loan.endedAt().toEpochMilli())
                .param("received", receivedAt.toEpochMilli())
                .param("id", loan.facts().id().value())
                .update();
    }

    static Loan loan(ResultSet row) throws SQLException {
        Loan.Facts facts = new Loan.Facts(
                new LoanId(row.getString("id")),
                Rows.text(row, "hold").map(HoldId::new),
                new PatronId(row.getString("patron")),
                new ItemBarcode(row.getString("item")),
                row.getString("branch"),
                Rows.text(row, "station").map(StationId::new),
                Rows.time(row, "begun_at"));
        LocalDate due = LocalDate.parse(row.getString("due"));
        int renewals = row.getInt("renewals");
        Optional<Instant> ended = Rows.timeIf(row, "ended_at");
        Optional<Instant> claimed = Rows.timeIf(row, "claimed_at");
        if (ended.isPresent()) {
            return new Loan.Ended(facts, due, ended.get());
        }
        return claimed.isPresent()
                ? new Loan.ClaimedReturned(facts, due, renewals, claimed.get())
                : new Loan.Running(facts, due, renewals, Rows.timeIf(row, "asked_at"));
    }
}

package foyer.server.ledger;

import foyer.server.circulation.Fine;
import foyer.server.circulation.LoanId;
import foyer.station.PatronId;
import foyer.station.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fines as rows: one for a loan at most. */
@Component
public final class Fines {
    private final JdbcClient sql;

    Fines(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** Empty also when whose it was is forgotten. */
    public Optional<Fine> find(LoanId loan) {
        return sql.sql("SELECT * FROM fine WHERE loan = :loan AND patron IS NOT NULL")
                .param("loan", loan.value())
                .query((row, n) -> fine(row))
                .optional();
    }

    public List<Fine.Owed> owed(PatronId patron) {
        return sql
                .sql("SELECT * FROM fine WHERE patron = :patron AND state = 'owed'")
                .param("patron", patron.value())
                .query((row, n) -> fine(row))
                .list()
                .stream()
                .map(Fine.Owed.class::cast)
                .toList();
    }

    /** A fine once fixed keeps its sum; only how it stands changes. */
    void put(Fine fine) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("loan", fine.facts().loan().value());
        columns.put("patron", ChangeText.column(fine.facts().patron()));
        columns.put("branch", fine.facts().branch());
        columns.put("cents", fine.facts().cents());
        columns.put("days", fine.facts().daysLate());
        columns.put("at", fine.facts().at().toEpochMilli());
        columns.put("by", null);
        columns.put("settled", null);
        columns.put("reason", null);
        columns.put("state", stateColumns(fine, columns));
        String query = """
                        INSERT INTO fine (loan, patron, branch, cents, days_late, at, state, settled_by, settled_at, reason)
                        VALUES (:loan, :patron, :branch, :cents, :days, :at, :state, :by, :settled, :reason)
                        ON CONFLICT (loan) DO UPDATE SET state = excluded.state, settled_by = excluded.settled_by,
                            settled_at = excluded.settled_at, reason = excluded.reason""";
        sql.sql(query).params(columns).update();
    }

    private static String stateColumns(Fine fine, Map<String, @Nullable Object> columns) {
        return switch (fine) {
            case Fine.Owed owed -> "owed";
            case Fine.Paid paid -> {
                columns.put("by", paid.by().value());
                columns.put("settled", paid.at().toEpochMilli());
                yield "paid";
            }
            case Fine.Waived waived -> {
                columns.put("by", waived.by().value());
                columns.put("settled", waived.at().toEpochMilli());
                columns.put("reason", waived.reason());
                yield "waived";
            }
        };
    }

    static Fine fine(ResultSet row) throws SQLException {
        Fine.Facts facts = new Fine.Facts(
                new LoanId(row.getString("loan")),
                new PatronId(row.getString("patron")),
                row.getString("branch"),
                row.getInt("cents"),
                row.getInt("days_late"),
                Rows.time(row, "at"));
        String state = row.getString("state");
        return switch (state) {
            case "owed" -> new Fine.Owed(facts);
            case "paid" -> new Fine.Paid(facts, new StaffId(row.getString("settled_by")), Rows.time(row, "settled_at"));
            case "waived" ->
                new Fine.Waived(
                        facts,
                        new StaffId(row.getString("settled_by")),
                        row.getString("reason"),
                        Rows.time(row, "settled_at"));
            default -> throw new IllegalStateException("no such state of a fine: " + state);
        };
    }
}

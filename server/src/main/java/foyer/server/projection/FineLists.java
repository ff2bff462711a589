package foyer.server.projection;

import foyer.server.ledger.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What late returns cost and cost once, page by page. */
@Component
public final class FineLists {
    static final String FINE = """
            SELECT fine.*, loan.item, loan.due, loan.ended_at, title.title AS title_words, branch.network
            FROM loan JOIN fine ON fine.loan = loan.id JOIN item ON item.barcode = loan.item
                JOIN title ON title.id = item.title JOIN branch ON branch.id = fine.branch
            """;

    private final JdbcClient sql;

    FineLists(@Qualifier("projectionClient") JdbcClient projectionClient) {
        this.sql = projectionClient;
    }

    /**
     * @param loan its loan, which is its id as well
     * @param state {@code owed, paid, waived}
     * @param reason of one that was waived
     */
    public record Fine(
            String loan,
            String network,
            String patron,
            String branch,
            String item,
            String title,
            int cents,
            int daysLate,
            LocalDate due,
            Instant at,
            String state,
            Optional<Instant> settledAt,
            Optional<String> reason) {}

    public Optional<Fine> find(String loan) {
        return new Question(sql, FINE)
                        .where("fine.loan = :loan", "loan", loan)
                        .where("fine.patron IS NOT NULL")
                        .list("fine.loan", 1, (row, n) -> fine(row))
                        .stream()
                        .findFirst();
    }

    /** A patron's fines, newest first. */
    public Page<Fine> ofPatron(String patron, Paging paging) {
        Question question = new Question(sql, FINE)
                .where("loan.patron = :patron", "patron", patron)
                .where("fine.patron IS NOT NULL");
        paging.after("fines", 2).ifPresent(cursor -> question.where("(fine.at, fine.loan) < (:at, :loan)")
                .with("at", cursor.number(0))
                .with("loan", cursor.keys().get(1)));
        List<Fine> fetched = question.list("fine.at DESC, fine.loan DESC", paging.fetch(), (row, n) -> fine(row));
        return Page.of(
                fetched,
                paging,
                row -> new Cursor("fines", List.of(Long.toString(row.at().toEpochMilli()), row.loan())));
    }

    static Fine fine(ResultSet row) throws SQLException {
        return new Fine(
                row.getString("loan"),
                row.getString("network"),
                row.getString("patron"),
                row.getString("branch"),
                row.getString("item"),
                row.getString("title_words"),
                row.getInt("cents"),
                row.getInt("days_late"),
                LocalDate.parse(row.getString("due")),
                Rows.time(row, "at"),
                row.getString("state"),
                Rows.timeIf(row, "settled_at"),
                Rows.text(row, "reason"));
    }
}

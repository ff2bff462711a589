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

/** Loans page by page. A loan whose patron is forgotten is not a loan any more but a count. */
@Component
public final class LoanLists {
    static final String LOAN = """
            SELECT loan.*, item.title AS title_id, title.title AS title_words, title.author, branch.network,
                patron.given, patron.family
            FROM loan JOIN item ON item.barcode = loan.item JOIN title ON title.id = item.title
                JOIN branch ON branch.id = loan.branch JOIN patron ON patron.id = loan.patron
            """;
    private static final String OVER = "CASE WHEN loan.ended_at IS NULL THEN 0 ELSE 1 END";

    private final JdbcClient sql;

    LoanLists(@Qualifier("projectionClient") JdbcClient projectionClient) {
        this.sql = projectionClient;
    }

    public Optional<LoanRow> find(String id) {
        return one(new Question(sql, LOAN).where("loan.id = :id", "id", id));
    }

    /** The loan of this item that has not ended. */
    public Optional<LoanRow> running(String item) {
        return one(
                new Question(sql, LOAN).where("loan.item = :item", "item", item).where("loan.ended_at IS NULL"));
    }

    /** A patron's loans: those that run first, of each kind the newest first. */
    public Page<LoanRow> ofPatron(String patron, Paging paging) {
        Question question = new Question(sql, LOAN).where("loan.patron = :patron", "patron", patron);
        paging.after("loans", 3).ifPresent(cursor -> question.where(
                        "(" + OVER + " > :over OR (" + OVER + " = :over AND (loan.begun_at, loan.id) < (:begun, :id)))")
                .with("over", cursor.number(0))
                .with("begun", cursor.number(1))
                .with("id", cursor.keys().get(2)));
        List<LoanRow> fetched =
                question.list(OVER + ", loan.begun_at DESC, loan.id DESC", paging.fetch(), (row, n) -> loan(row));
        return Page.of(fetched, paging, row -> {
            String over = row.endedAt().isPresent() ? "1" : "0";
            String begun = Long.toString(row.begunAt().toEpochMilli());
            return new Cursor("loans", List.of(over, begun, row.id()));
        });
    }

    /** Loans for which a renewal is requested (domain A12), those first that wait longest. */
    public Page<LoanRow> renewalsAsked(String network, Optional<String> branch, Paging paging) {
        Question question = new Question(sql, LOAN)
                .where("loan.asked_at IS NOT NULL")
                .where("branch.network = :network", "network", network)
                .where("loan.branch = :branch", "branch", branch);
        paging.after("renewals", 2).ifPresent(cursor -> question.where("(loan.asked_at, loan.id) > (:asked, :id)")
                .with("asked", cursor.number(0))
                .with("id", cursor.keys().get(1)));
        List<LoanRow> fetched = question.list("loan.asked_at, loan.id", paging.fetch(), (row, n) -> loan(row));
        return Page.of(fetched, paging, row -> {
            long asked = row.askedAt().map(Instant::toEpochMilli).orElseThrow();
            return new Cursor("renewals", List.of(Long.toString(asked), row.id()));
        });
    }

    private static Optional<LoanRow> one(Question question) {
        return question.list("loan.id", 1, (row, n) -> loan(row)).stream().findFirst();
    }

    static LoanRow loan(ResultSet row) throws SQLException {
        return new LoanRow(
                row.getString("id"),
                row.getLong("version"),
                row.getString("network"),
                row.getString("patron"),
                row.getString("given") + " " + row.getString("family"),
                row.getString("item"),
                row.getString("title_id"),
                row.getString("title_words"),
                row.getString("author"),
                Rows.text(row, "hold"),
                row.getString("branch"),
                Rows.time(row, "begun_at"),
                LocalDate.parse(row.getString("due")),
                row.getInt("renewals"),
                Rows.timeIf(row, "asked_at"),
                Rows.timeIf(row, "claimed_at"),
                Rows.timeIf(row, "ended_at"));
    }
}

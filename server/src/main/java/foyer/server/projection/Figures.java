package foyer.server.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was counted when it happened; nobody is remembered for it. Days are of UTC. */
@Component
public final class Figures {
    private final JdbcClient sql;

    Figures(@Qualifier("projectionClient") JdbcClient projectionClient) {
        this.sql = projectionClient;
    }

    /** @param kind {@code hold-placed, loan, return ...} */
    public record Count(LocalDate day, String branch, String kind, long times) {}

    /** @param place a station's id, or {@code desk} for what was asked on the web and at the network's desks */
    public record Refusals(LocalDate day, String place, String reason, long times) {}

    /** By day, branch and kind; both days count. */
    public Page<Count> counts(
            String network,
            Optional<String> branch,
            Optional<String> kind,
            LocalDate from,
            LocalDate until,
            Paging paging) {
        // The ledger has a row for each that happened.
        Question question = new Question(sql, "SELECT day, branch, kind, sum(times) AS times FROM statistic")
                .groupBy("day, branch, kind")
                .where("network = :network", "network", network)
                .where("branch = :branch", "branch", branch)
                .where("kind = :kind", "kind", kind);
        between(question, from, until);
        paging.after("counts", 3)
                .ifPresent(cursor -> question.where("(day, branch, kind) > (:atDay, :atBranch, :atKind)")
                        .with("atDay", cursor.keys().get(0))
                        .with("atBranch", cursor.keys().get(1))
                        .with("atKind", cursor.keys().get(2)));
        List<Count> fetched = question.list("day, branch, kind", paging.fetch(), (row, n) -> count(row));
        return Page.of(
                fetched, paging, row -> new Cursor("counts", List.of(row.day().toString(), row.branch(), row.kind())));
    }

    /** By day, place and reason: at the network's stations, and at its desks. */
    public Page<Refusals> refusals(String network, LocalDate from, LocalDate until, Paging paging) {
        Question question = new Question(sql, "SELECT day, place, reason, times FROM refusal")
                .where("network = :network", "network", network);
        between(question, from, until);
        paging.after("refusals", 3)
                .ifPresent(cursor -> question.where("(day, place, reason) > (:atDay, :atPlace, :atReason)")
                        .with("atDay", cursor.keys().get(0))
                        .with("atPlace", cursor.keys().get(1))
                        .with("atReason", cursor.keys().get(2)));
        List<Refusals> fetched = question.list("day, place, reason", paging.fetch(), (row, n) -> refusals(row));
        return Page.of(
                fetched,
                paging,
                row -> new Cursor("refusals", List.of(row.day().toString(), row.place(), row.reason())));
    }

    private static void between(Question question, LocalDate from, LocalDate until) {
        question.where("day >= :from", "from", from.toString()).where("day <= :until", "until", until.toString());
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(
                LocalDate.parse(row.getString("day")),
                row.getString("branch"),
                row.getString("kind"),
                row.getLong("times"));
    }

    private static Refusals refusals(ResultSet row) throws SQLException {
        return new Refusals(
                LocalDate.parse(row.getString("day")),
                row.getString("place"),
                row.getString("reason"),
                row.getLong("times"));
    }
}

package foyer.server.projection;

import foyer.server.circulation.Site;
import foyer.server.circulation.policy.Key;
import foyer.server.ledger.PolicyRows;
import foyer.server.ledger.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Patrons as staff look them up. */
@Component
public final class PatronPages {
    private static final String PATRON = """
            SELECT patron.*, staff.name AS locker FROM patron LEFT JOIN staff ON staff.id = patron.locked_by
            """;

    private final JdbcClient sql;
    private final Clock clock;

    PatronPages(@Qualifier("projectionClient") JdbcClient projectionClient, Clock clock) {
        this.sql = projectionClient;
        this.clock = clock;
    }

    /** Those of a network whose names, card or user name contain the words; at most {@code most}. */
    public List<PatronRow> search(String network, String words, int most) {
        String query = PATRON + """
                WHERE patron.network = :network AND patron.words LIKE :words ESCAPE '\\'
                ORDER BY patron.family, patron.given, patron.id LIMIT :most""";
        return sql.sql(query)
                .param("network", network)
                .param("words", "%" + words.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("most", most)
                .query((row, n) -> patron(row))
                .list();
    }

    /** Another network's patron is answered as none. */
    public Optional<PatronRow> find(String network, String id) {
        return sql.sql(PATRON + "WHERE patron.network = :network AND patron.id = :id")
                .param("network", network)
                .param("id", id)
                .query((row, n) -> patron(row))
                .optional();
    }

    public PatronRow.Account account(PatronRow patron) {
        Site site = PolicyRows.site(sql, patron.branch()).orElseThrow();
        return new PatronRow.Account(
                wanted(patron.id()),
                borrowed(patron.id()),
                owed(patron.id()),
                site.calendar().dayOf(clock.instant()),
                site.policy().number(Key.BLOCK_OVERDUE_FROM),
                site.policy().number(Key.BLOCK_FINES_FROM));
    }

    private List<PatronRow.Wanted> wanted(String patron) {
        String query = """
                SELECT hold.*, title.title AS title_words FROM hold JOIN title ON title.id = hold.title
                WHERE hold.patron = :patron AND hold.state IN
                    ('queued', 'under-review', 'confirmed', 'prepared', 'ready', 'on-hold-shelf')
                ORDER BY hold.placed_at, hold.id""";
        return sql.sql(query)
                .param("patron", patron)
                .query((row, n) -> new PatronRow.Wanted(
                        row.getString("id"),
                        row.getString("title_words"),
                        row.getString("state"),
                        Rows.text(row, "item"),
                        row.getString("pickup_branch"),
                        Rows.day(row, "last_day"),
                        Rows.day(row, "suspended_until")))
                .list();
    }

    private List<PatronRow.Borrowed> borrowed(String patron) {
        String query = """
                SELECT loan.*, title.title FROM loan JOIN item ON item.barcode = loan.item
                    JOIN title ON title.id = item.title
                WHERE loan.patron = :patron AND loan.ended_at IS NULL ORDER BY loan.due, loan.id""";
        return sql.sql(query)
                .param("patron", patron)
                .query((row, n) -> new PatronRow.Borrowed(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("item"),
                        LocalDate.parse(row.getString("due")),
                        row.getInt("renewals"),
                        Rows.timeIf(row, "asked_at").isPresent()))
                .list();
    }

    private List<PatronRow.Owed> owed(String patron) {
        String query = """
                SELECT fine.*, title.title FROM fine JOIN loan ON loan.id = fine.loan
                    JOIN item ON item.barcode = loan.item JOIN title ON title.id = item.title
                WHERE fine.patron = :patron AND fine.state = 'owed' ORDER BY fine.at, fine.loan""";
        return sql.sql(query)
                .param("patron", patron)
                .query((row, n) -> new PatronRow.Owed(
                        row.getString("loan"), row.getString("title"), row.getInt("cents"), row.getInt("days_late")))
                .list();
    }

    private static PatronRow patron(ResultSet row) throws SQLException {
        Optional<PatronRow.Lock> lock = Optional.empty();
        Optional<String> reason = Rows.text(row, "locked_reason");
        if (reason.isPresent()) {
            lock = Optional.of(new PatronRow.Lock(
                    reason.get(), Rows.text(row, "locker").orElse("–"), Rows.time(row, "locked_at")));
        }
        return new PatronRow(
                row.getString("id"),
                row.getString("branch"),
                row.getString("card"),
                row.getString("login"),
                row.getString("given") + " " + row.getString("family"),
                row.getString("language"),
                row.getInt("low") == 1,
                row.getString("email"),
                row.getString("phone"),
                Rows.day(row, "card_expires"),
                lock);
    }
}

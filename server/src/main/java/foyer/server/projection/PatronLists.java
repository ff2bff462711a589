package foyer.server.projection;

import foyer.server.ledger.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Patrons as staff look them up. */
@Component
public final class PatronLists {
    private static final int MOST_WORDS = 10;
    private static final String PATRON = """
            SELECT patron.*, staff.name AS locked_by_name FROM patron LEFT JOIN staff ON staff.id = patron.locked_by
            """;

    private final JdbcClient sql;

    PatronLists(@Qualifier("projectionClient") JdbcClient projectionClient) {
        this.sql = projectionClient;
    }

    /** @param low wants compartments that can be reached sitting */
    public record Person(
            String id,
            long version,
            String network,
            String branch,
            String card,
            Optional<LocalDate> cardExpires,
            String login,
            String given,
            String family,
            String language,
            boolean low,
            String email,
            String phone,
            Optional<Instant> joinedAt,
            Optional<Lock> lock) {
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /** @param by the name of who locked it */
    public record Lock(String reason, String by, Instant at) {}

    public Optional<Person> find(String id) {
        return new Question(sql, PATRON)
                .where("patron.id = :id", "id", id).list("patron.id", 1, (row, n) -> person(row)).stream()
                        .findFirst();
    }

    /**
     * Patrons of a network, by family name.
     *
     * @param words each occurs in a name, the card's number or the user name; empty for everybody
     */
    public Page<Person> search(String network, String words, Paging paging) {
        Question question = new Question(sql, PATRON).where("patron.network = :network", "network", network);
        List<String> wanted = Arrays.stream(
                        words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        for (int i = 0; i < wanted.size(); i++) {
            String name = "word" + i;
            question.where(
                    "patron.words LIKE :" + name + " ESCAPE '!'", name, "%" + TitlePages.escaped(wanted.get(i)) + "%");
        }
        paging.after("patrons", 3)
                .ifPresent(cursor -> question.where("(patron.family, patron.given, patron.id) > (:family, :given, :id)")
                        .with("family", cursor.keys().get(0))
                        .with("given", cursor.keys().get(1))
                        .with("id", cursor.keys().get(2)));
        List<Person> fetched =
                question.list("patron.family, patron.given, patron.id", paging.fetch(), (row, n) -> person(row));
        return Page.of(fetched, paging, row -> new Cursor("patrons", List.of(row.family(), row.given(), row.id())));
    }

    /** The phone of the branch at which the patron joined; empty where it has none. */
    public Optional<String> phoneOfBranch(String patron) {
        String query = """
                        SELECT branch.phone FROM patron JOIN branch ON branch.id = patron.branch
                        WHERE patron.id = :id""";
        return sql.sql(query)
                .param("id", patron)
                .query((row, n) -> row.getString("phone"))
                .optional()
                .filter(phone -> !phone.isBlank());
    }

    private static Person person(ResultSet row) throws SQLException {
        Optional<String> reason = Rows.text(row, "locked_reason");
        Optional<Lock> lock = reason.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lock(
                        reason.get(), Rows.text(row, "locked_by_name").orElse(""), Rows.time(row, "locked_at")));
        return new Person(
                row.getString("id"),
                row.getLong("version"),
                row.getString("network"),
                row.getString("branch"),
                row.getString("card"),
                Rows.day(row, "card_expires"),
                row.getString("login"),
                row.getString("given"),
                row.getString("family"),
                row.getString("language"),
                row.getInt("low") == 1,
                row.getString("email"),
                row.getString("phone"),
                Rows.timeIf(row, "joined_at"),
                lock);
    }
}

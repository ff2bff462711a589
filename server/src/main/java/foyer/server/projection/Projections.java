package foyer.server.projection;

import foyer.server.ledger.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every question a page or REST asks of the ledger. */
@Component
public final class Projections {
    private static final int MOST_DEAD_LETTERS = 100;
    private static final String BRANCH_NAMES = "branch.name_lv, branch.name_el, branch.name_en, branch.name_ru";
    static final String HOLD = """
            SELECT hold.*, title.title AS title_words, title.author, patron.given, patron.family
            FROM hold JOIN title ON title.id = hold.title JOIN patron ON patron.id = hold.patron
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final StationPages stationPages;
    private final TitlePages titlePages;

    Projections(
            @Qualifier("projectionClient") JdbcClient projectionClient,
            Clock clock,
            StationPages stationPages,
            TitlePages titlePages) {
        this.sql = projectionClient;
        this.clock = clock;
        this.stationPages = stationPages;
        this.titlePages = titlePages;
    }

    /** Stations of a network. */
    public List<StationLine> stations(String network) {
        return sql.sql("SELECT station.id, station.online, branch.id AS branch, " + BRANCH_NAMES
                        + " FROM station JOIN branch ON branch.id = station.branch"
                        + " WHERE branch.network = :network ORDER BY station.id")
                .param("network", network)
                .query((row, n) -> new StationLine(
                        row.getString("id"), row.getString("branch"), names(row), row.getInt("online") == 1))
                .list();
    }

    public Optional<StationPage> station(String id) {
        return stationPages.find(id);
    }

    /** Holds of a network in one of these states, oldest first. */
    public List<HoldRow> holds(String network, List<String> states) {
        if (states.isEmpty()) {
            return List.of();
        }
        return sql.sql(HOLD
                        + "WHERE hold.network = :network AND hold.state IN (:states) ORDER BY hold.placed_at, hold.id")
                .param("network", network)
                .param("states", states)
                .query((row, n) -> hold(row))
                .list();
    }

    public Optional<HoldRow> hold(String id) {
        return sql.sql(HOLD + "WHERE hold.id = :id")
                .param("id", id)
                .query((row, n) -> hold(row))
                .optional();
    }

    /** All of a patron's holds, newest first. */
    public List<HoldRow> holdsOf(String patron) {
        return sql.sql(HOLD + "WHERE hold.patron = :patron ORDER BY hold.placed_at DESC, hold.id")
                .param("patron", patron)
                .query((row, n) -> hold(row))
                .list();
    }

    /** All of a patron's loans, newest first. */
    public List<LoanRow> loansOf(String patron) {
        return sql.sql(LoanLists.LOAN + "WHERE loan.patron = :patron ORDER BY loan.begun_at DESC, loan.id")
                .param("patron", patron)
                .query((row, n) -> LoanLists.loan(row))
                .list();
    }

    /** Empty when there is no such title. */
    public Optional<String> networkOfTitle(String id) {
        return sql.sql("SELECT network FROM title WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    public Optional<TitleRow> title(String id) {
        return titlePages.find(id, clock.instant());
    }

    /** Titles of a network whose title, author or ISBN contain the words; at most {@code most}. */
    public List<TitleRow> titles(String network, String words, int most) {
        return titlePages.search(network, words.toLowerCase(Locale.ROOT), most, clock.instant());
    }

    public Optional<Copy> item(String barcode) {
        return titlePages.item(barcode, clock.instant());
    }

    public List<BranchRow> branches(String network) {
        return sql.sql("SELECT * FROM branch WHERE network = :network ORDER BY id")
                .param("network", network)
                .query((row, n) -> branch(row))
                .list();
    }

    static BranchRow branch(ResultSet row) throws SQLException {
        return new BranchRow(
                row.getString("id"),
                row.getString("network"),
                names(row),
                row.getString("address"),
                row.getString("phone"),
                row.getString("email"));
    }

    /** Messages that could not be read or applied, newest first, at most 100. */
    public List<DeadLetter> deadLetters(String network) {
        String query = """
                        SELECT dead_letter.* FROM dead_letter JOIN station ON station.id = dead_letter.station
                            JOIN branch ON branch.id = station.branch
                        WHERE branch.network = :network ORDER BY dead_letter.id DESC LIMIT :most""";
        return sql.sql(query)
                .param("network", network)
                .param("most", MOST_DEAD_LETTERS)
                .query((row, n) -> new DeadLetter(
                        row.getLong("id"),
                        Rows.text(row, "station"),
                        row.getString("why"),
                        row.getInt("bytes"),
                        Rows.time(row, "received_at")))
                .list();
    }

    static Map<String, String> names(ResultSet row) throws SQLException {
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : List.of("lv", "el", "en", "ru")) {
            Rows.text(row, "name_" + language).ifPresent(name -> names.put(language, name));
        }
        return names;
    }

    static HoldRow hold(ResultSet row) throws SQLException {
        String state = row.getString("state");
        Optional<Instant> readyAt = state.equals("ready") ? Optional.of(Rows.time(row, "state_at")) : Optional.empty();
        return new HoldRow(
                row.getString("id"),
                row.getLong("version"),
                state,
                row.getString("patron"),
                row.getString("given") + " " + row.getString("family"),
                row.getString("title"),
                row.getString("title_words"),
                row.getString("author"),
                Rows.text(row, "item"),
                row.getString("pickup_branch"),
                Rows.time(row, "placed_at"),
                Rows.text(row, "reason"),
                Rows.text(row, "compartment"),
                readyAt,
                row.getString("network"),
                Rows.time(row, "state_at"),
                Rows.day(row, "not_needed_after"),
                Rows.day(row, "suspended_until"),
                Rows.day(row, "last_day"),
                Rows.text(row, "station"));
    }

    public record StationLine(String id, String branch, Map<String, String> branchName, boolean online) {
        public StationLine {
            branchName = Map.copyOf(branchName);
        }
    }

    public record Copy(String item, String titleId, String title, TitleRow.Copy copy) {}

    public record BranchRow(
            String id, String network, Map<String, String> name, String address, String phone, String email) {
        public BranchRow {
            name = Map.copyOf(name);
        }
    }

    public record DeadLetter(long id, Optional<String> station, String why, int bytes, Instant receivedAt) {}
}

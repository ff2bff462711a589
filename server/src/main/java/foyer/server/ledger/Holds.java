package foyer.server.ledger;

import foyer.server.circulation.Hold;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.Place;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
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

/** Holds as rows. A hold whose patron is forgotten is not a hold any more but a count. */
@Component
public final class Holds {
    private static final String OPEN = "('queued', 'under-review', 'confirmed', 'prepared', 'ready', 'on-hold-shelf')";
    private static final List<String> SOMETIMES =
            List.of("item", "suspended", "reason", "by", "how", "order", "last", "station", "compartment", "loan");

    private final JdbcClient sql;

    Holds(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    public Optional<Hold> find(HoldId id) {
        return sql.sql("SELECT * FROM hold WHERE id = :id AND patron IS NOT NULL")
                .param("id", id.value())
                .query((row, n) -> hold(row))
                .optional();
    }

    /** Its version, which every change raises; empty when there is no such hold. */
    public Optional<Long> version(HoldId id) {
        return sql.sql("SELECT version FROM hold WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    /** The patron's open holds. */
    public List<Hold> open(PatronId patron) {
        return sql.sql("SELECT * FROM hold WHERE patron = :patron AND state IN " + OPEN)
                .param("patron", patron.value())
                .query((row, n) -> hold(row))
                .list();
    }

    /** Those who wait for a title, in their order. */
    public List<Hold.Queued> waiting(String title) {
        return sql
                .sql("SELECT * FROM hold WHERE title = :title AND state = 'queued' ORDER BY placed_at, id")
                .param("title", title)
                .query((row, n) -> hold(row))
                .list()
                .stream()
                .map(Hold.Queued.class::cast)
                .toList();
    }

    /** The order that is already being prepared for this patron at this branch, if there is one. */
    public Optional<OrderId> orderOf(PatronId patron, String branch) {
        String query = """
                        SELECT order_id FROM hold
                        WHERE patron = :patron AND pickup_branch = :branch
                            AND state IN ('confirmed', 'prepared', 'ready', 'on-hold-shelf')
                        ORDER BY state_at LIMIT 1""";
        return sql.sql(query)
                .param("patron", patron.value())
                .param("branch", branch)
                .query((row, n) -> new OrderId(row.getString(1)))
                .optional();
    }

    /** Holds that may have come to their end by this day, whatever their branch's clock shows; at most {@code most}. */
    public List<HoldId> endingBefore(LocalDate day, int most) {
        String query = """
                        SELECT id FROM hold WHERE state IN ('ready', 'on-hold-shelf') AND last_day < :day
                        UNION SELECT id FROM hold WHERE not_needed_after IS NOT NULL AND not_needed_after < :day
                            AND state IN""" + " " + OPEN + " ORDER BY id LIMIT :most";
        return sql.sql(query)
                .param("day", day.toString())
                .param("most", most)
                .query((row, n) -> new HoldId(row.getString(1)))
                .list();
    }

    /** Titles whose suspended holds may have come awake by this day. */
    public List<String> wakingBy(LocalDate day, int most) {
        String query = """
                        SELECT DISTINCT title FROM hold
                        WHERE suspended_until IS NOT NULL AND suspended_until <= :day AND state = 'queued'
                        ORDER BY title LIMIT :most""";
        return sql.sql(query)
                .param("day", day.toString())
                .param("most", most)
                .query((row, n) -> row.getString(1))
                .list();
    }

    void insert(Hold hold) {
        Map<String, @Nullable Object> columns = columns(hold);
        columns.put("network", hold.facts().network());
        columns.put("patron", ChangeText.column(hold.facts().patron()));
        columns.put("title", hold.facts().title());
        columns.put("wanted", Rows.orNull(hold.facts().wanted()));
        columns.put("placed", hold.facts().placedAt().toEpochMilli());
        String query = """
                        INSERT INTO hold (id, network, patron, title, wanted, item, pickup_branch, placed_at,
                            not_needed_after, suspended_until, state, state_at, reason, ended_by, ended_how, order_id,
                            last_day, station, compartment, loan, version)
                        VALUES (:id, :network, :patron, :title, :wanted, :item, :branch, :placed,
                            :needed, :suspended, :state, :at, :reason, :by, :how, :order,
                            :last, :station, :compartment, :loan, 1)""";
        sql.sql(query).params(columns).update();
    }

    void update(Hold hold) {
        String query = """
                        UPDATE hold SET item = :item, pickup_branch = :branch, not_needed_after = :needed,
                            suspended_until = :suspended, state = :state, state_at = :at, reason = :reason,
                            ended_by = :by, ended_how = :how, order_id = :order, last_day = :last, station = :station,
                            compartment = :compartment, loan = :loan, version = version + 1
                        WHERE id = :id""";
        sql.sql(query).params(columns(hold)).update();
    }

    private static Map<String, @Nullable Object> columns(Hold hold) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        SOMETIMES.forEach(column -> columns.put(column, null));
        columns.put("id", hold.id().value());
        columns.put("item", Rows.orNull(hold.item()));
        columns.put("branch", hold.facts().pickupBranch());
        columns.put("needed", Rows.orNull(hold.facts().notNeededAfter()));
        columns.put("state", hold.state());
        columns.put("order", Rows.orNull(hold.preparedAs()));
        columns.put("at", stateColumns(hold, columns).toEpochMilli());
        return columns;
    }

    /** Fills in what only some states have; answers since when the state stands. */
    private static Instant stateColumns(Hold hold, Map<String, @Nullable Object> columns) {
        return switch (hold) {
            case Hold.Queued h -> {
                columns.put("suspended", Rows.orNull(h.suspendedUntil()));
                yield h.facts().placedAt();
            }
            case Hold.UnderReview h -> h.since();
            case Hold.Confirmed h -> {
                columns.put("last", Rows.orNull(h.lastDay()));
                yield h.at();
            }
            case Hold.Prepared h -> {
                columns.put("last", Rows.orNull(h.lastDay()));
                yield h.at();
            }
            case Hold.Ready h -> {
                columns.put("last", h.lastDay().toString());
                columns.put("station", h.place().station().value());
                columns.put("compartment", h.place().compartment().value());
                yield h.at();
            }
            case Hold.OnHoldShelf h -> {
                columns.put("last", h.lastDay().toString());
                yield h.at();
            }
            case Hold.Fulfilled h -> {
                columns.put("loan", h.loan().value());
                yield h.at();
            }
            case Hold.Rejected h -> {
                columns.put("reason", h.reason());
                yield h.at();
            }
            case Hold.Cancelled h -> {
                ByColumns by = ByColumns.of(h.by());
                columns.put("how", by.how());
                columns.put("by", by.id());
                columns.put("reason", by.why());
                yield h.at();
            }
            case Hold.Expired h -> h.at();
        };
    }

    static Hold hold(ResultSet row) throws SQLException {
        Hold.Facts facts = new Hold.Facts(
                new HoldId(row.getString("id")),
                row.getString("network"),
                new PatronId(row.getString("patron")),
                row.getString("title"),
                Rows.text(row, "wanted").map(ItemBarcode::new),
                row.getString("pickup_branch"),
                Rows.time(row, "placed_at"),
                Rows.day(row, "not_needed_after"));
        Instant at = Rows.time(row, "state_at");
        String state = row.getString("state");
        return switch (state) {
            case "queued" -> new Hold.Queued(facts, Rows.day(row, "suspended_until"));
            case "under-review" -> new Hold.UnderReview(facts, item(row), at);
            case "confirmed" -> new Hold.Confirmed(facts, item(row), order(row), at, Rows.day(row, "last_day"));
            case "prepared" -> new Hold.Prepared(facts, item(row), order(row), at, Rows.day(row, "last_day"));
            case "ready" -> new Hold.Ready(facts, item(row), order(row), place(row), at, lastDay(row));
            case "on-hold-shelf" -> new Hold.OnHoldShelf(facts, item(row), order(row), at, lastDay(row));
            case "fulfilled" -> new Hold.Fulfilled(facts, item(row), new LoanId(row.getString("loan")), at);
            case "rejected" -> new Hold.Rejected(facts, row.getString("reason"), at);
            case "cancelled" ->
                new Hold.Cancelled(
                        facts,
                        new ByColumns(row.getString("ended_how"), row.getString("ended_by"), row.getString("reason"))
                                .by(),
                        at);
            case "expired" -> new Hold.Expired(facts, at);
            default -> throw new IllegalStateException("no such state of a hold: " + state);
        };
    }

    private static ItemBarcode item(ResultSet row) throws SQLException {
        return new ItemBarcode(row.getString("item"));
    }

    private static OrderId order(ResultSet row) throws SQLException {
        return new OrderId(row.getString("order_id"));
    }

    private static LocalDate lastDay(ResultSet row) throws SQLException {
        return LocalDate.parse(row.getString("last_day"));
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(new StationId(row.getString("station")), new CompartmentId(row.getString("compartment")));
    }
}

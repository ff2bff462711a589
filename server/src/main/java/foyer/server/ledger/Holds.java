package foyer.server.ledger;

import foyer.server.circulation.Hold;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.Place;
import foyer.server.circulation.Reviewing;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds as rows. */
@Component
public final class Holds {
    private static final String OPEN = "('under-review', 'confirmed', 'ready')";

    private final JdbcClient sql;

    Holds(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    public Optional<Hold> find(HoldId id) {
        return sql.sql("SELECT * FROM hold WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> hold(row))
                .optional();
    }

    /** The patron's open holds. */
    public List<Hold> open(PatronId patron) {
        return sql.sql("SELECT * FROM hold WHERE patron = :patron AND state IN " + OPEN)
                .param("patron", patron.value())
                .query((row, n) -> hold(row))
                .list();
    }

    /** The order that is already being prepared for this patron at this branch, if there is one. */
    public Optional<OrderId> orderOf(PatronId patron, String branch) {
        String query = """
                        SELECT order_id FROM hold
                        WHERE patron = :patron AND pickup_branch = :branch AND state IN ('confirmed', 'ready')
                        ORDER BY state_at LIMIT 1""";
        return sql.sql(query)
                .param("patron", patron.value())
                .param("branch", branch)
                .query((row, n) -> new OrderId(row.getString(1)))
                .optional();
    }

    void insert(Hold.UnderReview hold) {
        Hold.Facts facts = hold.facts();
        String query = """
                        INSERT INTO hold (id, network, patron, title, item, pickup_branch, placed_at, state, state_at, version)
                        VALUES (:id, :network, :patron, :title, :item, :branch, :at, 'under-review', :at, 1)""";
        sql.sql(query)
                .param("id", facts.id().value())
                .param("network", facts.network())
                .param("patron", facts.patron().value())
                .param("title", facts.title())
                .param("item", facts.item().value())
                .param("branch", facts.pickupBranch())
                .param("at", facts.placedAt().toEpochMilli())
                .update();
    }

    void update(Hold hold) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", hold.id().value());
        columns.put("item", hold.facts().item().value());
        columns.put("state", Reviewing.stateOf(hold));
        for (String column : List.of("reason", "order", "station", "compartment", "loan")) {
            columns.put(column, null);
        }
        columns.put("at", stateColumns(hold, columns).toEpochMilli());
        String query = """
                        UPDATE hold SET item = :item, state = :state, state_at = :at, reason = :reason, order_id = :order,
                            station = :station, compartment = :compartment, loan = :loan, version = version + 1
                        WHERE id = :id""";
        sql.sql(query).params(columns).update();
    }

    /** Fills in what only some states have; answers since when the state stands. */
    private static Instant stateColumns(Hold hold, Map<String, @Nullable Object> columns) {
        return switch (hold) {
            case Hold.UnderReview h -> h.facts().placedAt();
            case Hold.Confirmed h -> {
                columns.put("order", h.order().value());
                yield h.at();
            }
            case Hold.Ready h -> {
                columns.put("order", h.order().value());
                columns.put("station", h.place().station().value());
                columns.put("compartment", h.place().compartment().value());
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
            case Hold.Cancelled h -> h.at();
        };
    }

    private static Hold hold(ResultSet row) throws SQLException {
        Hold.Facts facts = new Hold.Facts(
                new HoldId(row.getString("id")),
                row.getString("network"),
                new PatronId(row.getString("patron")),
                row.getString("title"),
                new ItemBarcode(row.getString("item")),
                row.getString("pickup_branch"),
                Rows.time(row, "placed_at"));
        Instant at = Rows.time(row, "state_at");
        String state = row.getString("state");
        return switch (state) {
            case "under-review" -> new Hold.UnderReview(facts);
            case "confirmed" -> new Hold.Confirmed(facts, new OrderId(row.getString("order_id")), at);
            case "ready" -> new Hold.Ready(facts, new OrderId(row.getString("order_id")), place(row), at);
            case "fulfilled" -> new Hold.Fulfilled(facts, new LoanId(row.getString("loan")), at);
            case "rejected" -> new Hold.Rejected(facts, row.getString("reason"), at);
            case "cancelled" -> new Hold.Cancelled(facts, at);
            default -> throw new IllegalStateException("no such state of a hold: " + state);
        };
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(new StationId(row.getString("station")), new CompartmentId(row.getString("compartment")));
    }
}

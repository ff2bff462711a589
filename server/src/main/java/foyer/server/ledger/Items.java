package foyer.server.ledger;

import foyer.server.circulation.BatchId;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.Place;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
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

/** Items as rows. */
@Component
public final class Items {
    private static final String SELECT =
            "SELECT item.*, title.network, title.material FROM item JOIN title ON title.id = item.title ";

    private final JdbcClient sql;

    Items(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    public Optional<Item> find(ItemBarcode barcode) {
        return sql.sql(SELECT + "WHERE item.barcode = :barcode")
                .param("barcode", barcode.value())
                .query((row, n) -> item(row))
                .optional();
    }

    public List<Item> ofTitle(String title) {
        return sql.sql(SELECT + "WHERE item.title = :title ORDER BY item.barcode")
                .param("title", title)
                .query((row, n) -> item(row))
                .list();
    }

    /** What the ledger takes to be behind this door, for certain or not. */
    public List<Item> behind(Place place) {
        return sql.sql(SELECT
                        + "WHERE item.station = :station AND item.compartment = :compartment ORDER BY item.barcode")
                .param("station", place.station().value())
                .param("compartment", place.compartment().value())
                .query((row, n) -> item(row))
                .list();
    }

    /** Items of a batch that still rest. */
    public List<Item> resting(BatchId batch) {
        return sql.sql(SELECT + "WHERE item.batch = :batch AND item.state = 'in-quarantine' ORDER BY item.barcode")
                .param("batch", batch.value())
                .query((row, n) -> item(row))
                .list();
    }

    /** Items whose rest is over by now, at most {@code most}, those longest over first. */
    public List<ItemBarcode> rested(Instant now, int most) {
        String query = """
                        SELECT item.barcode FROM item LEFT JOIN batch ON batch.id = item.batch
                        WHERE item.state = 'in-quarantine' AND item.quarantine_until <= :now
                            AND (batch.state IS NULL OR batch.state NOT IN ('sealed', 'quarantined'))
                        ORDER BY item.quarantine_until, item.barcode LIMIT :most""";
        return sql.sql(query)
                .param("now", now.toEpochMilli())
                .param("most", most)
                .query((row, n) -> new ItemBarcode(row.getString(1)))
                .list();
    }

    void update(ItemBarcode barcode, ItemState state) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("barcode", barcode.value());
        for (String column : List.of("hold", "loan", "station", "compartment", "until", "batch")) {
            columns.put(column, null);
        }
        columns.put("state", stateColumns(state, columns));
        String query = """
                        UPDATE item SET state = :state, hold = :hold, loan = :loan, station = :station,
                            compartment = :compartment, quarantine_until = :until, batch = :batch
                        WHERE barcode = :barcode""";
        sql.sql(query).params(columns).update();
    }

    private static String stateColumns(ItemState state, Map<String, @Nullable Object> columns) {
        return switch (state) {
            case ItemState.OnShelf s -> "on-shelf";
            case ItemState.Held s -> {
                columns.put("hold", s.claim().value());
                yield "held";
            }
            case ItemState.InCompartment s -> {
                columns.put("hold", s.claim().value());
                place(s.place(), columns);
                yield "in-compartment";
            }
            case ItemState.OnLoan s -> {
                columns.put("loan", s.loan().value());
                yield "on-loan";
            }
            case ItemState.InQuarantine s -> {
                columns.put("until", s.until().toEpochMilli());
                columns.put("batch", Rows.orNull(s.batch()));
                yield "in-quarantine";
            }
            case ItemState.Uncertain s -> {
                columns.put("hold", Rows.orNull(s.intended()));
                s.place().ifPresent(place -> place(place, columns));
                yield "uncertain";
            }
        };
    }

    private static void place(Place place, Map<String, @Nullable Object> columns) {
        columns.put("station", place.station().value());
        columns.put("compartment", place.compartment().value());
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new ItemBarcode(row.getString("barcode")),
                row.getString("title"),
                row.getString("branch"),
                row.getString("network"),
                row.getString("material"),
                state(row));
    }

    private static ItemState state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "on-shelf" -> new ItemState.OnShelf();
            case "held" -> new ItemState.Held(new HoldId(row.getString("hold")));
            case "in-compartment" -> new ItemState.InCompartment(new HoldId(row.getString("hold")), Holds.place(row));
            case "on-loan" -> new ItemState.OnLoan(new LoanId(row.getString("loan")));
            case "in-quarantine" ->
                new ItemState.InQuarantine(
                        Rows.time(row, "quarantine_until"),
                        Rows.text(row, "batch").map(BatchId::new));
            case "uncertain" ->
                new ItemState.Uncertain(
                        Rows.text(row, "hold").map(HoldId::new),
                        row.getString("compartment") == null ? Optional.empty() : Optional.of(Holds.place(row)));
            default -> throw new IllegalStateException("no such state of an item: " + state);
        };
    }
}

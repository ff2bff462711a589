package foyer.server.ledger;

import foyer.server.circulation.Batch;
import foyer.server.circulation.BatchId;
import foyer.station.BinId;
import foyer.station.ItemBarcode;
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

/** Bin batches as rows, with the list of what lies or lay in each. */
@Component
public final class BinBatches {
    private final JdbcClient sql;

    BinBatches(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    public Optional<Batch> find(BatchId id) {
        return sql.sql("SELECT * FROM batch WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> batch(row))
                .optional();
    }

    /** What is in the bin now: the batch that takes returns, or else one that was sealed in it. */
    public Optional<Batch> inBin(StationId station, BinId bin) {
        String query = """
                        SELECT * FROM batch WHERE station = :station AND bin = :bin AND state IN ('open', 'sealed')
                        ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END, opened_at DESC, id LIMIT 1""";
        return sql.sql(query)
                .param("station", station.value())
                .param("bin", bin.value())
                .query((row, n) -> batch(row))
                .optional();
    }

    /** Batches whose rest is over by now, at most {@code most}. */
    public List<BatchId> rested(Instant now, int most) {
        String query = """
                        SELECT id FROM batch WHERE state IN ('sealed', 'quarantined') AND rests_until <= :now
                        ORDER BY rests_until, id LIMIT :most""";
        return sql.sql(query)
                .param("now", now.toEpochMilli())
                .param("most", most)
                .query((row, n) -> new BatchId(row.getString(1)))
                .list();
    }

    void put(Batch batch) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", batch.id().value());
        columns.put("station", batch.facts().station().value());
        columns.put("bin", batch.facts().bin().value());
        columns.put("opened", batch.facts().openedAt().toEpochMilli());
        columns.put("state", batch.state());
        columns.put("until", null);
        columns.put("at", stateColumns(batch, columns).toEpochMilli());
        String query = """
                        INSERT INTO batch (id, station, bin, opened_at, state, state_at, rests_until)
                        VALUES (:id, :station, :bin, :opened, :state, :at, :until)
                        ON CONFLICT (id) DO UPDATE SET state = excluded.state, state_at = excluded.state_at,
                            rests_until = excluded.rests_until""";
        sql.sql(query).params(columns).update();
    }

    void dropped(BatchId batch, ItemBarcode item, Instant at) {
        String query = """
                        INSERT INTO batch_item (batch, item, at) VALUES (:batch, :item, :at)
                        ON CONFLICT (batch, item) DO UPDATE SET at = excluded.at""";
        sql.sql(query)
                .param("batch", batch.value())
                .param("item", item.value())
                .param("at", at.toEpochMilli())
                .update();
    }

    private static Instant stateColumns(Batch batch, Map<String, @Nullable Object> columns) {
        return switch (batch) {
            case Batch.Open b -> {
                columns.put("until", b.until().toEpochMilli());
                yield b.facts().openedAt();
            }
            case Batch.Sealed b -> {
                columns.put("until", b.until().toEpochMilli());
                yield b.at();
            }
            case Batch.Quarantined b -> {
                columns.put("until", b.until().toEpochMilli());
                yield b.at();
            }
            case Batch.Released b -> b.at();
            case Batch.Emptied b -> b.at();
        };
    }

    static Batch batch(ResultSet row) throws SQLException {
        Batch.Facts facts = new Batch.Facts(
                new BatchId(row.getString("id")),
                new StationId(row.getString("station")),
                new BinId(row.getString("bin")),
                Rows.time(row, "opened_at"));
        Instant at = Rows.time(row, "state_at");
        Instant until = Rows.timeIf(row, "rests_until").orElse(Instant.EPOCH);
        String state = row.getString("state");
        return switch (state) {
            case "open" -> new Batch.Open(facts, until);
            case "sealed" -> new Batch.Sealed(facts, until, at);
            case "quarantined" -> new Batch.Quarantined(facts, until, at);
            case "released" -> new Batch.Released(facts, at);
            case "emptied" -> new Batch.Emptied(facts, at);
            default -> throw new IllegalStateException("no such state of a batch: " + state);
        };
    }
}

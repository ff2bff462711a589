package foyer.server.projection;

import foyer.server.ledger.Rows;
import foyer.server.ledger.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Returns that rest or are to be put away, each item with where it goes (domain B13). */
@Component
public final class ReturnPages {
    private static final String BATCH = """
            SELECT batch.*, station.branch FROM batch JOIN station ON station.id = batch.station
                JOIN branch ON branch.id = station.branch
            """;
    /** What is to be done first comes first. */
    private static final String ORDER = "CASE batch.state WHEN 'released' THEN 0 WHEN 'quarantined' THEN 1"
            + " WHEN 'sealed' THEN 2 ELSE 3 END, batch.state_at, batch.id";

    private static final String ITEM = """
            SELECT item.*, title.title AS title_words, hold.pickup_branch, patron.given, patron.family
            """;
    private static final String KEPT_FOR = """
            JOIN title ON title.id = item.title
                LEFT JOIN hold ON hold.id = item.hold AND item.state = 'held'
                LEFT JOIN patron ON patron.id = hold.patron
            """;

    private final JdbcClient sql;
    private final Snapshot snapshot;

    ReturnPages(@Qualifier("projectionClient") JdbcClient projectionClient, Snapshot snapshot) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
    }

    /**
     * @param state {@code open, sealed, quarantined, released}
     * @param restsUntil when the last of its items has rested; empty once it is released
     */
    public record Batch(
            String id,
            String branch,
            String station,
            String bin,
            String state,
            Instant since,
            Optional<Instant> restsUntil,
            List<Inside> items) {
        public Batch {
            items = List.copyOf(items);
        }

        Batch with(List<Inside> found) {
            return new Batch(id, branch, station, bin, state, since, restsUntil, found);
        }
    }

    /**
     * @param branch where it belongs
     * @param state as the ledger has it now: {@code in-quarantine, on-shelf, held}, or another when it has moved on
     * @param keptFor initials, when it is kept for somebody
     * @param at the branch at which that patron collects
     */
    public record Inside(
            String item,
            String title,
            String branch,
            String state,
            Optional<Instant> until,
            Optional<String> keptFor,
            Optional<String> at) {}

    /**
     * Batches that are not empty yet: what is to be put away first, then what rests.
     *
     * @param branch where the bins are; empty for all
     */
    public List<Batch> batches(String network, Optional<String> branch) {
        return snapshot.read(() -> {
            List<Batch> bare = new Question(sql, BATCH)
                    .where("branch.network = :network", "network", network)
                    .where("batch.state IN ('open', 'sealed', 'quarantined', 'released')")
                    .where("station.branch = :branch", "branch", branch)
                    .list(ORDER, StaffLists.MOST, (row, n) -> batch(row));
            Map<String, List<Inside>> inside = inside(bare);
            return bare.stream()
                    .map(one -> one.with(inside.getOrDefault(one.id(), List.of())))
                    .toList();
        });
    }

    /**
     * What was returned at a desk and rests there.
     *
     * @param branch where it belongs; empty for all
     */
    public List<Inside> restingAtDesks(String network, Optional<String> branch) {
        return new Question(sql, ITEM + "FROM item " + KEPT_FOR)
                .where("item.state = 'in-quarantine'")
                .where("item.batch IS NULL")
                .where("title.network = :network", "network", network)
                .where("item.branch = :branch", "branch", branch)
                .list("item.quarantine_until, item.barcode", StaffLists.MOST, (row, n) -> inside(row));
    }

    private Map<String, List<Inside>> inside(List<Batch> batches) {
        Map<String, List<Inside>> inside = new HashMap<>();
        if (batches.isEmpty()) {
            return inside;
        }
        String query =
                ITEM + ", batch_item.batch AS lies_in FROM batch_item JOIN item ON item.barcode = batch_item.item "
                        + KEPT_FOR + "WHERE batch_item.batch IN (:batches) ORDER BY batch_item.at, item.barcode";
        sql.sql(query)
                .param("batches", batches.stream().map(Batch::id).toList())
                .query((RowCallbackHandler)
                        row -> inside.computeIfAbsent(row.getString("lies_in"), id -> new ArrayList<>())
                                .add(inside(row)));
        return inside;
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getString("id"),
                row.getString("branch"),
                row.getString("station"),
                row.getString("bin"),
                row.getString("state"),
                Rows.time(row, "state_at"),
                Rows.timeIf(row, "rests_until"),
                List.of());
    }

    private static Inside inside(ResultSet row) throws SQLException {
        Optional<String> family = Rows.text(row, "family");
        String given = row.getString("given");
        return new Inside(
                row.getString("barcode"),
                row.getString("title_words"),
                row.getString("branch"),
                row.getString("state"),
                Rows.timeIf(row, "quarantine_until"),
                family.map(name -> Happenings.initials(given, name)),
                Rows.text(row, "pickup_branch"));
    }
}

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

/** What staff fetch from the door: bins' returns with what is in them, and what nobody collected. */
@Component
public final class BatchLists {
    private static final String BATCH = """
            SELECT batch.*, station.branch, branch.network
            FROM batch JOIN station ON station.id = batch.station JOIN branch ON branch.id = station.branch
            """;
    private static final String LEFT = """
            SELECT item.barcode, item.station, item.compartment, item.title AS title_id, title.title AS title_words,
                station.branch, hold.id AS hold, hold.state, hold.state_at
            FROM item JOIN hold ON hold.id = item.hold JOIN title ON title.id = item.title
                JOIN station ON station.id = item.station JOIN branch ON branch.id = station.branch
            """;

    private final JdbcClient sql;
    private final Snapshot snapshot;

    BatchLists(@Qualifier("projectionClient") JdbcClient projectionClient, Snapshot snapshot) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
    }

    /**
     * @param state {@code open, sealed, quarantined, released, emptied}
     * @param restsUntil when the last of its items has rested; empty once it is released
     */
    public record Batch(
            String id,
            String network,
            String branch,
            String station,
            String bin,
            String state,
            Instant openedAt,
            Instant stateAt,
            Optional<Instant> restsUntil,
            List<Inside> items) {
        public Batch {
            items = List.copyOf(items);
        }
    }

    /**
     * @param rests still lies in it and may not be lent on
     * @param hold for whom it is kept since it has rested
     */
    public record Inside(String item, String titleId, String title, Instant at, boolean rests, Optional<String> hold) {}

    /** @param holdState why it is still there: {@code expired, cancelled, rejected}, or fulfilled by another copy */
    public record Left(
            String item,
            String titleId,
            String title,
            String branch,
            String station,
            String door,
            String hold,
            String holdState,
            Instant since) {}

    public Optional<Batch> find(String id) {
        return snapshot.read(
                () -> filled(new Question(sql, BATCH)
                                .where("batch.id = :id", "id", id)
                                .list("batch.id", 1, (row, n) -> batch(row)))
                        .stream()
                        .findFirst());
    }

    /** A network's batches in any of these states, those first that were opened first. */
    public Page<Batch> inStates(
            String network, List<String> states, Optional<String> branch, Optional<String> station, Paging paging) {
        Question question = new Question(sql, BATCH)
                .where("branch.network = :network", "network", network)
                .where("batch.state IN (:states)", "states", states)
                .where("station.branch = :branch", "branch", branch)
                .where("batch.station = :station", "station", station);
        paging.after("batches", 2).ifPresent(cursor -> question.where("(batch.opened_at, batch.id) > (:opened, :id)")
                .with("opened", cursor.number(0))
                .with("id", cursor.keys().get(1)));
        List<Batch> fetched = snapshot.read(
                () -> filled(question.list("batch.opened_at, batch.id", paging.fetch(), (row, n) -> batch(row))));
        return Page.of(fetched, paging, row -> {
            String opened = Long.toString(row.openedAt().toEpochMilli());
            return new Cursor("batches", List.of(opened, row.id()));
        });
    }

    /** What lies in compartments though its hold is over (domain A8): to be taken out by staff. */
    public Page<Left> toClear(String network, Optional<String> branch, Optional<String> station, Paging paging) {
        Question question = new Question(sql, LEFT)
                .where("item.state = 'in-compartment'")
                .where("hold.state IN ('fulfilled', 'rejected', 'cancelled', 'expired')")
                .where("branch.network = :network", "network", network)
                .where("station.branch = :branch", "branch", branch)
                .where("item.station = :station", "station", station);
        paging.after("to-clear", 3).ifPresent(cursor -> question.where(
                        "(item.station, item.compartment, item.barcode) > (:at, :door, :item)")
                .with("at", cursor.keys().get(0))
                .with("door", cursor.keys().get(1))
                .with("item", cursor.keys().get(2)));
        List<Left> fetched =
                question.list("item.station, item.compartment, item.barcode", paging.fetch(), (row, n) -> left(row));
        return Page.of(fetched, paging, row -> new Cursor("to-clear", List.of(row.station(), row.door(), row.item())));
    }

    private List<Batch> filled(List<Batch> batches) {
        if (batches.isEmpty()) {
            return batches;
        }
        Map<String, List<Inside>> inside = new HashMap<>();
        String query = """
                        SELECT batch_item.batch, batch_item.at, item.barcode, item.state, item.batch AS rests_in,
                            item.hold, title.id AS title_id, title.title AS title_words
                        FROM batch_item JOIN item ON item.barcode = batch_item.item JOIN title ON title.id = item.title
                        WHERE batch_item.batch IN (:batches) ORDER BY batch_item.at, item.barcode""";
        sql.sql(query)
                .param("batches", batches.stream().map(Batch::id).toList())
                .query((RowCallbackHandler)
                        row -> inside.computeIfAbsent(row.getString("batch"), id -> new ArrayList<>())
                                .add(inside(row)));
        return batches.stream()
                .map(one -> new Batch(
                        one.id(),
                        one.network(),
                        one.branch(),
                        one.station(),
                        one.bin(),
                        one.state(),
                        one.openedAt(),
                        one.stateAt(),
                        one.restsUntil(),
                        inside.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getString("id"),
                row.getString("network"),
                row.getString("branch"),
                row.getString("station"),
                row.getString("bin"),
                row.getString("state"),
                Rows.time(row, "opened_at"),
                Rows.time(row, "state_at"),
                Rows.timeIf(row, "rests_until"),
                List.of());
    }

    private static Inside inside(ResultSet row) throws SQLException {
        return new Inside(
                row.getString("barcode"),
                row.getString("title_id"),
                row.getString("title_words"),
                Rows.time(row, "at"),
                row.getString("state").equals("in-quarantine")
                        && row.getString("batch").equals(row.getString("rests_in")),
                Rows.text(row, "hold"));
    }

    private static Left left(ResultSet row) throws SQLException {
        return new Left(
                row.getString("barcode"),
                row.getString("title_id"),
                row.getString("title_words"),
                row.getString("branch"),
                row.getString("station"),
                row.getString("compartment"),
                row.getString("hold"),
                row.getString("state"),
                Rows.time(row, "state_at"));
    }
}

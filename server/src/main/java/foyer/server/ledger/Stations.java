package foyer.server.ledger;

import foyer.station.BinId;
import foyer.station.Birth;
import foyer.station.CompartmentId;
import foyer.station.LinkId;
import foyer.station.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stations said of themselves. Written by {@code ingest} alone, but for what {@code dispatch} sent them. */
@Component
public final class Stations {
    private final JdbcClient sql;

    Stations(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** @param epoch of its last birth */
    public record Known(Optional<String> epoch, long desiredVersion, boolean online, Optional<String> link) {}

    public Optional<Known> find(StationId station) {
        return sql.sql("SELECT epoch, desired_version, online, link FROM station WHERE id = :id")
                .param("id", station.value())
                .query((row, n) -> new Known(
                        Rows.text(row, "epoch"),
                        row.getLong("desired_version"),
                        row.getInt("online") == 1,
                        Rows.text(row, "link")))
                .optional();
    }

    public void heard(StationId station, Instant at) {
        sql.sql("UPDATE station SET heard_at = :at WHERE id = :id")
                .param("at", at.toEpochMilli())
                .param("id", station.value())
                .update();
    }

    public void state(StationId station, String state) {
        sql.sql("UPDATE station SET state = :state WHERE id = :id")
                .param("state", state)
                .param("id", station.value())
                .update();
    }

    public void link(StationId station, LinkId link, boolean online) {
        sql.sql("UPDATE station SET link = :link, online = :online WHERE id = :id")
                .param("link", link.value())
                .param("online", online ? 1 : 0)
                .param("id", station.value())
                .update();
    }

    /** Nobody is connected to a broker that has just started. */
    public void allOffline() {
        sql.sql("UPDATE station SET online = 0").update();
    }

    public void born(StationId station, Birth birth) {
        sql.sql("UPDATE station SET epoch = :epoch, boot = :boot, software = :software WHERE id = :id")
                .param("epoch", birth.epoch().value())
                .param("boot", birth.boot())
                .param("software", birth.software())
                .param("id", station.value())
                .update();
        sql.sql("UPDATE compartment SET present = 0 WHERE station = :id")
                .param("id", station.value())
                .update();
        birth.compartments().forEach(plan -> compartment(station, plan));
        sql.sql("UPDATE bin SET present = 0 WHERE station = :id")
                .param("id", station.value())
                .update();
        birth.bins().forEach(bin -> bin(station, bin));
    }

    /** Doors with items behind them that the station no longer has. */
    public List<CompartmentId> lostDoors(StationId station) {
        String query = """
                        SELECT DISTINCT item.compartment FROM item
                        WHERE item.station = :id AND item.compartment IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM compartment WHERE compartment.station = :id AND compartment.present = 1
                                AND compartment.id = item.compartment)
                        ORDER BY item.compartment""";
        return sql.sql(query)
                .param("id", station.value())
                .query((row, n) -> new CompartmentId(row.getString(1)))
                .list();
    }

    public void desiredApplied(StationId station, long version) {
        sql.sql("UPDATE station SET desired_applied = :version WHERE id = :id")
                .param("version", version)
                .param("id", station.value())
                .update();
    }

    /** Starts behind a version the station already follows: a restored ledger must not count from below it. */
    public void desiredAtLeast(StationId station, long version) {
        String query = """
                        UPDATE station SET desired_version = :version, desired_digest = NULL
                        WHERE id = :id AND desired_version < :version""";
        sql.sql(query).param("version", version).param("id", station.value()).update();
    }

    /** The version of what is desired: one more than the last when {@code digest} is another. */
    public Version desired(StationId station, String digest) {
        String query = """
                        UPDATE station SET desired_version = desired_version + 1, desired_digest = :digest
                        WHERE id = :id AND (desired_digest IS NULL OR desired_digest <> :digest)""";
        int changed = sql.sql(query)
                .param("digest", digest)
                .param("id", station.value())
                .update();
        long version = sql.sql("SELECT desired_version FROM station WHERE id = :id")
                .param("id", station.value())
                .query(Long.class)
                .single();
        return new Version(version, changed == 1);
    }

    public record Version(long number, boolean isNew) {}

    private void compartment(StationId station, Birth.CompartmentPlan plan) {
        String query = """
                        INSERT INTO compartment
                            (station, id, size, height, at_column, at_row, col_count, row_count, present)
                        VALUES (:station, :id, :size, :height, :column, :row, :columns, :rows, 1)
                        ON CONFLICT (station, id) DO UPDATE SET size = excluded.size, height = excluded.height,
                            at_column = excluded.at_column, at_row = excluded.at_row,
                            col_count = excluded.col_count, row_count = excluded.row_count, present = 1""";
        sql.sql(query)
                .param("station", station.value())
                .param("id", plan.id().value())
                .param("size", plan.size().name())
                .param("height", plan.height().name())
                .param("column", plan.column())
                .param("row", plan.row())
                .param("columns", plan.columns())
                .param("rows", plan.rows())
                .update();
    }

    private void bin(StationId station, BinId bin) {
        String query = """
                        INSERT INTO bin (station, id, present) VALUES (:station, :id, 1)
                        ON CONFLICT (station, id) DO UPDATE SET present = 1""";
        sql.sql(query)
                .param("station", station.value())
                .param("id", bin.value())
                .update();
    }
}

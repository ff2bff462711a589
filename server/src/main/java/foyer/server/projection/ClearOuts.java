package foyer.server.projection;

import foyer.server.ledger.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What still lies where it was to be collected though its hold is over (domain A8): staff take it out. */
@Component
public final class ClearOuts {
    private static final Duration LOOKED_BACK = Duration.ofDays(60);

    private static final String WANTED = "CASE item.state WHEN 'held' THEN 1 ELSE 0 END AS wanted ";
    private static final String COMPARTMENT = """
            SELECT item.barcode, title.title AS title_words, item.branch AS home, station.branch AS place,
                item.station, item.compartment, hold.state, hold.state_at,
            """ + WANTED + """
            FROM item JOIN hold ON hold.id = item.hold JOIN title ON title.id = item.title
                JOIN station ON station.id = item.station JOIN branch ON branch.id = station.branch
            """;
    private static final String HOLD_SHELF = """
            SELECT item.barcode, title.title AS title_words, item.branch AS home, hold.pickup_branch AS place,
                NULL AS station, NULL AS compartment, hold.state, hold.state_at,
            """ + WANTED + """
            FROM hold JOIN journal ended ON ended.hold = hold.id AND ended.kind IN ('hold-expired', 'hold-cancelled')
                JOIN item ON item.barcode = ended.item JOIN title ON title.id = item.title
            """;
    /** No later line says that the item was in somebody's hands. */
    private static final String NOT_SINCE = """
            NOT EXISTS (SELECT 1 FROM journal later WHERE later.id > ended.id AND later.item = item.barcode
                AND later.kind IN ('checked-in', 'checked-out', 'hold-prepared', 'hold-shelved', 'door-confirmed'))""";

    private final JdbcClient sql;
    private final Clock clock;

    ClearOuts(@Qualifier("projectionClient") JdbcClient projectionClient, Clock clock) {
        this.sql = projectionClient;
        this.clock = clock;
    }

    /**
     * @param home the branch it belongs to
     * @param place the branch it lies at
     * @param station empty on the hold shelf, as the door is
     * @param why the hold's state: {@code expired, cancelled, rejected}, or fulfilled by another copy
     * @param wanted kept for the next already
     */
    public record Left(
            String item,
            String title,
            String home,
            String place,
            Optional<String> station,
            Optional<String> door,
            String why,
            Instant since,
            boolean wanted) {}

    /**
     * In compartments, door by door.
     *
     * @param branch where the doors are; empty for all
     */
    public List<Left> compartments(String network, Optional<String> branch) {
        return new Question(sql, COMPARTMENT)
                .where("item.state = 'in-compartment'")
                .where("hold.state IN ('fulfilled', 'rejected', 'cancelled', 'expired')")
                .where("branch.network = :network", "network", network)
                .where("station.branch = :branch", "branch", branch)
                .list("item.station, item.compartment, item.barcode", StaffLists.MOST, (row, n) -> left(row));
    }

    /**
     * On hold shelves, for two months after the hold was over. The ledger has such an item on its own shelf already, or
     * kept for the next; it is off this list once it was handed in, lent, or prepared for somebody else.
     *
     * @param branch whose hold shelf; empty for all
     */
    public List<Left> holdShelves(String network, Optional<String> branch) {
        return new Question(sql, HOLD_SHELF)
                .where("hold.network = :network", "network", network)
                .where("hold.state IN ('expired', 'cancelled')")
                .where(
                        "hold.state_at > :since",
                        "since",
                        clock.instant().minus(LOOKED_BACK).toEpochMilli())
                .where("hold.pickup_branch = :branch", "branch", branch)
                .where("item.state IN ('on-shelf', 'held')")
                .where("EXISTS (SELECT 1 FROM journal lay WHERE lay.hold = hold.id AND lay.kind = 'hold-shelved')")
                .where(NOT_SINCE)
                .list("hold.state_at, item.barcode", StaffLists.MOST, (row, n) -> left(row));
    }

    private static Left left(ResultSet row) throws SQLException {
        return new Left(
                row.getString("barcode"),
                row.getString("title_words"),
                row.getString("home"),
                row.getString("place"),
                Rows.text(row, "station"),
                Rows.text(row, "compartment"),
                row.getString("state"),
                Rows.time(row, "state_at"),
                row.getInt("wanted") == 1);
    }
}

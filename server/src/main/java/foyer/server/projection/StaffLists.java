package foyer.server.projection;

import foyer.server.ledger.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for staff: holds in the order of their work, and how much there is of everything. */
@Component
public final class StaffLists {
    /** Rows of one list; there is room for more once these are done. */
    public static final int MOST = 300;

    private static final String HOLD = """
            SELECT hold.*, title.title AS title_words, title.author, patron.given, patron.family,
                item.branch AS item_branch
            FROM hold JOIN title ON title.id = hold.title JOIN patron ON patron.id = hold.patron
                JOIN item ON item.barcode = hold.item
            """;
    /** A subquery each: the indexes by state answer them without reading what is over. */
    private static final String WAITING = """
            SELECT
                (SELECT count(*) FROM hold JOIN item ON item.barcode = hold.item WHERE hold.network = :network
                    AND hold.state = 'under-review' AND item.branch = :branch) AS review,
                (SELECT count(*) FROM hold JOIN item ON item.barcode = hold.item WHERE hold.network = :network
                    AND hold.state = 'confirmed' AND item.branch = :branch) AS pull,
                (SELECT count(*) FROM hold WHERE pickup_branch = :branch AND state = 'prepared') AS prepared,
                (SELECT count(*) FROM loan WHERE asked_at IS NOT NULL AND branch = :branch) AS renewals,
                (SELECT count(*) FROM appointment WHERE branch = :branch AND state = 'agreed' AND day = :today)
                    AS appointments,
                (SELECT count(*) FROM batch JOIN station ON station.id = batch.station
                    WHERE station.branch = :branch AND batch.state = 'released') AS rested,
                (SELECT count(*) FROM item JOIN station ON station.id = item.station JOIN hold ON hold.id = item.hold
                    WHERE station.branch = :branch AND item.state = 'in-compartment'
                        AND hold.state IN ('fulfilled', 'rejected', 'cancelled', 'expired')) AS behind
            """;

    private final JdbcClient sql;
    private final Clock clock;

    StaffLists(@Qualifier("projectionClient") JdbcClient projectionClient, Clock clock) {
        this.sql = projectionClient;
        this.clock = clock;
    }

    /**
     * A hold with the copy that is kept for it.
     *
     * @param patron the patron's id
     * @param itemBranch where the copy belongs, and is looked for
     * @param since when it came into its state
     * @param lastDay the last day to collect, once it is known
     */
    public record Kept(
            String id,
            String title,
            String author,
            String patron,
            String patronName,
            String item,
            String itemBranch,
            String pickupBranch,
            Instant placedAt,
            Instant since,
            Optional<LocalDate> lastDay) {
        /** Waited in the queue before it got its copy (domain A5). */
        public boolean fromQueue() {
            return since.isAfter(placedAt);
        }

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /**
     * How much waits at one branch.
     *
     * @param prepare confirmed and to be taken off the shelf, or prepared and without a compartment
     * @param appointments agreed for today
     * @param returns batches that have rested and are to be put away
     * @param clearOut items in compartments whose holds are over
     */
    public record Waiting(int review, int prepare, int renewals, int appointments, int returns, int clearOut) {}

    /**
     * Under review, those first that wait longest.
     *
     * @param branch whose copies; empty for all
     */
    public List<Kept> toReview(String network, Optional<String> branch) {
        return kept(network, "under-review", "item.branch = :branch", branch);
    }

    /**
     * Confirmed, the copy still on its shelf.
     *
     * @param branch whose copies; empty for all
     */
    public List<Kept> toPull(String network, Optional<String> branch) {
        return kept(network, "confirmed", "item.branch = :branch", branch);
    }

    /**
     * Prepared, awaiting a compartment.
     *
     * @param branch at which it is collected; empty for all
     */
    public List<Kept> prepared(String network, Optional<String> branch) {
        return kept(network, "prepared", "hold.pickup_branch = :branch", branch);
    }

    /**
     * At the desk.
     *
     * @param branch at which it is collected; empty for all
     */
    public List<Kept> onHoldShelf(String network, Optional<String> branch) {
        return kept(network, "on-hold-shelf", "hold.pickup_branch = :branch", branch);
    }

    public Waiting waiting(String network, String branch) {
        LocalDate today = clock.instant().atZone(zone(branch)).toLocalDate();
        return sql.sql(WAITING)
                .param("network", network)
                .param("branch", branch)
                .param("today", today.toString())
                .query((row, n) -> new Waiting(
                        row.getInt("review"),
                        row.getInt("pull") + row.getInt("prepared"),
                        row.getInt("renewals"),
                        row.getInt("appointments"),
                        row.getInt("rested"),
                        row.getInt("behind")))
                .single();
    }

    /** Whose clocks a branch goes by. */
    public ZoneId zone(String branch) {
        return ZoneId.of(sql.sql("SELECT zone FROM branch WHERE id = :id")
                .param("id", branch)
                .query(String.class)
                .single());
    }

    private List<Kept> kept(String network, String state, String place, Optional<String> branch) {
        return new Question(sql, HOLD)
                .where("hold.network = :network", "network", network)
                .where("hold.state = :state", "state", state)
                .where(place, "branch", branch)
                .list("hold.state_at, hold.id", MOST, (row, n) -> kept(row));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("id"),
                row.getString("title_words"),
                row.getString("author"),
                row.getString("patron"),
                row.getString("given") + " " + row.getString("family"),
                row.getString("item"),
                row.getString("item_branch"),
                row.getString("pickup_branch"),
                Rows.time(row, "placed_at"),
                Rows.time(row, "state_at"),
                Rows.day(row, "last_day"));
    }
}

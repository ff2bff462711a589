package foyer.server.projection;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits for staff of a network; what the head of every page shows. */
@Component
public final class StaffCounts {
    private final JdbcClient sql;

    StaffCounts(@Qualifier("projectionClient") JdbcClient projectionClient) {
        this.sql = projectionClient;
    }

    /**
     * @param review holds to look at
     * @param pull holds to pull or to put somewhere
     * @param renewals asked for
     * @param returns batches that have rested
     * @param clearOut items behind doors whose holds are over
     */
    public record Counts(int review, int pull, int renewals, int returns, int clearOut) {}

    public Counts of(String network) {
        String query = """
                SELECT
                    (SELECT count(*) FROM hold WHERE network = :network AND state = 'under-review') AS review,
                    (SELECT count(*) FROM hold WHERE network = :network AND state IN ('confirmed', 'prepared')) AS pull,
                    (SELECT count(*) FROM loan JOIN branch ON branch.id = loan.branch
                        WHERE loan.asked_at IS NOT NULL AND branch.network = :network) AS renewals,
                    (SELECT count(*) FROM batch JOIN station ON station.id = batch.station
                        JOIN branch ON branch.id = station.branch
                        WHERE batch.state = 'released' AND branch.network = :network) AS returned,
                    (SELECT count(*) FROM item JOIN branch ON branch.id = item.branch JOIN hold ON hold.id = item.hold
                        WHERE item.state = 'in-compartment' AND branch.network = :network
                            AND hold.state IN ('fulfilled', 'rejected', 'cancelled', 'expired')) AS behind""";
        return sql.sql(query)
                .param("network", network)
                .query((row, n) -> new Counts(
                        row.getInt("review"),
                        row.getInt("pull"),
                        row.getInt("renewals"),
                        row.getInt("returned"),
                        row.getInt("behind")))
                .single();
    }
}

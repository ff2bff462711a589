package foyer.server.projection;

import foyer.server.circulation.policy.Key;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose copy somebody waits for whom it could serve, as the queue itself would say (domain A12). */
final class Demand {
    private static final String IN_DEMAND = """
            SELECT loan.id FROM loan JOIN item ON item.barcode = loan.item
            WHERE loan.id IN (:loans) AND EXISTS (
                SELECT 1 FROM hold waits WHERE waits.title = item.title AND waits.state = 'queued'
                    AND (waits.wanted IS NULL OR waits.wanted = item.barcode)
                    AND (waits.pickup_branch = item.branch OR coalesce(
                        (SELECT set_value FROM policy WHERE network = :network AND branch = waits.pickup_branch
                            AND key_name = :collected),
                        (SELECT set_value FROM policy WHERE network = :network AND branch = ''
                            AND key_name = :collected), :usual) = 'choice'))
            """;

    private Demand() {}

    /** The ids of those of these loans, all of one network, whose copies are in demand. */
    static Set<String> of(JdbcClient sql, String network, List<LoanRow> loans) {
        return loans.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql(IN_DEMAND)
                        .param("loans", loans.stream().map(LoanRow::id).toList())
                        .param("network", network)
                        .param("collected", Key.PICKUP_BRANCH.text())
                        .param("usual", Key.PICKUP_BRANCH.usual())
                        .query((row, n) -> row.getString(1))
                        .list());
    }
}

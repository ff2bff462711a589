package foyer.server.ledger;

import foyer.server.circulation.LoanId;
import foyer.server.circulation.policy.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose a loan was is forgotten some days after it ended, as its branch's policy says (domain, rule 13 of what is
 * implied), unless something about it is still open: a fine that is owed, or a discrepancy about its hold or item.
 */
@Component
public final class Forgetting {
    private static final String OVER = """
                    FROM loan JOIN branch ON branch.id = loan.branch
                        LEFT JOIN policy own ON own.network = branch.network AND own.branch = branch.id
                            AND own.key_name = :key
                        LEFT JOIN policy whole ON whole.network = branch.network AND whole.branch = ''
                            AND whole.key_name = :key
                    WHERE loan.ended_at IS NOT NULL AND loan.patron IS NOT NULL AND loan.ended_at <= :latest
                        AND loan.ended_at <= :now - :day * CAST(coalesce(own.set_value, whole.set_value, :usual) AS BIGINT)
                        AND NOT EXISTS (SELECT 1 FROM fine WHERE fine.loan = loan.id AND fine.state = 'owed')
                        AND NOT EXISTS (SELECT 1 FROM discrepancy odd WHERE odd.closed_at IS NULL
                            AND (odd.item = loan.item OR odd.hold = loan.hold))""";

    private final JdbcClient sql;

    Forgetting(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** Loans to be forgotten by now, at most {@code most}, those longest over first. */
    public List<LoanId> due(Instant now, int most) {
        return sql.sql("SELECT loan.id " + OVER + " ORDER BY loan.ended_at, loan.id LIMIT :most")
                .params(rule(now))
                .param("most", most)
                .query((row, n) -> new LoanId(row.getString(1)))
                .list();
    }

    /**
     * Takes the patron out of the loan, its hold and fine, and of the journal's lines and changes about them, and with
     * them what the patron asked for about them under a key. Inside the caller's transaction; again, it does nothing.
     *
     * @return whether there was something to forget, and it was time
     */
    public boolean forget(LoanId loan, Instant now) {
        Optional<Map<String, @Nullable Object>> found = sql.sql(
                        "SELECT loan.patron, loan.hold " + OVER + " AND loan.id = :loan")
                .params(rule(now))
                .param("loan", loan.value())
                .query((row, n) -> {
                    Map<String, @Nullable Object> about = new HashMap<>();
                    about.put("loan", loan.value());
                    about.put("patron", row.getString("patron"));
                    about.put("hold", row.getString("hold"));
                    return about;
                })
                .optional();
        found.ifPresent(this::forget);
        return found.isPresent();
    }

    private void forget(Map<String, @Nullable Object> about) {
        for (String update : List.of(
                "UPDATE loan SET patron = NULL WHERE id = :loan",
                "UPDATE hold SET patron = NULL WHERE id = :hold AND patron = :patron",
                "UPDATE fine SET patron = NULL WHERE loan = :loan AND patron = :patron",
                "UPDATE discrepancy SET patron = NULL WHERE hold = :hold AND patron = :patron",
                "DELETE FROM command WHERE who = :patron AND done IN (:hold, :loan)",
                """
                UPDATE journal SET patron = NULL, who = CASE WHEN who = :patron THEN NULL ELSE who END
                WHERE patron = :patron AND (hold = :hold
                    OR id IN (SELECT journal FROM journal_change WHERE patron = :patron
                        AND (loan = :loan OR hold = :hold)))""",
                "UPDATE journal_change SET patron = NULL WHERE patron = :patron AND (loan = :loan OR hold = :hold)")) {
            sql.sql(update).params(about).update();
        }
    }

    /** With the moment before which a loan must have ended to be forgotten anywhere: others are not even looked at. */
    private Map<String, Object> rule(Instant now) {
        return Map.of(
                "latest",
                now.minus(Duration.ofDays(shortest())).toEpochMilli(),
                "key",
                Key.RETENTION_DAYS.text(),
                "usual",
                Key.RETENTION_DAYS.usual(),
                "now",
                now.toEpochMilli(),
                "day",
                Duration.ofDays(1).toMillis());
    }

    /** The fewest days after which any branch forgets. */
    private long shortest() {
        long usual = Long.parseLong(Key.RETENTION_DAYS.usual());
        return sql.sql("SELECT min(CAST(set_value AS BIGINT)) AS fewest FROM policy WHERE key_name = :key")
                .param("key", Key.RETENTION_DAYS.text())
                .query((row, n) -> Rows.text(row, "fewest").map(Long::parseLong))
                .single()
                .map(days -> Math.min(days, usual))
                .orElse(usual);
    }
}

package foyer.server.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Circulation's state anew from what the journal kept: holds, loans, fines, batches, appointments, where items are, who
 * is locked, and what staff have to look at. What was forgotten stays so.
 */
@Component
public final class Rebuild {
    private static final int PAGE = 500;
    private static final List<String> CIRCULATION =
            List.of("hold", "loan", "fine", "batch", "batch_item", "appointment", "discrepancy");

    private final JdbcClient sql;
    private final Ledger ledger;
    private final Changes changes;

    Rebuild(JdbcClient ledgerClient, Ledger ledger, Changes changes) {
        this.sql = ledgerClient;
        this.ledger = ledger;
        this.changes = changes;
    }

    private record Kept(long id, ChangeText text, Instant receivedAt) {}

    /**
     * All changes in their order, in one transaction, into this ledger: one with branches, titles, items on their
     * shelves, patrons and stations, in which nothing has happened yet.
     *
     * @param journal a ledger with the journal's lines and changes: this one, or another
     * @return how many changes there were
     * @throws IllegalStateException when something has happened here already
     */
    public long from(JdbcClient journal) {
        return ledger.write(() -> {
            requireNothing();
            long count = 0;
            long last = 0;
            List<Kept> page = page(journal, last);
            while (!page.isEmpty()) {
                page.forEach(kept -> changes.apply(kept.text().change(), kept.receivedAt()));
                count += page.size();
                last = page.getLast().id();
                page = page(journal, last);
            }
            return count;
        });
    }

    private void requireNothing() {
        for (String table : CIRCULATION) {
            if (sql.sql("SELECT count(*) FROM " + table).query(Long.class).single() > 0) {
                throw new IllegalStateException("there are rows in " + table + " already");
            }
        }
        long moved = sql.sql("SELECT count(*) FROM item WHERE state <> 'on-shelf'")
                .query(Long.class)
                .single();
        if (moved > 0) {
            throw new IllegalStateException(moved + " items are not on their shelves");
        }
    }

    private static List<Kept> page(JdbcClient journal, long after) {
        String query = """
                        SELECT kept.id, kept.kind, kept.hold, kept.loan, kept.patron, kept.body, journal.received_at
                        FROM journal_change kept JOIN journal ON journal.id = kept.journal
                        WHERE kept.id > :after ORDER BY kept.id LIMIT :most""";
        return journal.sql(query)
                .param("after", after)
                .param("most", PAGE)
                .query((row, n) -> {
                    Optional<String> hold = Rows.text(row, "hold");
                    Optional<String> loan = Rows.text(row, "loan");
                    Optional<String> patron = Rows.text(row, "patron");
                    ChangeText text = new ChangeText(row.getString("kind"), hold, loan, patron, row.getString("body"));
                    return new Kept(row.getLong("id"), text, Rows.time(row, "received_at"));
                })
                .list();
    }
}

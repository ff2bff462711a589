package foyer.server.projection;

import foyer.server.circulation.Site;
import foyer.server.ledger.PolicyRows;
import foyer.server.ledger.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds page by page, sorted by when they were placed: what stood still is neither repeated nor skipped. */
@Component
public final class HoldLists {
    /** Of these a patron hears once the hour for it has come (domain A10); what can be collected is there to be seen. */
    private static final Set<String> OUTCOMES = Set.of("confirmed", "prepared", "rejected");

    private final JdbcClient sql;
    private final Snapshot snapshot;
    private final Clock clock;

    HoldLists(@Qualifier("projectionClient") JdbcClient projectionClient, Snapshot snapshot, Clock clock) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * Holds of a network in any of these states.
     *
     * @param branch where they are collected; empty for all
     * @param newestFirst or the oldest
     */
    public Page<HoldRow> inStates(
            String network, List<String> states, Optional<String> branch, boolean newestFirst, Paging paging) {
        Optional<Cursor> after = paging.after(newestFirst ? "holds-newest" : "holds", 2);
        Comparator<HoldRow> order = Comparator.comparing(HoldRow::placedAt).thenComparing(HoldRow::id);
        List<HoldRow> fetched = snapshot.read(() -> {
            // State by state, as the index has them: nothing is sorted but what is shown.
            List<HoldRow> all = new ArrayList<>();
            for (String state : Set.copyOf(states)) {
                Question question = new Question(sql, Projections.HOLD).where("hold.state = :state", "state", state);
                all.addAll(placed(where(question, network, branch), after, newestFirst, paging));
            }
            return all.stream()
                    .sorted(newestFirst ? order.reversed() : order)
                    .limit(paging.fetch())
                    .toList();
        });
        return Page.of(fetched, paging, row -> cursor(newestFirst ? "holds-newest" : "holds", row));
    }

    /** A branch belongs to one network: by the branch alone the index of its holds is used. */
    private Question where(Question question, String network, Optional<String> branch) {
        return branch.isEmpty()
                ? question.where("hold.network = :network", "network", network)
                : question.where("hold.pickup_branch = :branch", "branch", branch.get())
                        .where("EXISTS (SELECT 1 FROM branch WHERE id = :branch AND network = :network)")
                        .with("network", network);
    }

    /** A patron's holds as they are, newest first. */
    public Page<HoldRow> ofPatron(String patron, Paging paging) {
        Question question = new Question(sql, Projections.HOLD).where("hold.patron = :patron", "patron", patron);
        List<HoldRow> fetched = placed(question, paging.after("holds-of", 2), true, paging);
        return Page.of(fetched, paging, row -> cursor("holds-of", row));
    }

    /** A patron's holds as the patron may see them by now, newest first. */
    public Page<HoldRow> own(String patron, Paging paging) {
        Page<HoldRow> page = snapshot.read(() -> ofPatron(patron, paging));
        return new Page<>(shown(page.rows()), page.next());
    }

    /** A patron's hold as the patron may see it by now; empty when it is none of this patron's. */
    public Optional<HoldRow> own(String patron, String hold) {
        return new Question(sql, Projections.HOLD)
                        .where("hold.id = :id", "id", hold)
                        .where("hold.patron = :patron", "patron", patron)
                        .list("hold.id", 1, (row, n) -> Projections.hold(row))
                        .stream()
                        .findFirst()
                        .map(row -> shown(List.of(row)).getFirst());
    }

    private List<HoldRow> placed(Question question, Optional<Cursor> after, boolean newestFirst, Paging paging) {
        after.ifPresent(cursor -> question.where(
                        newestFirst
                                ? "(hold.placed_at, hold.id) < (:placed, :id)"
                                : "(hold.placed_at, hold.id) > (:placed, :id)")
                .with("placed", cursor.number(0))
                .with("id", cursor.keys().get(1)));
        String order = newestFirst ? "hold.placed_at DESC, hold.id DESC" : "hold.placed_at, hold.id";
        return question.list(order, paging.fetch(), (row, n) -> Projections.hold(row));
    }

    private static Cursor cursor(String list, HoldRow row) {
        return new Cursor(list, List.of(Long.toString(row.placedAt().toEpochMilli()), row.id()));
    }

    private List<HoldRow> shown(List<HoldRow> rows) {
        Instant now = clock.instant();
        Map<String, Site> sites = new HashMap<>();
        return rows.stream()
                .map(row -> OUTCOMES.contains(row.state())
                        ? shown(row, sites.computeIfAbsent(row.pickupBranch(), this::site), now)
                        : row)
                .toList();
    }

    /** Until the hour at which outcomes are told, it is under review for the patron (domain A10). */
    static HoldRow shown(HoldRow row, Site site, Instant now) {
        boolean told = !OUTCOMES.contains(row.state())
                || !site.policy().reviewRequired()
                || !now.isBefore(outcomeAt(row.placedAt(), site));
        return told
                ? row
                : new HoldRow(
                        row.id(),
                        row.version(),
                        "under-review",
                        row.patron(),
                        row.patronName(),
                        row.titleId(),
                        row.title(),
                        row.author(),
                        row.item(),
                        row.pickupBranch(),
                        row.placedAt(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        row.network(),
                        row.placedAt(),
                        row.notNeededAfter(),
                        row.suspendedUntil(),
                        Optional.empty(),
                        Optional.empty());
    }

    /** From when on the patron sees what came of a hold that came before staff at this moment. */
    static Instant outcomeAt(Instant before, Site site) {
        return site.calendar().openDayAfterAt(before, site.policy().outcomeFrom());
    }

    private Site site(String branch) {
        return PolicyRows.site(sql, branch).orElseThrow();
    }
}

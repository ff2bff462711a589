package foyer.server.projection;

import foyer.server.circulation.Loan;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.Renewing;
import foyer.server.circulation.Site;
import foyer.server.ledger.PolicyRows;
import foyer.server.ledger.Snapshot;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Renewals that patrons ask for (domain A12), each with what the rules say to it. */
@Component
public final class RenewalLists {
    private final JdbcClient sql;
    private final Snapshot snapshot;
    private final Clock clock;

    RenewalLists(@Qualifier("projectionClient") JdbcClient projectionClient, Snapshot snapshot, Clock clock) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * @param most renewals of one loan, by the branch's policy
     * @param inDemand somebody waits whom this copy could serve
     * @param bar the refusal's code, where the rules bar it
     */
    public record Asked(LoanRow loan, int most, boolean inDemand, Optional<String> bar) {}

    /**
     * Those first that wait longest.
     *
     * @param branch whose rules the loan follows; empty for all
     */
    public List<Asked> asked(String network, Optional<String> branch) {
        Instant now = clock.instant();
        return snapshot.read(() -> {
            List<LoanRow> loans = new Question(sql, LoanLists.LOAN)
                    .where("loan.asked_at IS NOT NULL")
                    .where("branch.network = :network", "network", network)
                    .where("loan.branch = :branch", "branch", branch)
                    .list("loan.asked_at, loan.id", StaffLists.MOST, (row, n) -> LoanLists.loan(row));
            Set<String> inDemand = Demand.of(sql, network, loans);
            Map<String, Site> sites = new HashMap<>();
            return loans.stream()
                    .map(loan -> asked(
                            loan, sites.computeIfAbsent(loan.branch(), this::site), inDemand.contains(loan.id()), now))
                    .toList();
        });
    }

    private static Asked asked(LoanRow row, Site site, boolean inDemand, Instant now) {
        Loan.Facts facts = new Loan.Facts(
                new LoanId(row.id()),
                row.hold().map(HoldId::new),
                new PatronId(row.patron()),
                new ItemBarcode(row.item()),
                row.branch(),
                Optional.empty(),
                row.begunAt());
        Loan.Running loan = new Loan.Running(facts, row.due(), row.renewals(), row.askedAt());
        Optional<String> bar = Renewing.bar(loan, new Renewing.Known(loan, site, inDemand), now)
                .map(no -> no.why().code());
        return new Asked(row, site.policy().renewals(), inDemand, bar);
    }

    private Site site(String branch) {
        return PolicyRows.site(sql, branch).orElseThrow();
    }
}

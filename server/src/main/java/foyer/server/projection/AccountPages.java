package foyer.server.projection;

import foyer.server.circulation.Fine;
import foyer.server.circulation.Fining;
import foyer.server.circulation.Loan;
import foyer.server.circulation.LoanId;
import foyer.server.circulation.Patron;
import foyer.server.circulation.Renewing;
import foyer.server.circulation.Site;
import foyer.server.circulation.Standing;
import foyer.server.ledger.PolicyRows;
import foyer.server.ledger.Rows;
import foyer.server.ledger.Snapshot;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import foyer.station.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything of one patron in one moment of the ledger: about a dozen questions, each along an index. */
@Component
public final class AccountPages {
    static final Duration REJECTED_SHOWN = Duration.ofDays(30);
    private static final int MOST_ROWS = 1_000;

    private static final String PLACES = """
            SELECT hold.id, (SELECT count(*) FROM hold ahead WHERE ahead.title = hold.title AND ahead.state = 'queued'
                AND (ahead.placed_at, ahead.id) <= (hold.placed_at, hold.id)) AS place
            FROM hold WHERE hold.patron = :patron AND hold.state = 'queued'
            """;

    private final JdbcClient sql;
    private final Snapshot snapshot;
    private final Clock clock;

    AccountPages(@Qualifier("projectionClient") JdbcClient projectionClient, Snapshot snapshot, Clock clock) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /** Empty when there is no such patron. */
    public Optional<AccountPage> find(String patron) {
        Instant now = clock.instant();
        return snapshot.read(() -> patron(patron).map(found -> new Reading(found, now).page()));
    }

    /** The network of a patron; empty when there is no such patron. */
    public Optional<String> network(String patron) {
        return sql.sql("SELECT network FROM patron WHERE id = :id")
                .param("id", patron)
                .query(String.class)
                .optional();
    }

    private Optional<Patron> patron(String id) {
        return sql.sql("SELECT * FROM patron WHERE id = :id")
                .param("id", id)
                .query((row, n) -> new Patron(
                        new PatronId(id),
                        row.getString("network"),
                        row.getString("branch"),
                        row.getString("locked_reason") == null ? Optional.empty() : Optional.of(lock(row)),
                        Rows.day(row, "card_expires")))
                .optional();
    }

    private static Patron.Lock lock(ResultSet row) throws SQLException {
        return new Patron.Lock(
                row.getString("locked_reason"), new StaffId(row.getString("locked_by")), Rows.time(row, "locked_at"));
    }

    /** One account being read: each branch's rules are read once. */
    private final class Reading {
        private final Patron patron;
        private final Instant now;
        private final String id;
        private final Map<String, Site> sites = new HashMap<>();
        private final Map<String, Projections.BranchRow> branches = new HashMap<>();

        Reading(Patron patron, Instant now) {
            this.patron = patron;
            this.now = now;
            this.id = patron.id().value();
        }

        AccountPage page() {
            List<AccountPage.Ordered> ordered = new ArrayList<>();
            List<AccountPage.Reserved> reserved = new ArrayList<>();
            List<AccountPage.Waiting> waiting = new ArrayList<>();
            List<HoldRow> rejected = new ArrayList<>();
            List<HoldRow> holds = holds();
            Map<String, Integer> places = places(holds);
            for (HoldRow row : holds) {
                HoldRow hold = HoldLists.shown(row, site(row.pickupBranch()), now);
                switch (hold.state()) {
                    case "queued" -> waiting.add(new AccountPage.Waiting(hold, places.getOrDefault(hold.id(), 1)));
                    case "under-review" ->
                        ordered.add(new AccountPage.Ordered(
                                hold, HoldLists.outcomeAt(hold.stateAt(), site(hold.pickupBranch()))));
                    case "confirmed", "prepared" -> reserved.add(reserved(hold, AccountPage.Where.BEING_PREPARED));
                    case "ready" -> reserved.add(reserved(hold, AccountPage.Where.DOOR));
                    case "on-hold-shelf" -> reserved.add(reserved(hold, AccountPage.Where.HOLD_SHELF));
                    case "rejected" -> rejected.add(hold);
                    default -> throw new IllegalStateException("not asked for: " + hold.state());
                }
            }
            List<LoanRow> loans = loans();
            List<AccountPage.OnLoan> onLoan = onLoan(loans);
            List<FineLists.Fine> fines = fines();
            Standing standing = new Standing(patron, List.copyOf(running(loans)), owed(fines));
            return new AccountPage(
                    id,
                    patron.branch(),
                    Optional.of(branch(patron.branch()).phone()).filter(phone -> !phone.isBlank()),
                    ordered,
                    reserved,
                    waiting,
                    rejected,
                    onLoan.stream().filter(one -> one.daysLate() == 0).toList(),
                    onLoan.stream().filter(one -> one.daysLate() > 0).toList(),
                    blocks(standing),
                    fines,
                    standing.owed(),
                    limits(
                            (int) holds.stream()
                                    .filter(row -> !row.state().equals("rejected"))
                                    .count(),
                            standing),
                    appointments());
        }

        private AccountPage.Reserved reserved(HoldRow hold, AccountPage.Where where) {
            return new AccountPage.Reserved(hold, where, branch(hold.pickupBranch()));
        }

        private Site site(String branch) {
            return sites.computeIfAbsent(
                    branch, name -> PolicyRows.site(sql, name).orElseThrow());
        }

        private Projections.BranchRow branch(String branch) {
            return branches.computeIfAbsent(branch, name -> sql.sql("SELECT * FROM branch WHERE id = :id")
                    .param("id", name)
                    .query((row, n) -> Projections.branch(row))
                    .single());
        }

        private List<HoldRow> holds() {
            return new Question(sql, Projections.HOLD)
                    .where("hold.patron = :patron", "patron", id)
                    .where("""
                            (hold.state IN ('queued', 'under-review', 'confirmed', 'prepared', 'ready', 'on-hold-shelf')
                            OR (hold.state = 'rejected' AND hold.state_at > :since))""")
                    .with("since", now.minus(REJECTED_SHOWN).toEpochMilli())
                    .list("hold.placed_at, hold.id", MOST_ROWS, (row, n) -> Projections.hold(row));
        }

        private Map<String, Integer> places(List<HoldRow> holds) {
            Map<String, Integer> places = new HashMap<>();
            if (holds.stream().anyMatch(row -> row.state().equals("queued"))) {
                sql.sql(PLACES).param("patron", id).query((RowCallbackHandler)
                        row -> places.put(row.getString("id"), row.getInt("place")));
            }
            return places;
        }

        private List<LoanRow> loans() {
            return new Question(sql, LoanLists.LOAN)
                    .where("loan.patron = :patron", "patron", id)
                    .where("loan.ended_at IS NULL")
                    .list("loan.due, loan.id", MOST_ROWS, (row, n) -> LoanLists.loan(row));
        }

        private List<AccountPage.OnLoan> onLoan(List<LoanRow> loans) {
            Set<String> inDemand = Demand.of(sql, patron.network(), loans);
            return loans.stream()
                    .map(row -> onLoan(row, inDemand.contains(row.id())))
                    .toList();
        }

        private AccountPage.OnLoan onLoan(LoanRow row, boolean inDemand) {
            Site site = site(row.branch());
            // What was claimed returned costs nothing more until staff have looked.
            var day = site.calendar().dayOf(row.claimedAt().orElse(now));
            int late = row.claimedAt().isPresent() ? 0 : Fining.daysLate(row.due(), day);
            int cents = Fining.cents(row.due(), day, site.policy());
            return new AccountPage.OnLoan(row, renewal(row, site, inDemand), late, cents);
        }

        private AccountPage.Renewal renewal(LoanRow row, Site site, boolean inDemand) {
            if (row.claimedAt().isPresent()) {
                return new AccountPage.Renewal("no", Optional.of("wrong-state"), "claimed-returned");
            }
            if (row.askedAt().isPresent()) {
                return new AccountPage.Renewal("requested", Optional.empty(), "");
            }
            Loan.Running loan = running(row);
            return Renewing.bar(loan, new Renewing.Known(loan, site, inDemand), now)
                    .map(bar ->
                            new AccountPage.Renewal("no", Optional.of(bar.why().code()), bar.detail()))
                    .orElseGet(() -> new AccountPage.Renewal("may-ask", Optional.empty(), ""));
        }

        private List<Loan.Running> running(List<LoanRow> loans) {
            return loans.stream()
                    .filter(row -> row.claimedAt().isEmpty())
                    .map(this::running)
                    .toList();
        }

        private Loan.Running running(LoanRow row) {
            Loan.Facts facts = new Loan.Facts(
                    new LoanId(row.id()),
                    row.hold().map(HoldId::new),
                    patron.id(),
                    new ItemBarcode(row.item()),
                    row.branch(),
                    Optional.empty(),
                    row.begunAt());
            return new Loan.Running(facts, row.due(), row.renewals(), row.askedAt());
        }

        private List<FineLists.Fine> fines() {
            return new Question(sql, FineLists.FINE)
                    .where("fine.patron = :patron", "patron", id)
                    .where("fine.state = 'owed'")
                    .list("fine.at, fine.loan", MOST_ROWS, (row, n) -> FineLists.fine(row));
        }

        private List<Fine.Owed> owed(List<FineLists.Fine> fines) {
            return fines.stream()
                    .map(row -> new Fine.Owed(new Fine.Facts(
                            new LoanId(row.loan()), patron.id(), row.branch(), row.cents(), row.daysLate(), row.at())))
                    .toList();
        }

        private List<AccountPage.Block> blocks(Standing standing) {
            return standing.verdicts(site(patron.branch()), now).stream()
                    .flatMap(verdict -> verdict
                            .refusal()
                            .map(why -> new AccountPage.Block(why.code(), verdict.detail(), verdict.policy()))
                            .stream())
                    .toList();
        }

        private AccountPage.Limits limits(int holds, Standing standing) {
            var policy = site(patron.branch()).policy();
            int loans = standing.loans().size();
            boolean beyond = holds >= policy.loanLimit() - loans;
            return new AccountPage.Limits(policy.holdLimit(), holds, policy.loanLimit(), loans, beyond);
        }

        private List<AppointmentLists.Appointment> appointments() {
            return new Question(sql, AppointmentLists.APPOINTMENT)
                    .where("appointment.patron = :patron", "patron", id)
                    .where("appointment.state = 'agreed'")
                    .list("appointment.slot_from", MOST_ROWS, (row, n) -> AppointmentLists.appointment(row));
        }
    }
}

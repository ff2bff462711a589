package foyer.server.circulation;

import foyer.server.circulation.policy.Key;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a patron stands with the library: what is open, and what blocks the account (domain A9, B10).
 *
 * @param onLoan loans that have not ended
 * @param fines those that are owed
 */
public record Standing(Patron patron, List<Loan> onLoan, List<Fine.Owed> fines) {
    public Standing {
        onLoan = List.copyOf(onLoan);
        fines = List.copyOf(fines);
    }

    /** Those that run: what the patron says was returned counts for no limit until staff have looked. */
    public List<Loan.Running> loans() {
        return onLoan.stream()
                .flatMap(loan -> loan instanceof Loan.Running running ? Stream.of(running) : Stream.empty())
                .toList();
    }

    /** Whether one of these copies is on loan to the patron. */
    boolean has(List<Item> copies) {
        return onLoan.stream().map(loan -> loan.facts().item()).anyMatch(item -> copies.stream()
                .anyMatch(copy -> copy.barcode().equals(item)));
    }

    /** One verdict for each kind of block, those that bar first people would want to hear first. */
    public List<Verdict> verdicts(Site site, Instant now) {
        LocalDate today = site.calendar().dayOf(now);
        return List.of(locked(), expired(today), overdue(site, today), owing(site));
    }

    /** What bars from being lent anything at all, at a desk too. */
    List<Verdict> barred(Site site, Instant now) {
        return List.of(locked(), expired(site.calendar().dayOf(now)));
    }

    private Verdict locked() {
        return patron.lock()
                .map(lock -> Verdict.no("locked", Refusal.LOCKED, lock.reason(), Map.of()))
                .orElseGet(() -> Verdict.fine("locked", Map.of()));
    }

    private Verdict expired(LocalDate today) {
        return patron.cardExpires()
                .filter(today::isAfter)
                .map(day -> Verdict.no("card", Refusal.CARD_EXPIRED, day.toString(), Map.of()))
                .orElseGet(() -> Verdict.fine("card", Map.of()));
    }

    private Verdict overdue(Site site, LocalDate today) {
        int from = site.policy().number(Key.BLOCK_OVERDUE_FROM);
        long late = loans().stream().filter(loan -> today.isAfter(loan.due())).count();
        return Verdict.of(
                "overdue",
                from == 0 || late < from,
                Refusal.OVERDUE_LOANS,
                Long.toString(late),
                site.policy().quote(Key.BLOCK_OVERDUE_FROM));
    }

    private Verdict owing(Site site) {
        int from = site.policy().number(Key.BLOCK_FINES_FROM);
        long cents = owed();
        return Verdict.of(
                "fines",
                from == 0 || cents < from,
                Refusal.UNPAID_FINES,
                Long.toString(cents),
                site.policy().quote(Key.BLOCK_FINES_FROM));
    }

    /** In cents. */
    public long owed() {
        return fines.stream().mapToLong(fine -> fine.facts().cents()).sum();
    }
}

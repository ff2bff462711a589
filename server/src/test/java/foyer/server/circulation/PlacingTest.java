package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacingTest {
    /** Any branch will do, so that copies can be chosen among. */
    private static final Policy POLICY = reviewed().with(Key.PICKUP_BRANCH, "choice");

    private static final Item NEAR = item("near", "here", new ItemState.OnShelf());
    private static final Item FAR = item("far", "there", new ItemState.OnShelf());

    private static Outcome place(Optional<String> item, List<Item> copies, Hold.Queued... waiting) {
        return Placing.decide(wish(item, "here"), known(copies, waiting), NOW);
    }

    private static Placing.Known known(List<Item> copies, Hold.Queued... waiting) {
        return new Placing.Known(
                standing(), Optional.of(NETWORK), Optional.of(site(POLICY)), copies, List.of(), queue(POLICY, waiting));
    }

    @Test
    void theCopyAtThePickupBranchIsPreferred() {
        List<Change> changes = done(place(Optional.empty(), List.of(FAR, NEAR)));
        assertThat(hold(changes).item()).contains(NEAR.barcode());
        assertThat(changes).contains(new Change.ItemBecame(NEAR.barcode(), new ItemState.Held(new HoldId("new"))));
    }

    @Test
    void anotherBranchsCopyWillDo() {
        Item lent = item("near", "here", new ItemState.OnLoan(new LoanId("l")));
        assertThat(hold(done(place(Optional.empty(), List.of(lent, FAR)))).item())
                .contains(FAR.barcode());
    }

    @Test
    void theCopyAskedForIsTheOneOrNone() {
        assertThat(hold(done(place(Optional.of("far"), List.of(NEAR, FAR)))).item())
                .contains(FAR.barcode());
        Item promised = item("far", "there", new ItemState.Held(new HoldId("other")));
        assertThat(hold(done(place(Optional.of("far"), List.of(NEAR, promised)))))
                .isInstanceOf(Hold.Queued.class);
        assertThat(place(Optional.of("else"), List.of(NEAR)))
                .isEqualTo(new Outcome.Refused(Refusal.NO_SUCH_ITEM, "else"));
    }

    @Test
    void aTitleIsNeitherHeldTwiceNorHeldByWhoReadsIt() {
        Hold ready = new Hold.Ready(
                facts("h", "title"), new ItemBarcode("far"), ORDER, PLACE, NOW, LocalDate.parse("2026-03-31"));
        assertThat(Placing.decide(
                        wish(Optional.empty(), "here"),
                        Samples.known(POLICY, List.of(NEAR), List.of(ready), standing()),
                        NOW))
                .isEqualTo(new Outcome.Refused(Refusal.ALREADY_HELD, "title"));
        Loan.Running running = loan(LocalDate.parse("2026-04-10"));
        Loan claimed = new Loan.ClaimedReturned(running.facts(), running.due(), 0, NOW);
        for (Loan loan : List.of(running, claimed)) {
            Standing reading = standing(loan);
            Item copy = item(ITEM.value(), "here", new ItemState.OnShelf());
            assertThat(Placing.decide(
                            wish(Optional.empty(), "here"),
                            Samples.known(POLICY, List.of(NEAR, copy), List.of(), reading),
                            NOW))
                    .isEqualTo(new Outcome.Refused(Refusal.ALREADY_ON_LOAN, "title"));
            assertThat(Placing.decide(
                            wish(Optional.empty(), "here"),
                            Samples.known(POLICY, List.of(NEAR), List.of(), reading),
                            NOW))
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', n, no-such-title",
        "n, '', no-such-branch",
        "m, n, other-network",
        "n, m, other-network",
        "m, m, other-network"
    })
    void unknownAndForeignThingsAreToldApart(String title, String branch, String refusal) {
        Placing.Known known = new Placing.Known(
                standing(),
                Optional.of(title).filter(network -> !network.isEmpty()),
                Optional.of(branch)
                        .filter(network -> !network.isEmpty())
                        .map(network -> new Site("here", network, riga(), POLICY)),
                List.of(NEAR),
                List.of(),
                queue(POLICY));
        assertThat(refused(Placing.decide(wish(Optional.empty(), "here"), known, NOW))
                        .code())
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-27, false", "2026-03-28, true", "2026-03-29, true"})
    void aHoldIsNotPlacedForADayThatHasPassed(LocalDate neededUntil, boolean allowed) {
        Placing.Command command = new Placing.Command(
                new HoldId("new"), PATRON, "title", Optional.empty(), "here", Optional.of(neededUntil));
        Outcome outcome = Placing.decide(command, known(List.of(NEAR)), NOW);
        if (allowed) {
            assertThat(hold(done(outcome)).facts().notNeededAfter()).contains(neededUntil);
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.DAY_WRONG, "2026-03-27"));
        }
    }

    /** Who sleeps is passed over; who is awake is not. */
    @ParameterizedTest
    @CsvSource({"2026-03-28, queued", "2026-03-29, under-review"})
    void A5_aNewHoldPassesThoseOnlyWhoAreSuspended(LocalDate until, String state) {
        Hold.Queued first = new Hold.Queued(facts("w", "title", OTHER, NOW.minusSeconds(1)), Optional.of(until));
        assertThat(hold(done(place(Optional.empty(), List.of(NEAR), first))).state())
                .isEqualTo(state);
    }

    @Test
    void everyRuleSaysWhatItRestsOn() {
        List<Verdict> verdicts = Placing.explain(wish(Optional.empty(), "here"), known(List.of(NEAR)), NOW);
        assertThat(verdicts).allMatch(verdict -> verdict.refusal().isEmpty());
        assertThat(verdicts.stream().map(Verdict::rule)).doesNotHaveDuplicates();
        assertThat(quoted(verdicts, "hold-limit")).isEqualTo(Map.of("hold-limit", "3"));
        assertThat(quoted(verdicts, "pickup-branch")).isEqualTo(Map.of("pickup-branch", "choice"));
        assertThat(quoted(verdicts, "available")).isEqualTo(Map.of("holds-on", "available-or-queue"));
        assertThat(quoted(verdicts, "overdue")).isEqualTo(Map.of("block-overdue-from", "1"));
        assertThat(quoted(verdicts, "fines")).isEqualTo(Map.of("block-fines-from", "1"));
    }

    private static Map<String, String> quoted(List<Verdict> verdicts, String rule) {
        return verdicts.stream()
                .filter(verdict -> verdict.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .policy();
    }

    @Test
    void everyoneWhoIsRefusedHearsOfEveryReasonInOneAnswer() {
        Patron.Lock lock = new Patron.Lock("lost", STAFF, NOW);
        Patron patron = patron(Optional.of(lock), Optional.of(LocalDate.parse("2026-03-27")));
        Fine.Owed fine = new Fine.Owed(new Fine.Facts(new LoanId("l"), PATRON, "here", 1, 1, NOW));
        Standing worst = new Standing(patron, List.of(loan(LocalDate.parse("2026-03-27"))), List.of(fine));
        assertThat(Placing.explain(
                                wish(Optional.empty(), "here"),
                                Samples.known(POLICY, List.of(NEAR), List.of(), worst),
                                NOW)
                        .stream()
                        .flatMap(verdict -> verdict.refusal().stream()))
                .containsExactly(Refusal.LOCKED, Refusal.CARD_EXPIRED, Refusal.OVERDUE_LOANS, Refusal.UNPAID_FINES);
    }
}

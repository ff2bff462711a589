package foyer.server.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Special;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The expected day of a hold, worked out by hand. Monday 2 March 2026 is today; weekdays are open, Easter is far. */
class ExpectingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final ItemBarcode ONE = new ItemBarcode("1");
    private static final ItemBarcode TWO = new ItemBarcode("2");
    private static final Policy REVIEWED = Policy.USUAL
            .with(Key.PICKUP_COUNTS_FROM, "confirmation")
            .with(Key.LOAN_DAYS, 14)
            .with(Key.QUARANTINE_DAYS, 3);
    private static final Week WEEKDAYS = Week.of("MONDAY 10:00-18:00; TUESDAY 10:00-18:00; WEDNESDAY 10:00-18:00;"
            + " THURSDAY 10:00-18:00; FRIDAY 10:00-18:00");

    private Policy policy = REVIEWED;
    private final List<Special> specials = new ArrayList<>();
    private final List<Item> copies = new ArrayList<>();
    private final List<Hold.Queued> waiting = new ArrayList<>();
    private final Map<ItemBarcode, Loan> loans = new HashMap<>();
    private final Map<HoldId, Hold> holds = new HashMap<>();

    private Expecting.Expected expected(Hold.Queued hold) {
        Map<LocalDate, Special> days = new HashMap<>();
        specials.forEach(special -> days.put(special.day(), special));
        Site site =
                new Site("here", "n", new Calendar(ZoneId.of("Europe/Riga"), WEEKDAYS, Holidays.NONE, days), policy);
        Queue queue = new Queue(waiting, Map.of("here", site), facts -> new OrderId("order"));
        return Expecting.of(hold, new Expecting.Known(queue, copies, loans, holds, Map.of()), NOW);
    }

    private void copy(ItemBarcode barcode, ItemState state) {
        copies.add(new Item(barcode, "title", "here", "n", "book", state));
    }

    private void lent(ItemBarcode barcode, String due) {
        LoanId id = new LoanId("loan-" + barcode);
        copy(barcode, new ItemState.OnLoan(id));
        loans.put(
                barcode,
                new Loan.Running(
                        new Loan.Facts(id, Optional.empty(), new PatronId("x"), barcode, "here", Optional.empty(), NOW),
                        LocalDate.parse(due),
                        0,
                        Optional.empty()));
    }

    private Hold.Queued waits(int place) {
        return waits(place, Optional.empty(), Optional.empty());
    }

    private Hold.Queued waits(int place, Optional<ItemBarcode> wanted, Optional<LocalDate> asleep) {
        Hold.Queued hold = new Hold.Queued(facts("h" + place, wanted, NOW.minusSeconds(100 - place)), asleep);
        waiting.add(hold);
        return hold;
    }

    private static Hold.Facts facts(String id, Optional<ItemBarcode> wanted, Instant placedAt) {
        return new Hold.Facts(
                new HoldId(id), "n", new PatronId("p" + id), "title", wanted, "here", placedAt, Optional.empty());
    }

    private static List<String> steps(Expecting.Expected expected) {
        return expected.steps().stream()
                .map(step -> step.code() + " " + step.day())
                .toList();
    }

    @Test
    void aLoanIsCountedToItsDueDateThenItsRestThenTheReview() {
        lent(ONE, "2026-03-10");
        Expecting.Expected expected = expected(waits(1));
        assertThat(expected.position()).isEqualTo(1);
        // Back by midnight of Tuesday; three days; three more if the bin is closed at the end of them; reviewed on
        // Tuesday.
        assertThat(steps(expected))
                .containsExactly(
                        "on-loan 2026-03-10",
                        "return-day 2026-03-10",
                        "quarantine 2026-03-14",
                        "bin 2026-03-17",
                        "review 2026-03-18");
        assertThat(expected.day()).contains(LocalDate.parse("2026-03-18"));
    }

    @Test
    void everyStepQuotesTheValuesItRestsOn() {
        lent(ONE, "2026-03-10");
        List<Expecting.Step> steps = expected(waits(1)).steps();
        assertThat(steps.getFirst().policy()).containsEntry("loan-days", "14");
        assertThat(steps.get(2).policy()).containsEntry("quarantine-days", "3");
        assertThat(steps.getLast().policy()).containsEntry("outcome-from", "11:00");
    }

    @Test
    void closedDaysAreNamedWhereTheyDelay() {
        specials.add(new Special(LocalDate.parse("2026-03-18"), List.of(), "inventory"));
        lent(ONE, "2026-03-10");
        assertThat(steps(expected(waits(1)))).endsWith("closed-days 2026-03-19", "review 2026-03-19");
    }

    @Test
    void whereReturnsAreTakenOnFridaysOnlyTheLoanIsCountedToAFriday() {
        policy = REVIEWED.with(Map.of("return-days", "FRIDAY", "return-from", "08:00", "return-until", "20:00"));
        lent(ONE, "2026-03-10");
        assertThat(steps(expected(waits(1)))).contains("return-day 2026-03-13");
    }

    @Test
    void whatIsOverdueIsCountedFromToday() {
        lent(ONE, "2026-02-20");
        assertThat(steps(expected(waits(1)))).startsWith("overdue 2026-02-20", "return-day 2026-03-02");
    }

    @Test
    void renewalsCountOnlyWhereALoanIsRenewedThoughSomebodyWaits() {
        lent(ONE, "2026-03-10");
        Hold.Queued hold = waits(1);
        assertThat(steps(expected(hold))).noneMatch(step -> step.startsWith("renewals"));
        policy = REVIEWED.with(Key.RENEW_IN_DEMAND, "yes").with(Key.RENEWALS, 2);
        assertThat(steps(expected(hold))).contains("renewals 2026-04-07", "return-day 2026-04-07");
    }

    @Test
    void whoIsInFrontCollectsOnTheLastDayAndReadsToTheEnd() {
        lent(ONE, "2026-03-10");
        waits(1);
        Expecting.Expected expected = expected(waits(2));
        assertThat(expected.position()).isEqualTo(2);
        // Free on 17 March; reviewed on the 18th; waits three days; due on 6 April, a Monday; back, rested, free on the
        // 13th.
        assertThat(steps(expected)).endsWith("ahead 2026-04-13", "review 2026-04-14");
    }

    @Test
    void twoCopiesServeTwoInFrontSideBySide() {
        lent(ONE, "2026-03-10");
        lent(TWO, "2026-03-11");
        waits(1);
        waits(2);
        Expecting.Expected expected = expected(waits(3));
        assertThat(expected.position()).isEqualTo(3);
        assertThat(expected.day()).contains(LocalDate.parse("2026-04-14"));
    }

    @Test
    void whoWaitsForAnotherCopyIsNotInFront() {
        lent(ONE, "2026-03-10");
        lent(TWO, "2026-03-11");
        waits(1, Optional.of(TWO), Optional.empty());
        Expecting.Expected expected = expected(waits(2, Optional.of(ONE), Optional.empty()));
        assertThat(expected.position()).isEqualTo(1);
        assertThat(expected.day()).contains(LocalDate.parse("2026-03-18"));
    }

    /**
     * The first would take copy two on the 11th. Should copy one come back early, the first takes that, and the second
     * takes copy two instead of waiting for copy one.
     */
    @Test
    void acopyThatComesEarlyCannotMakeTheDayWrong() {
        lent(ONE, "2026-03-20");
        lent(TWO, "2026-03-11");
        waits(1);
        waits(2, Optional.of(TWO), Optional.empty());
        Expecting.Expected expected = expected(waits(3, Optional.of(TWO), Optional.empty()));
        // Both in front may have copy two, one after the other.
        assertThat(expected.position()).isEqualTo(3);
        assertThat(expected.steps()).anySatisfy(step -> {
            assertThat(step.code()).isEqualTo("ahead");
            assertThat(step.detail()).isEqualTo("2");
        });
    }

    @Test
    void aHoldThatIsPreparedIsCountedToItsLastDayAndThroughItsLoan() {
        copy(ONE, new ItemState.Held(new HoldId("k")));
        Hold.Facts other = facts("k", Optional.empty(), NOW.minusSeconds(1000));
        holds.put(other.id(), new Hold.OnHoldShelf(other, ONE, new OrderId("o"), NOW, LocalDate.parse("2026-03-05")));
        assertThat(steps(expected(waits(1))))
                .containsExactly(
                        "kept 2026-03-05",
                        "on-loan 2026-03-19",
                        "quarantine 2026-03-23",
                        "bin 2026-03-26",
                        "review 2026-03-27");
    }

    @Test
    void whileAHoldSleepsSomebodyElseMayTakeTheCopyJustBeforeItWakes() {
        copy(ONE, new ItemState.OnShelf());
        Hold.Queued asleep = waits(1, Optional.empty(), Optional.of(LocalDate.parse("2026-03-09")));
        // Taken on the 9th, reviewed on the 10th, collected on the 13th, due on the 27th.
        assertThat(steps(expected(asleep)))
                .containsExactly(
                        "on-shelf 2026-03-02", "suspended 2026-04-03", "closed-days 2026-04-06", "review 2026-04-06");
    }

    @Test
    void aCopyNobodyKnowsOfIsNotCountedOn() {
        copy(ONE, new ItemState.Uncertain(Optional.empty(), Optional.empty()));
        lent(TWO, "2026-03-10");
        loans.computeIfPresent(TWO, (item, loan) -> new Loan.ClaimedReturned(loan.facts(), loan.due(), 0, NOW));
        Expecting.Expected expected = expected(waits(1));
        assertThat(expected.day()).isEmpty();
        assertThat(expected.steps()).isEmpty();
    }

    @Test
    void noDayIsNamedThatIsTwoYearsAhead() {
        lent(ONE, "2026-03-10");
        for (int place = 1; place < 60; place++) {
            waits(place);
        }
        Expecting.Expected expected = expected(waits(60));
        assertThat(expected.position()).isEqualTo(60);
        assertThat(expected.day()).isEmpty();
    }

    @Test
    void whereNobodyReviewsItIsReadyOnTheFirstWorkingDayWhoseHoursAreNotOver() {
        policy = REVIEWED.with(Key.REVIEW_REQUIRED, "no");
        copy(ONE, new ItemState.InQuarantine(Instant.parse("2026-03-06T16:00:00Z"), Optional.empty()));
        // Friday at 18:00 the branch closes.
        assertThat(steps(expected(waits(1))))
                .containsExactly("quarantine 2026-03-06", "closed-days 2026-03-09", "collect 2026-03-09");
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the union of small libraries whose staff review every hold, under the policy shipped for it. */
class LatvianRulesTest {
    private static final Policy POLICY = reviewed();
    private static final Item NEAR = item("near", "here", new ItemState.OnShelf());
    private static final Item FAR = item("far", "there", new ItemState.OnShelf());
    private static final Hold.UnderReview REVIEW = new Hold.UnderReview(facts("h", "title"), ITEM, NOW);

    @Test
    void A4_the_item_is_collected_at_the_branch_that_has_it() {
        assertThat(hold(done(Placing.decide(wish(Optional.of("near"), "here"), known(POLICY, List.of(NEAR, FAR)), NOW)))
                        .item())
                .contains(NEAR.barcode());
        assertThat(refused(Placing.decide(wish(Optional.of("far"), "here"), known(POLICY, List.of(NEAR, FAR)), NOW)))
                .isEqualTo(Refusal.PICKUP_ELSEWHERE);
        assertThat(refused(Placing.decide(wish(Optional.empty(), "here"), known(POLICY, List.of(FAR)), NOW)))
                .isEqualTo(Refusal.PICKUP_ELSEWHERE);
    }

    @Test
    void A5_a_hold_on_a_lent_item_waits_in_that_items_queue() {
        Item lent = item("near", "here", new ItemState.OnLoan(new LoanId("l")));
        Item free = item("free", "here", new ItemState.OnShelf());
        Hold hold =
                hold(done(Placing.decide(wish(Optional.of("near"), "here"), known(POLICY, List.of(lent, free)), NOW)));
        assertThat(hold).isInstanceOf(Hold.Queued.class);
        Queue queue = queue(POLICY, (Hold.Queued) hold);
        assertThat(queue.next(free, NOW)).isEmpty();
        assertThat(queue.next(item("near", "here", new ItemState.OnShelf()), NOW))
                .isPresent();
    }

    @Test
    void A5_who_comes_first_is_served_first_and_nobody_passes_the_queue() {
        Hold.Queued first = waiting("b", NOW.minusSeconds(1));
        Hold.Queued second = waiting("a", NOW);
        Hold.Queued tied = waiting("c", NOW);
        assertThat(queue(POLICY, second, tied, first).waiting()).containsExactly(first, second, tied);
        Placing.Known known = new Placing.Known(
                standing(),
                Optional.of(NETWORK),
                Optional.of(site(POLICY)),
                List.of(NEAR),
                List.of(),
                queue(POLICY, first));
        assertThat(hold(done(Placing.decide(wish(Optional.empty(), "here"), known, NOW))))
                .isInstanceOf(Hold.Queued.class);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, false", "4, false"})
    void A6_the_fourth_hold_is_refused(int open, boolean allowed) {
        List<Hold> holds = new ArrayList<>();
        for (int i = 0; i < open; i++) {
            holds.add(new Hold.UnderReview(facts("h" + i, "other" + i), new ItemBarcode("x" + i), NOW));
        }
        Outcome outcome =
                Placing.decide(wish(Optional.empty(), "here"), known(POLICY, List.of(NEAR), holds, standing()), NOW);
        if (allowed) {
            assertThat(hold(done(outcome))).isInstanceOf(Hold.UnderReview.class);
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.HOLD_LIMIT, "3"));
        }
    }

    @Test
    void A7_staff_confirm_or_reject_with_a_reason() {
        Hold confirmed = hold(
                done(Handling.decide(new Handling.Command.Confirm(NETWORK), handling(REVIEW, held(), POLICY), NOW)));
        assertThat(confirmed.preparedAs()).contains(ORDER);
        assertThat(refused(Handling.decide(
                        new Handling.Command.Reject(NETWORK, " ", false), handling(REVIEW, held(), POLICY), NOW)))
                .isEqualTo(Refusal.REASON_MISSING);
        assertThat(done(Handling.decide(
                        new Handling.Command.Reject(NETWORK, " torn ", false), handling(REVIEW, held(), POLICY), NOW)))
                .containsExactly(
                        new Change.HoldBecame(new Hold.Rejected(REVIEW.facts(), "torn", NOW)),
                        new Change.ItemBecame(ITEM, new ItemState.OnShelf()));
        assertThat(refused(Handling.decide(new Handling.Command.Confirm("m"), handling(REVIEW, held(), POLICY), NOW)))
                .isEqualTo(Refusal.OTHER_NETWORK);
    }

    @Test
    void A7_a_copy_that_is_gone_is_not_offered_to_the_next() {
        assertThat(done(Handling.decide(
                        new Handling.Command.Reject(NETWORK, "lost", true),
                        handling(REVIEW, held(), POLICY, waiting("w", NOW)),
                        NOW)))
                .contains(new Change.ItemBecame(ITEM, new ItemState.Uncertain(Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-30T20:59:59Z, false", "2026-03-31T20:59:59.999Z, false", "2026-03-31T21:00:00Z, true"})
    void A8_a_confirmed_hold_waits_three_days_and_then_goes_to_the_next(Instant now, boolean over) {
        Hold.Confirmed confirmed = (Hold.Confirmed) hold(
                done(Handling.decide(new Handling.Command.Confirm(NETWORK), handling(REVIEW, held(), POLICY), NOW)));
        assertThat(confirmed.lastDay()).contains(LocalDate.parse("2026-03-31"));
        Hold shelved = hold(
                done(Handling.decide(new Handling.Command.Shelve(NETWORK), handling(confirmed, held(), POLICY), NOW)));
        ComingDue.KnownHold known = new ComingDue.KnownHold(
                shelved, Optional.of(held()), site(POLICY), Optional.empty(), queue(POLICY, waiting("next", NOW)));
        List<Change> changes = ComingDue.hold(known, now);
        assertThat(changes.isEmpty()).isEqualTo(!over);
        if (over) {
            assertThat(changes.getFirst()).isEqualTo(new Change.HoldBecame(new Hold.Expired(shelved.facts(), now)));
            assertThat(changes).contains(new Change.ItemBecame(ITEM, new ItemState.Held(new HoldId("next"))));
        }
    }

    @Test
    void A8_what_was_prepared_late_can_be_collected_the_next_day_at_least() {
        Hold.Confirmed confirmed =
                new Hold.Confirmed(facts("h", "title"), ITEM, ORDER, NOW, Optional.of(LocalDate.parse("2026-03-28")));
        Hold.OnHoldShelf shelved = (Hold.OnHoldShelf) hold(
                done(Handling.decide(new Handling.Command.Shelve(NETWORK), handling(confirmed, held(), POLICY), NOW)));
        assertThat(shelved.lastDay()).isEqualTo(LocalDate.parse("2026-03-29"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28, false", "2026-03-27, true"})
    void A9_a_debtor_with_an_overdue_loan_is_refused_and_told_why(LocalDate due, boolean refused) {
        Outcome outcome = Placing.decide(
                wish(Optional.empty(), "here"), known(POLICY, List.of(NEAR), List.of(), standing(loan(due))), NOW);
        assertThat(outcome.equals(new Outcome.Refused(Refusal.OVERDUE_LOANS, "1")))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, false", "1, 1, true", "2, 1, true", "3, 0, false"})
    void A9_a_debtor_with_unpaid_fines_is_refused_from_the_policys_sum_on(int owed, int from, boolean refused) {
        Fine.Owed fine = new Fine.Owed(new Fine.Facts(new LoanId("l"), PATRON, "here", owed, 1, NOW));
        Standing standing = new Standing(patron(Optional.empty(), Optional.empty()), List.of(), List.of(fine));
        Outcome outcome = Placing.decide(
                wish(Optional.empty(), "here"),
                known(POLICY.with(Key.BLOCK_FINES_FROM, from), List.of(NEAR), List.of(), standing),
                NOW);
        assertThat(outcome.equals(new Outcome.Refused(Refusal.UNPAID_FINES, Integer.toString(owed))))
                .isEqualTo(refused);
    }

    @Test
    void A12_a_renewal_is_asked_for_decided_and_counted_on_from_the_due_date() {
        Loan.Running running = loan(LocalDate.parse("2026-04-11"));
        Loan.Running asked = (Loan.Running) becomes(running, new Renewing.Command.Ask(PATRON), false, NOW);
        assertThat(asked.asked()).contains(NOW);
        assertThat(asked.due()).isEqualTo(running.due());
        assertThat(refusedRenewal(asked, new Renewing.Command.Ask(PATRON), false, NOW))
                .isEqualTo(Refusal.ALREADY_REQUESTED);
        Loan.Running renewed = (Loan.Running) becomes(asked, new Renewing.Command.Renew(NETWORK), false, NOW);
        assertThat(renewed).isEqualTo(loan(LocalDate.parse("2026-04-25"), 1, Optional.empty()));
        assertThat(becomes(asked, new Renewing.Command.Refuse(NETWORK, "needed"), false, NOW))
                .isEqualTo(running);
    }

    @Test
    void A12_what_somebody_waits_for_is_not_renewed() {
        Loan.Running running = loan(LocalDate.parse("2026-04-11"));
        assertThat(refusedRenewal(running, new Renewing.Command.Ask(PATRON), true, NOW))
                .isEqualTo(Refusal.IN_DEMAND);
        assertThat(refusedRenewal(running, new Renewing.Command.Renew(NETWORK), true, NOW))
                .isEqualTo(Refusal.IN_DEMAND);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, false"})
    void A12_a_loan_is_renewed_twice_at_most(int renewals, boolean allowed) {
        Loan.Running running = loan(LocalDate.parse("2026-04-11"), renewals, Optional.empty());
        Outcome outcome = Renewing.decide(
                new Renewing.Command.Renew(NETWORK), new Renewing.Known(running, site(POLICY), false), NOW);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, true", "2026-03-28, true", "2026-03-27, false"})
    void A13_a_renewal_can_be_asked_for_until_the_due_date(LocalDate due, boolean allowed) {
        Outcome outcome = Renewing.decide(
                new Renewing.Command.Ask(PATRON), new Renewing.Known(loan(due), site(POLICY), false), NOW);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
    }

    @Test
    void A13_a_request_made_in_time_may_be_granted_later() {
        Loan.Running asked = loan(LocalDate.parse("2026-03-28"), 0, Optional.of(NOW));
        assertThat(becomes(asked, new Renewing.Command.Renew(NETWORK), false, NOW.plus(Duration.ofDays(2))))
                .isEqualTo(loan(LocalDate.parse("2026-04-11"), 1, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 0",
        "2026-03-29, 3",
        "2026-03-30, 6",
        "2026-07-05, 297",
        "2026-07-06, 300",
        "2026-12-01, 300"
    })
    void A13_each_day_after_the_due_date_costs_up_to_the_cap(LocalDate returned, int cents) {
        assertThat(Fining.cents(LocalDate.parse("2026-03-28"), returned, POLICY))
                .isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-30, 0", "2026-03-31, 3"})
    void A13_days_of_grace_cost_nothing(LocalDate returned, int cents) {
        Policy graceful = POLICY.with(Key.FINE_GRACE_DAYS, 2);
        assertThat(Fining.cents(LocalDate.parse("2026-03-28"), returned, graceful))
                .isEqualTo(cents);
    }

    @Test
    void A13_a_fine_is_paid_or_waived_with_a_reason_once() {
        Fine.Owed owed = new Fine.Owed(new Fine.Facts(new LoanId("l"), PATRON, "here", 3, 1, NOW));
        assertThat(done(Fining.decide(new Fining.Command.Pay(STAFF, NETWORK), owed, NETWORK, NOW)))
                .containsExactly(new Change.FineBecame(new Fine.Paid(owed.facts(), STAFF, NOW)));
        assertThat(refused(Fining.decide(new Fining.Command.Waive(STAFF, NETWORK, " "), owed, NETWORK, NOW)))
                .isEqualTo(Refusal.REASON_MISSING);
        Fine paid = new Fine.Paid(owed.facts(), STAFF, NOW);
        assertThat(refused(Fining.decide(new Fining.Command.Waive(STAFF, NETWORK, "ill"), paid, NETWORK, NOW)))
                .isEqualTo(Refusal.WRONG_STATE);
        assertThat(refused(Fining.decide(new Fining.Command.Pay(STAFF, "m"), owed, NETWORK, NOW)))
                .isEqualTo(Refusal.OTHER_NETWORK);
    }

    @Test
    void A14_staff_renew_and_cancel_on_the_patrons_behalf_and_nobody_else_does() {
        Loan.Running running = loan(LocalDate.parse("2026-04-11"));
        assertThat(becomes(running, new Renewing.Command.Renew(NETWORK), false, NOW))
                .isEqualTo(loan(LocalDate.parse("2026-04-25"), 1, Optional.empty()));
        assertThat(refusedRenewal(running, new Renewing.Command.Ask(OTHER), false, NOW))
                .isEqualTo(Refusal.NOT_YOURS);
        By phone = new By.Staff(STAFF, By.Channel.PHONE, "called at nine");
        assertThat(hold(done(Handling.decide(
                        new Handling.Command.Cancel(phone, NETWORK), handling(REVIEW, held(), POLICY), NOW))))
                .isEqualTo(new Hold.Cancelled(REVIEW.facts(), phone, NOW));
        assertThat(refused(Handling.decide(
                        new Handling.Command.Cancel(new By.Reader(OTHER), NETWORK),
                        handling(REVIEW, held(), POLICY),
                        NOW)))
                .isEqualTo(Refusal.NOT_YOURS);
    }

    private static Loan becomes(Loan.Running loan, Renewing.Command command, boolean demand, Instant now) {
        List<Change> changes = done(Renewing.decide(command, new Renewing.Known(loan, site(POLICY), demand), now));
        return ((Change.LoanBecame) changes.getFirst()).loan();
    }

    private static Refusal refusedRenewal(Loan.Running loan, Renewing.Command command, boolean demand, Instant now) {
        return refused(Renewing.decide(command, new Renewing.Known(loan, site(POLICY), demand), now));
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewingTest {
    private static final Policy BY_STAFF = reviewed();
    private static final Policy BY_RULES = BY_STAFF.with(Key.RENEWAL_BY, "self-service");
    private static final LocalDate DUE = LocalDate.parse("2026-03-28");
    private static final Renewing.Command ASK = new Renewing.Command.Ask(PATRON);
    private static final Renewing.Command RENEW = new Renewing.Command.Renew(NETWORK);
    private static final Renewing.Command REFUSE = new Renewing.Command.Refuse(NETWORK, "needed for a class");

    private static Outcome decide(Renewing.Command command, Loan loan, Policy policy, boolean inDemand, Instant now) {
        return Renewing.decide(command, new Renewing.Known(loan, site(policy), inDemand), now);
    }

    private static Loan became(Outcome outcome) {
        return ((Change.LoanBecame) done(outcome).getFirst()).loan();
    }

    @Test
    void A12_where_the_rules_decide_asking_is_renewing() {
        assertThat(became(decide(ASK, loan(DUE), BY_RULES, false, NOW)))
                .isEqualTo(loan(LocalDate.parse("2026-04-11"), 1, Optional.empty()));
    }

    /** The due date ends with the day in Riga, at 22:00 in UTC. */
    @ParameterizedTest
    @CsvSource({"2026-03-27T22:00:00Z, true", "2026-03-28T21:59:59.999Z, true", "2026-03-28T22:00:00Z, false"})
    void A13_it_is_asked_for_until_the_last_moment_of_the_due_date(Instant now, boolean allowed) {
        for (Policy policy : new Policy[] {BY_STAFF, BY_RULES}) {
            Outcome outcome = decide(ASK, loan(DUE), policy, false, now);
            if (allowed) {
                assertThat(outcome).isInstanceOf(Outcome.Done.class);
            } else {
                assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.TOO_LATE, "2026-03-28"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28T21:59:59.999Z, true", "2026-03-28T22:00:00Z, false"})
    void A13_staff_on_the_patrons_behalf_have_no_longer_than_the_patron(Instant now, boolean allowed) {
        assertThat(decide(RENEW, loan(DUE), BY_STAFF, false, now) instanceof Outcome.Done)
                .isEqualTo(allowed);
    }

    @Test
    void A12_what_came_into_demand_after_it_was_asked_for_is_not_renewed() {
        Loan.Running asked = loan(DUE, 0, Optional.of(NOW));
        assertThat(refused(decide(RENEW, asked, BY_STAFF, true, NOW))).isEqualTo(Refusal.IN_DEMAND);
    }

    @ParameterizedTest
    @CsvSource({"no, false, true", "no, true, false", "yes, false, true", "yes, true, true"})
    void A12_demand_bars_unless_policy_says_otherwise(String renewed, boolean inDemand, boolean allowed) {
        Policy policy = BY_STAFF.with(Key.RENEW_IN_DEMAND, renewed);
        assertThat(decide(ASK, loan(DUE), policy, inDemand, NOW) instanceof Outcome.Done)
                .isEqualTo(allowed);
        assertThat(decide(RENEW, loan(DUE), policy, inDemand, NOW) instanceof Outcome.Done)
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "1, 0, true", "1, 1, false", "3, 2, true", "3, 3, false", "3, 4, false"})
    void A12_the_limit_is_the_policys(int most, int renewals, boolean allowed) {
        Outcome outcome =
                decide(ASK, loan(DUE, renewals, Optional.empty()), BY_STAFF.with(Key.RENEWALS, most), false, NOW);
        if (allowed) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.NO_RENEWALS_LEFT, Integer.toString(most)));
        }
    }

    @Test
    void A12_staff_refuse_with_a_reason_only_what_was_asked_for() {
        Loan.Running asked = loan(DUE, 1, Optional.of(NOW));
        assertThat(became(decide(REFUSE, asked, BY_STAFF, false, NOW))).isEqualTo(loan(DUE, 1, Optional.empty()));
        assertThat(refused(decide(REFUSE, loan(DUE), BY_STAFF, false, NOW))).isEqualTo(Refusal.NOT_REQUESTED);
        assertThat(refused(decide(new Renewing.Command.Refuse(NETWORK, "\t"), asked, BY_STAFF, false, NOW)))
                .isEqualTo(Refusal.REASON_MISSING);
    }

    @Test
    void A12_who_was_refused_may_ask_again() {
        Loan refusedOnce = became(decide(REFUSE, loan(DUE, 0, Optional.of(NOW)), BY_STAFF, false, NOW));
        assertThat(decide(ASK, refusedOnce, BY_STAFF, false, NOW)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anotherNetworksStaffDecideNothing() {
        Loan.Running asked = loan(DUE, 0, Optional.of(NOW));
        assertThat(refused(decide(new Renewing.Command.Renew("m"), asked, BY_STAFF, false, NOW)))
                .isEqualTo(Refusal.OTHER_NETWORK);
        assertThat(refused(decide(new Renewing.Command.Refuse("m", "no"), asked, BY_STAFF, false, NOW)))
                .isEqualTo(Refusal.OTHER_NETWORK);
    }

    @Test
    void onlyALoanThatRunsIsRenewed() {
        Loan ended = new Loan.Ended(loan(DUE).facts(), DUE, NOW);
        Loan claimed = new Loan.ClaimedReturned(loan(DUE).facts(), DUE, 0, NOW);
        for (Renewing.Command command : new Renewing.Command[] {ASK, RENEW, REFUSE}) {
            assertThat(refused(decide(command, ended, BY_STAFF, false, NOW))).isEqualTo(Refusal.WRONG_STATE);
            assertThat(refused(decide(command, claimed, BY_STAFF, false, NOW))).isEqualTo(Refusal.WRONG_STATE);
        }
    }

    @Test
    void B3_a_renewed_loan_falls_due_on_a_day_that_takes_returns() {
        Loan friday = became(decide(RENEW, loan(DUE), byAppointment(), false, NOW));
        // 11 April is a Saturday.
        assertThat(friday.due()).isEqualTo(LocalDate.parse("2026-04-17"));
    }
}

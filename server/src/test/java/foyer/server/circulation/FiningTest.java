package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiningTest {
    private static final Policy POLICY = reviewed();
    private static final LocalDate DUE = LocalDate.parse("2026-03-28");
    private static final Fine.Facts FACTS = new Fine.Facts(new LoanId("l"), PATRON, "here", 3, 1, NOW);

    /** Midnight in Riga is at 22:00 in UTC, and from the 29th on at 21:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T21:59:59.999Z, 0",
        "2026-03-28T22:00:00Z, 3",
        "2026-03-29T20:59:59.999Z, 3",
        "2026-03-29T21:00:00Z, 6"
    })
    void A13_the_day_is_the_branchs_though_the_clocks_change(Instant dropped, int cents) {
        assertThat(Fining.of(new Lent(loan(DUE), site(POLICY)), dropped)
                        .map(fine -> fine.facts().cents())
                        .orElse(0))
                .isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T21:59:59Z, 0", // claimed on the due date
        "2026-03-28T22:00:00Z, 3", // the day after
        "2026-03-29T21:00:00Z, 6"
    })
    void A13_a_claim_that_it_was_returned_stops_the_fine(Instant claimed, int cents) {
        Loan.ClaimedReturned loan = new Loan.ClaimedReturned(loan(DUE).facts(), DUE, 0, claimed);
        Instant found = Instant.parse("2026-06-01T10:00:00Z");
        assertThat(Fining.of(new Lent(loan, site(POLICY)), found)
                        .map(fine -> fine.facts().cents())
                        .orElse(0))
                .isEqualTo(cents);
    }

    @Test
    void A13_a_claim_after_the_drop_was_stored_does_not_add_to_the_fine() {
        Instant dropped = Instant.parse("2026-03-29T10:00:00Z");
        Loan.ClaimedReturned loan =
                new Loan.ClaimedReturned(loan(DUE).facts(), DUE, 0, Instant.parse("2026-05-01T10:00:00Z"));
        assertThat(Fining.of(new Lent(loan, site(POLICY)), dropped))
                .contains(new Fine.Owed(new Fine.Facts(loan.id(), PATRON, "here", 3, 1, dropped)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 30, 0", // no fine per day
        "5, 0, 0, 30, 150", // no cap
        "5, 149, 0, 30, 149",
        "5, 150, 0, 30, 150",
        "5, 151, 0, 30, 150",
        "5, 0, 29, 30, 5",
        "5, 0, 30, 30, 0",
        "5, 0, 31, 30, 0",
        "100000, 0, 0, 30000, 2147483647" // more than an int holds
    })
    void A13_fine_cap_and_grace_meet(int perDay, int cap, int grace, int daysLate, int cents) {
        Policy policy =
                POLICY.with(Key.FINE_PER_DAY, perDay).with(Key.FINE_CAP, cap).with(Key.FINE_GRACE_DAYS, grace);
        assertThat(Fining.cents(DUE, DUE.plusDays(daysLate), policy)).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1", "2, 2"})
    void daysLateAreWholeDaysAfterTheDueDate(int after, int late) {
        assertThat(Fining.daysLate(DUE, DUE.plusDays(after))).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1"})
    void aFineIsOfACentAndADayAtLeast(int cents, int days) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fine.Facts(new LoanId("l"), PATRON, "here", cents, days, NOW));
    }

    @Test
    void A13_a_fine_is_waived_with_a_reason_and_settled_once() {
        Fine.Owed owed = new Fine.Owed(FACTS);
        Fining.Command waive = new Fining.Command.Waive(STAFF, NETWORK, " was ill ");
        Fine.Waived waived = new Fine.Waived(FACTS, STAFF, "was ill", NOW);
        assertThat(done(Fining.decide(waive, owed, NETWORK, NOW))).containsExactly(new Change.FineBecame(waived));
        assertThat(refused(Fining.decide(waive, waived, NETWORK, NOW))).isEqualTo(Refusal.WRONG_STATE);
        assertThat(refused(Fining.decide(new Fining.Command.Pay(STAFF, NETWORK), waived, NETWORK, NOW)))
                .isEqualTo(Refusal.WRONG_STATE);
        assertThat(refused(Fining.decide(new Fining.Command.Waive(STAFF, "m", "ill"), owed, NETWORK, NOW)))
                .isEqualTo(Refusal.OTHER_NETWORK);
    }
}

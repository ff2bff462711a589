package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.ServerMessage.Release;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A third library, which decides everything otherwise than the two that are shipped. What it does differently follows
 * from its values alone.
 */
class OtherPolicyTest {
    private static final Policy POLICY = Library.OTHER.policy();

    /** Where there are but two choices and the two libraries differ, no third is left. */
    @ParameterizedTest
    @EnumSource(Key.class)
    void everyValueDiffersFromBothLibrariesIfItCan(Key key) {
        String one = reviewed().value(key);
        String two = byAppointment().value(key);
        assertThat(Library.VALUES).containsKey(key.text());
        assertThat(POLICY.value(key)).isEqualTo(Library.VALUES.get(key.text()));
        if (key.form().choices().size() == 2 && !one.equals(two)) {
            assertThat(key.form().choices()).containsExactlyInAnyOrder(one, two);
        } else {
            assertThat(POLICY.value(key)).isNotIn(one, two);
        }
    }

    /** Each key by what it makes of the answers that the decisions rest on. */
    @Test
    void everyValueIsAnswered() {
        assertThat(POLICY.holdLimit()).isEqualTo(5);
        assertThat(POLICY.loanLimit()).isEqualTo(7);
        assertThat(POLICY.queues()).isTrue();
        assertThat(POLICY.reviewRequired()).isFalse();
        assertThat(POLICY.reviewFrom()).isEqualTo(LocalTime.of(9, 30));
        assertThat(POLICY.outcomeFrom()).isEqualTo(LocalTime.of(12, 15));
        assertThat(POLICY.collectedWhereOwned()).isFalse();
        assertThat(POLICY.pickupDays()).isEqualTo(2);
        assertThat(POLICY.pickupCountsFromConfirmation()).isTrue();
        assertThat(POLICY.loanDays()).isEqualTo(21);
        assertThat(POLICY.renewals()).isEqualTo(3);
        assertThat(POLICY.renewalDays()).isEqualTo(7);
        assertThat(POLICY.renewedByStaff()).isFalse();
        assertThat(POLICY.renewedInDemand()).isTrue();
        assertThat(POLICY.quarantine("book")).isEqualTo(Duration.ofDays(1));
        assertThat(POLICY.quarantine("film")).isEqualTo(Duration.ofDays(2));
        assertThat(POLICY.binCapacity()).isEqualTo(40);
        assertThat(POLICY.offersAppointments()).isTrue();
        assertThat(POLICY.requiresAppointment()).isFalse();
        assertThat(POLICY.slot()).isEqualTo(Duration.ofMinutes(20));
        assertThat(POLICY.fits("M")).isEqualTo(3);
        assertThat(POLICY.release()).isEqualTo(Release.CARD_ONLY);
        assertThat(POLICY.cardFormat().matcher("KR0000018").matches()).isTrue();
        assertThat(POLICY.itemFormat().matcher("AB12").matches()).isTrue();
        assertThat(POLICY.luhn()).isTrue();
        assertThat(POLICY.number(Key.CARD_MONTHS)).isEqualTo(12);
        assertThat(POLICY.number(Key.RETENTION_DAYS)).isEqualTo(30);
    }
}

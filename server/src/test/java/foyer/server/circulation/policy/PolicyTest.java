package foyer.server.circulation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import foyer.server.circulation.calendar.Returns;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    /** One wrong value for each key at least, so that no key is without a form. */
    static Stream<Arguments> wrong() {
        return Arrays.stream(Key.values()).flatMap(key -> wrong(key).map(value -> Arguments.of(key, value)));
    }

    private static Stream<String> wrong(Key key) {
        return switch (key) {
            case HOLD_LIMIT, LOAN_LIMIT, SLOT_CAPACITY -> Stream.of("0", "1001", "-1", "three", "");
            case BLOCK_OVERDUE_FROM, RENEWALS -> Stream.of("1001", "-1", " 1", "");
            case PICKUP_DAYS, SLOT_DAYS_AHEAD -> Stream.of("0", "366", "1.5", "");
            case FINE_GRACE_DAYS, QUARANTINE_DAYS -> Stream.of("366", "-1", "");
            case LOAN_DAYS, RENEWAL_DAYS -> Stream.of("0", "3651", "");
            case RETENTION_DAYS -> Stream.of("3651", "-1", "");
            case FINE_PER_DAY -> Stream.of("100001", "0.03", "");
            case FINE_CAP, BLOCK_FINES_FROM -> Stream.of("10000001", "9999999999", "");
            case BIN_CAPACITY -> Stream.of("0", "10001", "");
            case SLOT_MINUTES -> Stream.of("4", "481", "");
            case CARD_MONTHS -> Stream.of("241", "-1", "");
            case REVIEW_REQUIRED, RENEW_IN_DEMAND, LUHN -> Stream.of("Yes", "true", "");
            case HOLDS_ON -> Stream.of("queue", "");
            case PICKUP_BRANCH -> Stream.of("owner", "");
            case PICKUP_DAYS_COUNT -> Stream.of("closed", "");
            case PICKUP_COUNTS_FROM -> Stream.of("placing", "");
            case RENEWAL_BY -> Stream.of("staff", "");
            case APPOINTMENTS -> Stream.of("yes", "");
            case RELEASE -> Stream.of("card-only", "");
            case REVIEW_FROM, OUTCOME_FROM -> Stream.of("24:00", "9:00", "10", "10:60", "opening", "");
            case RETURN_FROM, RETURN_UNTIL -> Stream.of("24:00", "Opening", "");
            case RETURN_DAYS -> Stream.of("Friday", "FRIDAY, MONDAY", "FREITAG", " ", "");
            case QUARANTINE_BY_MATERIAL, COMPARTMENT_ITEMS ->
                Stream.of("audio", "audio=", "audio=-1", "audio=1,film=2");
            case CARD_FORMAT, ITEM_FORMAT -> Stream.of("[0-9", "");
            case CARD_NUMBERS -> Stream.of("2##", "2#############", "2###L1", "l###", "2##3##", "");
        };
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongValueIsRefusedWithItsKeyAndWhatIsExpected(Key key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.USUAL.with(key, value))
                .withMessageContaining(key.text())
                .withMessageContaining(key.form().words());
    }

    /** The least and the most that are right still; those just outside are among the wrong ones. */
    @ParameterizedTest
    @CsvSource({
        "HOLD_LIMIT, 1, 1000",
        "LOAN_LIMIT, 1, 1000",
        "SLOT_CAPACITY, 1, 1000",
        "BLOCK_OVERDUE_FROM, 0, 1000",
        "RENEWALS, 0, 1000",
        "PICKUP_DAYS, 1, 365",
        "SLOT_DAYS_AHEAD, 1, 365",
        "FINE_GRACE_DAYS, 0, 365",
        "QUARANTINE_DAYS, 0, 365",
        "LOAN_DAYS, 1, 3650",
        "RENEWAL_DAYS, 1, 3650",
        "RETENTION_DAYS, 0, 3650",
        "FINE_PER_DAY, 0, 100000",
        "FINE_CAP, 0, 10000000",
        "BLOCK_FINES_FROM, 0, 10000000",
        "BIN_CAPACITY, 1, 10000",
        "SLOT_MINUTES, 5, 480",
        "CARD_MONTHS, 0, 240"
    })
    void theBoundsThemselvesAreRight(Key key, int least, int most) {
        assertThat(Policy.USUAL.with(key, least).number(key)).isEqualTo(least);
        assertThat(Policy.USUAL.with(key, most).number(key)).isEqualTo(most);
    }

    @Test
    void everyChoiceIsAValue() {
        for (Key key : Key.values()) {
            for (String choice : key.form().choices()) {
                assertThat(Policy.USUAL.with(key, choice).value(key)).isEqualTo(choice);
            }
        }
    }

    /** A time of day has minutes: of seconds nothing else knows, and texts of one length can be compared. */
    @ParameterizedTest
    @ValueSource(strings = {"10:00:00", "10:00:30", "10:00:00.5"})
    void aTimeIsWrittenInMinutes(String time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.USUAL.with(Key.RETURN_FROM, time))
                .withMessageContaining("return-from");
    }

    @ParameterizedTest
    @CsvSource({"10:00, 10:01, true", "10:00, 10:00, false", "10:00, 09:59, false", "23:59, 00:00, true"})
    void returnsEndAfterTheyBegin(String from, String until, boolean right) {
        Map<String, String> hours = Map.of("return-from", from, "return-until", until);
        if (right) {
            assertThat(Policy.USUAL.with(hours).returns()).isInstanceOf(Returns.Hours.class);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Policy.USUAL.with(hours))
                    .withMessageContaining("return-until");
        }
    }

    @Test
    void returnsFollowTheOpeningHoursAtBothEndsOrAtNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.USUAL.with(Key.RETURN_FROM, "opening"))
                .withMessageContaining("return-from and return-until");
        assertThat(Policy.USUAL
                        .with(Map.of("return-from", "opening", "return-until", "opening"))
                        .returns())
                .isInstanceOf(Returns.OpeningHours.class);
        assertThat(Policy.USUAL.returns()).isInstanceOf(Returns.Always.class);
    }

    @Test
    void aKeyNobodyKnowsIsRefusedByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.USUAL.with(Map.of("hold_limit", "3")))
                .withMessage("there is no policy hold_limit");
    }

    @Test
    void theBranchStandsOverItsNetworkAndThatOverTheUsual() {
        Policy network = Policy.USUAL.with(Map.of("hold-limit", "10", "loan-days", "21"));
        Policy branch = network.with(Map.of("loan-days", "7"));
        assertThat(branch.loanDays()).isEqualTo(7);
        assertThat(branch.holdLimit()).isEqualTo(10);
        assertThat(branch.loanLimit()).isEqualTo(Integer.parseInt(Key.LOAN_LIMIT.usual()));
        assertThat(network.loanDays()).isEqualTo(21);
    }

    @Test
    void whatWasSetIsQuotedByName() {
        assertThat(Policy.USUAL.with(Key.HOLD_LIMIT, 4).quote(Key.HOLD_LIMIT, Key.LOAN_LIMIT))
                .isEqualTo(Map.of("hold-limit", "4", "loan-limit", "10"));
    }

    @ParameterizedTest
    @CsvSource({"audio, 24", "film, 0", "book, 72", "'', 72"})
    void aMaterialRestsItsOwnTimeInHours(String material, int hours) {
        Policy policy = Policy.USUAL.with(Key.QUARANTINE_BY_MATERIAL, "audio=1 film=0");
        assertThat(policy.quarantine(material)).isEqualTo(Duration.ofHours(hours));
        assertThat(policy.longestQuarantine()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void theLongestRestMayBeAMaterials() {
        assertThat(Policy.USUAL.with(Key.QUARANTINE_BY_MATERIAL, "film=5").longestQuarantine())
                .isEqualTo(Duration.ofDays(5));
    }

    @ParameterizedTest
    @CsvSource({"S, 2", "M, 5", "L, 10", "XL, 1"})
    void aSizeNobodyNamedTakesOneItem(String size, int items) {
        assertThat(Policy.USUAL.fits(size)).isEqualTo(items);
    }

    @Test
    void keysAreNamedInTwoWaysAndFoundByOne() {
        for (Key key : Key.values()) {
            assertThat(Key.of(key.text())).contains(key);
            assertThat(key.column()).isEqualTo(key.text().replace('-', '_'));
        }
        assertThat(Key.of("no-such-key")).isEmpty();
    }
}

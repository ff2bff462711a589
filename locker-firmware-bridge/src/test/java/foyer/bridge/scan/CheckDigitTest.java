package foyer.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitTest {
    @ParameterizedTest
    @CsvSource({
        "LUHN, 30234000517861",
        "LUHN, 33191000105864",
        "LUHN, 21234000000018",
        "LUHN, 00",
        "MOD_43, LIB12345M",
        "MOD_43, 00",
        "EAN_13, 9789984123455",
        "EAN_13, 9780306406157",
        "EAN_13, 4006381333931"
    })
    void rightOnesHoldAndNoOtherLastCharacterDoes(CheckDigit rule, String code) {
        assertThat(rule.holds(code)).isTrue();
        String body = code.substring(0, code.length() - 1);
        for (char other = ' '; other <= '~'; other++) {
            assertThat(rule.holds(body + other)).as(body + other).isEqualTo(code.equals(body + other));
        }
    }

    @ParameterizedTest
    @CsvSource({"LUHN, 30234000517861", "MOD_43, LIB12345M", "EAN_13, 9780306406157"})
    void anyOneWrongCharacterIsFound(CheckDigit rule, String code) {
        for (int i = 0; i < code.length(); i++) {
            for (char other = '0'; other <= '9'; other++) {
                String wrong = code.substring(0, i) + other + code.substring(i + 1);
                assertThat(rule.holds(wrong)).as(wrong).isEqualTo(wrong.equals(code));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LUHN, ''",
        "LUHN, 0",
        "LUHN, 3023400051786A",
        "LUHN, -0",
        "LUHN, '\u0661\u0662'",
        "MOD_43, ''",
        "MOD_43, M",
        "MOD_43, lib12345M",
        "EAN_13, ''",
        "EAN_13, 978030640615",
        "EAN_13, 97803064061577",
        "EAN_13, 97803064O6157"
    })
    void whatARuleDoesNotCoverDoesNotHold(CheckDigit rule, String code) {
        assertThat(rule.holds(code)).isFalse();
    }

    @Test
    void withoutARuleEverythingHoldsAndNothingFollows() {
        assertThat(CheckDigit.NONE.holds("")).isTrue();
        assertThat(CheckDigit.NONE.holds("anything")).isTrue();
        assertThat(CheckDigit.NONE.of("1")).isEmpty();
        assertThat(CheckDigit.MOD_43.of("LIB12345")).contains('M');
    }
}

package foyer.server.circulation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuhnTest {
    /** The first is the example of ISO/IEC 7812-1, annex B, and of most who explain it. */
    @ParameterizedTest
    @CsvSource({"7992739871, 79927398713", "0, 00", "1, 18", "2123456700001, 21234567000013", "AB1, AB18"})
    void theCheckDigitMakesTheSumATen(String number, String completed) {
        assertThat(Luhn.completed(number)).isEqualTo(completed);
        if (completed.chars().allMatch(Character::isDigit)) {
            assertThat(Luhn.ends(completed, completed.length())).isTrue();
        }
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String right = Luhn.completed("2123456700001");
        for (int at = 0; at < right.length(); at++) {
            int place = at;
            long good = IntStream.rangeClosed('0', '9')
                    .mapToObj(digit -> right.substring(0, place) + (char) digit + right.substring(place + 1))
                    .filter(number -> Luhn.ends(number, Luhn.CODABAR_DIGITS))
                    .count();
            assertThat(good).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2123456700001", "212345670000138", ""})
    void aNumberOfAnotherLengthHasNoCheckDigit(String number) {
        assertThat(Luhn.ends(number, Luhn.CODABAR_DIGITS)).isTrue();
    }

    @Test
    void lettersInAFullLengthNumberAreWrong() {
        assertThat(Luhn.ends("2123456700001X", Luhn.CODABAR_DIGITS)).isFalse();
    }
}

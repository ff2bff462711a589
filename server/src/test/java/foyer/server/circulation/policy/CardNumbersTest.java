package foyer.server.circulation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "2#####, 1, 200001",
        "2#####, 99999, 299999",
        "###, 7, 007",
        "KR-######, 42, KR-000042",
        "2############L, 345670000, 20003456700004"
    })
    void theCountStandsInThePlaces(String template, long count, String number) {
        assertThat(CardNumbers.of(template, count)).contains(number);
        assertThat(Policy.USUAL.with(Key.CARD_NUMBERS, template).value(Key.CARD_NUMBERS))
                .isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource({"###, 999, true", "###, 1000, false", "2###L, 999, true", "2###L, 1000, false"})
    void theNumbersAreUsedUpWhenThePlacesAre(String template, long count, boolean left) {
        assertThat(CardNumbers.of(template, count).isPresent()).isEqualTo(left);
    }

    @Test
    void noTwoCountsHaveOneNumberAndTheUsualFormTakesTheUsualNumbers() {
        assertThat(LongStream.rangeClosed(1, 999).mapToObj(count -> CardNumbers.of("2###L", count)))
                .doesNotHaveDuplicates();
        String first = CardNumbers.of(Key.CARD_NUMBERS.usual(), 1).orElseThrow();
        assertThat(Policy.USUAL.cardFormat().matcher(first).matches()).isTrue();
    }

    @Test
    void aNumberMadeWithACheckDigitEndsInIt() {
        assertThat(LongStream.rangeClosed(1, 999).mapToObj(count -> CardNumbers.of("2############L", count)))
                .allSatisfy(number -> {
                    assertThat(number.orElseThrow()).hasSize(Luhn.CODABAR_DIGITS);
                    assertThat(Luhn.ends(number.orElseThrow(), Luhn.CODABAR_DIGITS))
                            .isTrue();
                });
    }
}

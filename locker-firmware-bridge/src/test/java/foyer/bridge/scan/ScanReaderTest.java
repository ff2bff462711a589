package foyer.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReaderTest {
    private final ScanReader reader = new ScanReader();

    private List<Scanned> feed(String text) {
        return reader.feed(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", ""})
    void aBarcodeEndsWithAnyLineEndOrWithSilence(String end) {
        List<Scanned> found = new ArrayList<>();
        for (char c : ("30234000517861" + end).toCharArray()) {
            found.addAll(feed(String.valueOf(c)));
        }
        reader.silence().ifPresent(found::add);
        assertThat(found).containsExactly(new Scanned.Barcode("30234000517861"));
        assertThat(reader.isPending()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "]A0LIB12345, LIB12345",
        "]C1ABC, ABC",
        "]E09789984123456, 9789984123456",
        "]F021234000000018, 21234000000018",
        "]Q3x, x",
        "]d2x, x",
        "]Z0x, ]Z0x",
        "a]C0x, a]C0x"
    })
    void theAimPrefixIsTakenOffWhereThereIsOne(String sent, String text) {
        assertThat(feed(sent + "\r")).containsExactly(new Scanned.Barcode(text));
    }

    @Test
    void sixtyFourCharactersAreTheMost() {
        String longest = "7".repeat(64);
        assertThat(feed(longest + "\r]C0" + longest + "\r"))
                .containsExactly(new Scanned.Barcode(longest), new Scanned.Barcode(longest));
        assertThat(feed(longest + "7\r" + "7".repeat(100_000) + "\rok\r"))
                .containsExactly(
                        new Scanned.Unreadable("it is longer than 64 characters"),
                        new Scanned.Unreadable("it is longer than 64 characters"),
                        new Scanned.Barcode("ok"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12\u001d34\r", "\u0000\r", "\u007f\r", "caf\u00e9\r", "]C0\r", "   \r"})
    void whatCannotBePrintedOrIsEmptyIsUnreadableAndNotRepeated(String sent) {
        assertThat(feed(sent + "next\r"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isInstanceOfSatisfying(
                                        Scanned.Unreadable.class, unreadable -> assertThat(unreadable.why())
                                                .doesNotContain("34", "caf")),
                        second -> assertThat(second).isEqualTo(new Scanned.Barcode("next")));
    }

    @Test
    void aBarcodeDoesNotShowItsText() {
        assertThat(new Scanned.Barcode("30234000517861").toString()).doesNotContain("3023");
    }
}

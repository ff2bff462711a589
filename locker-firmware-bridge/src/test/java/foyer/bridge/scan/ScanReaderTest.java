package foyer.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReaderTest {
    private final ScanReader reader = new ScanReader();

    private static Scanned plain(String text) {
        return new Scanned.Barcode(text, Optional.empty());
    }

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
        assertThat(found).containsExactly(plain("30234000517861"));
        assertThat(reader.isPending()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "]A0LIB12345, LIB12345, CODE_39",
        "]C1ABC, ABC, CODE_128",
        "]E09789984123456, 9789984123456, EAN_13",
        "]E412345670, 12345670, EAN_8",
        "]F021234000000018, 21234000000018, CODABAR",
        "]Q3x, x, QR",
        "]d2x, x, DATA_MATRIX",
        "]Izx, x, ITF"
    })
    void theAimPrefixIsTakenOffAndKeptAsTheSymbology(String sent, String text, Symbology symbology) {
        assertThat(feed(sent + "\r")).containsExactly(new Scanned.Barcode(text, Optional.of(symbology)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"]Z0x", "a]C0x", "]C", "]C-x", "]c", "]f0x", "]"})
    void whatIsNoAimPrefixStays(String sent) {
        assertThat(feed(sent + "\r")).containsExactly(plain(sent));
    }

    @Test
    void eachSymbologyIsReadFromItsOwnPrefix() {
        for (Symbology symbology : Symbology.values()) {
            assertThat(feed(symbology.prefix() + "x\r"))
                    .containsExactly(new Scanned.Barcode("x", Optional.of(symbology)));
        }
    }

    @Test
    void whatFitsNoFormatIsUnreadableAndNotRepeated() {
        ScanFormat card = new ScanFormat(
                "card", ScanFormat.Kind.CARD, "2", 14, 14, CheckDigit.LUHN, Optional.of(Symbology.CODABAR));
        ScanReader strict = new ScanReader(new ScanFormats(List.of(card)));
        byte[] sent = "21234000000018\r]F021234000000019\r".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(strict.feed(sent))
                .containsExactly(
                        plain("21234000000018"),
                        new Scanned.Unreadable("it fits no format of this library: as card wrong check digit"));
    }

    @Test
    void sixtyFourCharactersAreTheMost() {
        String longest = "7".repeat(64);
        assertThat(feed(longest + "\r]C0" + longest + "\r"))
                .containsExactly(plain(longest), new Scanned.Barcode(longest, Optional.of(Symbology.CODE_128)));
        assertThat(feed(longest + "7\r" + "7".repeat(100_000) + "\rok\r"))
                .containsExactly(
                        new Scanned.Unreadable("it is longer than 64 characters"),
                        new Scanned.Unreadable("it is longer than 64 characters"),
                        plain("ok"));
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
                        second -> assertThat(second).isEqualTo(plain("next")));
    }
}

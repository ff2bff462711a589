package foyer.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.scan.ScanFormat.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanFormatTest {
    private static final ScanFormat CARD =
            new ScanFormat("card", Kind.CARD, "2", 14, 14, CheckDigit.LUHN, Optional.of(Symbology.CODABAR));
    private static final ScanFormat ITEM =
            new ScanFormat("item", Kind.ITEM, "LIB", 8, 10, CheckDigit.NONE, Optional.empty());
    private static final ScanFormats BOTH = new ScanFormats(List.of(CARD, ITEM));

    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new HashMap<>();
        for (String field : line.isEmpty() ? new String[0] : line.split(" ", -1)) {
            fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return fields;
    }

    @Test
    void aLineIsReadWithAndWithoutWhatMayBeMissing() {
        assertThat(ScanFormat.parse("card", fields("kind=card prefix=2 length=14 check=luhn symbology=codabar")))
                .isEqualTo(new ScanFormat.Parsed.Usable(CARD));
        assertThat(ScanFormat.parse("item", fields("kind=item prefix=LIB length=8-10")))
                .isEqualTo(new ScanFormat.Parsed.Usable(ITEM));
        assertThat(ScanFormat.parse("isbn", fields("kind=item prefix=978 length=13 check=ean13 symbology=ean13")))
                .isInstanceOf(ScanFormat.Parsed.Usable.class);
        assertThat(ScanFormat.parse("old", fields("kind=item length=1-64 check=none symbology=qr")))
                .isInstanceOf(ScanFormat.Parsed.Usable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 'kind=' is missing; write for example kind=card",
                "kind=card | 'length=' is missing; write for example length=14",
                "kind=person length=14 | write kind=card or kind=item",
                "kind=card length=14 lenght=14 | 'lenght=' has no meaning here",
                "kind=card length=x | 'length=x' is no length",
                "kind=card length=8-9-10 | is no length",
                "kind=card length=0 | lengths from 1 to 64",
                "kind=card length=65 | lengths from 1 to 64",
                "kind=card length=12-8 | the shorter first",
                "kind=card length=1 check=luhn | leaves nothing to check",
                "kind=card length=14 check=mod10 | write one of none, luhn, mod43, ean13",
                "kind=card length=14 symbology=itf | write one of codabar, code39, code128, ean13, qr",
                "kind=card length=14 symbology= | write one of codabar",
                "kind=card length=12 check=ean13 | write length=13",
                "kind=item length=12-13 symbology=ean13 | write length=13",
                "kind=card length=3 prefix=1234 | is longer than the code",
                "kind=card length=14 prefix=A check=luhn | write digits",
                "kind=card length=14 prefix=a check=mod43 | capital letters",
                "kind=card length=14 prefix=LIB symbology=codabar | cannot be printed in codabar",
                "kind=card length=14 check=mod43 symbology=codabar | cannot be printed in codabar",
                "kind=card length=14 prefix=lib symbology=code39 | cannot be printed in code39",
                "kind=card length=13 prefix=A symbology=ean13 | cannot be printed in ean13"
            })
    void aWrongLineIsRefusedWithWhatToWriteInstead(String line, String words) {
        assertThat(ScanFormat.parse("card", fields(line)))
                .isInstanceOfSatisfying(ScanFormat.Parsed.Refused.class, refused -> assertThat(refused.why())
                        .contains(words));
    }

    @ParameterizedTest
    @CsvSource({
        "21234000000018, , card",
        "21234000000018, CODABAR, card",
        "A21234000000018B, CODABAR, card",
        "a21234000000018d, , card",
        "LIB12345, CODE_39, item",
        "LIB1234567, QR, item",
        "LIB12345, , item"
    })
    void aCodeThatFitsIsHandedOnBare(String text, Symbology symbology, String name) {
        Scanned.Barcode barcode = new Scanned.Barcode(text, Optional.ofNullable(symbology));
        assertThat(BOTH.fitting(barcode)).map(ScanFormat::name).contains(name);
        assertThat(BOTH.judge(barcode))
                .isEqualTo(new Scanned.Barcode(text.replaceAll("^[Aa]|[Bd]$", ""), barcode.symbology()));
    }

    @ParameterizedTest
    @CsvSource({
        "2123400000001, , too short, too long",
        "212340000000180, , too long, too long",
        "31234000000017, , another beginning, too long",
        "21234000000019, , wrong check digit, too long",
        "21234000000018, ITF, printed in another kind of bars, printed in another kind of bars",
        "21234000000018, CODE_39, printed in another kind of bars, too long",
        "A21234000000018B, CODE_39, printed in another kind of bars, too long",
        "LIB1234, , too short, too short",
        "lib12345, , too short, another beginning"
    })
    void aCodeThatFitsNoneIsToldWithoutIt(String text, Symbology symbology, String asCard, String asItem) {
        Scanned.Barcode barcode = new Scanned.Barcode(text, Optional.ofNullable(symbology));
        assertThat(BOTH.fitting(barcode)).isEmpty();

        assertThat(BOTH.judge(barcode))
                .isEqualTo(new Scanned.Unreadable(
                        "it fits no format of this library: as card " + asCard + "; as item " + asItem));
    }

    @Test
    void withoutFormatsEverythingFits() {
        Scanned.Barcode barcode = new Scanned.Barcode("x", Optional.of(Symbology.ITF));
        assertThat(ScanFormats.ANY.judge(barcode)).isEqualTo(barcode);
    }
}

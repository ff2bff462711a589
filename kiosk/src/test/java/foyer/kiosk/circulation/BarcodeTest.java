package foyer.kiosk.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarcodeTest {
    private static final Barcode.Formats FORMATS = Barcode.Formats.of(Bench.RULES);

    @ParameterizedTest
    @CsvSource({
        "21234000000018, true,  false, false",
        "21234000000019, false, false, true",
        "33191000105864, false, true,  false",
        "30234000517861, false, true,  false",
        "33191000105865, false, false, true",
        "9789984000000,  false, false, false",
        "2123400000001,  false, false, false",
        "A21234000000018,false, false, false",
    })
    void aBarcodeIsWhatItsShapeAndCheckDigitSay(String text, boolean card, boolean ours, boolean misread) {
        Barcode barcode = Barcode.read(text, "mac", FORMATS);
        assertThat(barcode.card()).isEqualTo(card);
        assertThat(barcode.ours()).isEqualTo(ours);
        assertThat(barcode.misread()).isEqualTo(misread);
    }

    /** Whatever has the shape of a card leaves no text behind, well read or not. */
    @ParameterizedTest
    @CsvSource({"21234000000018, false", "21234000000019, false", "33191000105864, true", "9789984000000, true"})
    void onlyWhatIsNoCardKeepsItsText(String text, boolean kept) {
        assertThat(Barcode.read(text, "mac", FORMATS).item().isPresent()).isEqualTo(kept);
    }
}

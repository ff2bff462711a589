package foyer.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card's number stays in the field it is kept in: no text of a record, refusal or exception has it. */
class SecretsTest {
    private static final String CARD = "31234567890128";
    private static final ScanFormat FORMAT =
            new ScanFormat("card", ScanFormat.Kind.CARD, "2", 14, 14, CheckDigit.LUHN, Optional.empty());
    private static final ScanFormats FORMATS = new ScanFormats(List.of(FORMAT));
    private static final Scanned.Barcode BARCODE = new Scanned.Barcode(CARD, Optional.of(Symbology.CODABAR));

    /** One of each record of this room, with a card wherever one could be. */
    private static final List<Record> RECORDS = List.of(
            BARCODE,
            (Record) FORMATS.judge(BARCODE),
            new KeyboardWedge.Sorted(Optional.of(BARCODE), CARD),
            FORMAT,
            FORMATS,
            (Record) ScanFormat.parse("card", Map.of("kind", "card", "length", "14")),
            (Record) ScanFormat.parse("card", Map.of()));

    @Test
    void noRecordShowsIt() {
        assertThat(RECORDS).allSatisfy(record -> assertThat(record.toString()).doesNotContain(CARD, "31234"));
    }

    @Test
    void everyRecordOfThisRoomIsAmongThem() {
        Set<String> records = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("foyer.bridge.scan").stream()
                        .filter(JavaClass::isRecord)
                        // How pictures are looked at; of numbers only.
                        .filter(type -> !type.getName().contains("BarcodeFinder$Way"))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(RECORDS.stream().map(record -> record.getClass().getName()).collect(Collectors.toSet()))
                .isEqualTo(records);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CARD,
                "]F0" + CARD,
                "]I0" + CARD,
                CARD + "\u0007",
                CARD + CARD + CARD + CARD + CARD,
                "\u00e9" + CARD,
                "A" + CARD + "B"
            })
    void noRefusalShowsIt(String sent) {
        List<Scanned> found =
                new ArrayList<>(new ScanReader(FORMATS).feed((sent + "\r").getBytes(StandardCharsets.ISO_8859_1)));
        KeyboardWedge wedge = new KeyboardWedge(KeyboardWedge.GAP_MILLIS, FORMATS);
        for (int i = 0; i < sent.length(); i++) {
            assertThat(wedge.key(sent.charAt(i), 0).typed()).isEmpty();
        }
        wedge.key('\r', 0).scanned().ifPresent(found::add);
        assertThat(found).hasSize(2).allSatisfy(scanned -> {
            assertThat(scanned).isInstanceOf(Scanned.Unreadable.class);
            assertThat(scanned.toString()).doesNotContain("31234", "0128");
        });
    }

    @Test
    void whateverIsAskedAboutItNothingIsThrown() {
        for (String text : List.of(CARD, CARD + "x", "", "\u0661", "A" + CARD + "B")) {
            for (CheckDigit rule : CheckDigit.values()) {
                boolean holds = rule.holds(text);
                Optional<Character> digit = rule.of(text);
                assertThat(digit.isEmpty() || rule.holds(text + digit.get()))
                        .as("%s, %s", rule, holds)
                        .isTrue();
            }
            for (Symbology symbology : Symbology.values()) {
                assertThat(FORMATS.judge(new Scanned.Barcode(text, Optional.of(symbology))))
                        .isInstanceOf(Scanned.Unreadable.class);
            }
        }
    }
}

package foyer.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyboardWedgeTest {
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(KeyboardWedge.GAP_MILLIS);
    private static final String CARD = "21234000000018";

    private final KeyboardWedge wedge = new KeyboardWedge(KeyboardWedge.GAP_MILLIS, ScanFormats.ANY);
    private final List<Scanned> scans = new ArrayList<>();
    private final StringBuilder typed = new StringBuilder();
    /** Just before the clock turns over, which no difference of two times may mind. */
    private long now = Long.MAX_VALUE - GAP;

    private void type(String keys, long apart) {
        for (int i = 0; i < keys.length(); i++) {
            now += apart;
            sort(wedge.key(keys.charAt(i), now));
        }
    }

    private void pause(long nanos) {
        now += nanos;
        sort(wedge.silence(now));
    }

    private void sort(KeyboardWedge.Sorted sorted) {
        sorted.scanned().ifPresent(scans::add);
        typed.append(sorted.typed());
    }

    private static Scanned barcode(String text) {
        return new Scanned.Barcode(text, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7_000_000, 16_000_000, 59_999_999, 60_000_000})
    void keysUpToTheGapApartAreAScanAndNothingIsTyped(long apart) {
        type(CARD + "\r", apart);
        assertThat(scans).containsExactly(barcode(CARD));
        assertThat(typed).isEmpty();
        assertThat(wedge.isPending()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {60_000_001, 61_000_000, 150_000_000})
    void slowerKeysAreAPersonsAndAllComeBackInOrder(long apart) {
        type("hello, 12\b3\r", apart);
        assertThat(scans).isEmpty();
        assertThat(typed).hasToString("hello, 12\b3\r");
    }

    @Test
    void aSilenceLongerThanTheGapEndsAScanAndTheGapItselfDoesNot() {
        type(CARD, GAP);
        pause(GAP - 1);
        assertThat(scans).isEmpty();
        pause(1);
        assertThat(scans).isEmpty();
        assertThat(wedge.isPending()).isTrue();
        pause(1);
        assertThat(scans).containsExactly(barcode(CARD));
        assertThat(typed).isEmpty();
    }

    @Test
    void theNextKeyAfterTheGapEndsAScanAsWell() {
        type(CARD, GAP);
        type("x", GAP + 1);
        assertThat(scans).containsExactly(barcode(CARD));
        pause(GAP + 1);
        assertThat(typed).hasToString("x");
    }

    @Test
    void anEnterAfterTheGapIsAPersons() {
        type(CARD, GAP);
        type("\r", GAP + 1);
        assertThat(scans).containsExactly(barcode(CARD));
        assertThat(typed).hasToString("\r");
    }

    @Test
    void aRunOfThreeIsTypedAndOneOfFourIsAScan() {
        type("abc", 1);
        pause(GAP + 1);
        assertThat(typed).hasToString("abc");
        type("abc\n", 1);
        assertThat(typed).hasToString("abcabc\n");
        type("abcd\n", 1);
        assertThat(scans).containsExactly(barcode("abcd"));
        assertThat(typed).hasToString("abcabc\n");
    }

    @Test
    void aFingerRestingOnAKeyIsNoScanHoweverLong() {
        type("a".repeat(200) + "\r", 1);
        type("\b".repeat(200), 1);
        assertThat(scans).isEmpty();
        assertThat(typed).hasToString("a".repeat(200) + "\r" + "\b".repeat(200));
    }

    @Test
    void aRunWithOtherThanAsciiOrTooLongIsUnreadableAndNotTyped() {
        type("\u0439\u0446\u0443\u043a12\r", 1);
        type("1\u001d23\r", 1);
        type("12".repeat(10_000) + "\r", 1);
        assertThat(scans)
                .containsExactly(
                        new Scanned.Unreadable("it holds characters that cannot be printed"),
                        new Scanned.Unreadable("it holds characters that cannot be printed"),
                        new Scanned.Unreadable("it is longer than 64 characters"));
        assertThat(typed).isEmpty();
    }

    @Test
    void formatsAndPrefixesCountHereToo() {
        ScanFormat card = new ScanFormat("card", ScanFormat.Kind.CARD, "2", 14, 14, CheckDigit.LUHN, Optional.empty());
        KeyboardWedge strict = new KeyboardWedge(20, new ScanFormats(List.of(card)));
        List<Scanned> found = new ArrayList<>();
        for (char key : ("]F0" + CARD + "\r" + "31234\r").toCharArray()) {
            strict.key(key, 0).scanned().ifPresent(found::add);
        }
        assertThat(found)
                .containsExactly(
                        new Scanned.Barcode(CARD, Optional.of(Symbology.CODABAR)),
                        new Scanned.Unreadable("it fits no format of this library: as card too short"));
    }

    @Test
    void noKeyIsEverLostOrTold() {
        Random random = new Random(20261125);
        for (int run = 0; run < 2_000; run++) {
            scans.clear();
            typed.setLength(0);
            StringBuilder sent = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                char key = (char) ('a' + random.nextInt(26));
                sent.append(key);
                type(String.valueOf(key), random.nextInt(3) == 0 ? GAP + 1 : GAP);
            }
            pause(GAP + 1);
            int scanned = scans.stream()
                    .mapToInt(scan -> ((Scanned.Barcode) scan).text().length())
                    .sum();
            assertThat(typed.length() + scanned).isEqualTo(sent.length());
            assertThat(wedge.isPending()).isFalse();
        }
    }

    @Test
    void theGapHasBounds() {
        assertThat(new KeyboardWedge(20, ScanFormats.ANY).isPending()).isFalse();
        assertThat(new KeyboardWedge(100, ScanFormats.ANY).isPending()).isFalse();
        assertThatThrownBy(() -> new KeyboardWedge(19, ScanFormats.ANY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyboardWedge(101, ScanFormats.ANY)).isInstanceOf(IllegalArgumentException.class);
    }
}

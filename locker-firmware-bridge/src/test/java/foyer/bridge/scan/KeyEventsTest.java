package foyer.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEventsTest {
    private static final int LEFT_SHIFT = 42;
    private static final int RIGHT_SHIFT = 54;
    private static final int LEFT_CONTROL = 29;
    private static final int A = 30;
    private static final int F1 = 59;

    private static String typed(int eventBytes, byte[] events, int pieceBytes) {
        KeyEvents keys = new KeyEvents(eventBytes);
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        for (int at = 0; at < events.length; at += pieceBytes) {
            typed.writeBytes(keys.feed(Arrays.copyOfRange(events, at, Math.min(events.length, at + pieceBytes))));
        }
        return typed.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(ints = {KeyEvents.BYTES_32, KeyEvents.BYTES_64})
    void everyKeyOfACodeIsTypedInPiecesOfAnyLength(int eventBytes) {
        String all = "]A0 0123456789-$./+% abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                + "!@#^&*()_={}|\\:\"'~`<>?,;[\r";
        byte[] events = new Typist(eventBytes).type(all).bytes();
        for (int pieceBytes = 1; pieceBytes <= 100; pieceBytes++) {
            assertThat(typed(eventBytes, events, pieceBytes))
                    .as("pieces of %d", pieceBytes)
                    .isEqualTo(all);
        }
    }

    @Test
    void theKeypadAndBothEnterKeysAndBothShiftKeysCount() {
        Typist typist = new Typist(KeyEvents.BYTES_64);
        for (int key : new int[] {82, 79, 80, 81, 75, 76, 77, 71, 72, 73, 83, 74, 78, 55, 98, 57, 96, 28}) {
            typist.press(key).release(key);
        }
        typist.press(LEFT_SHIFT).press(RIGHT_SHIFT).release(LEFT_SHIFT).press(A).release(RIGHT_SHIFT);
        typist.press(A);
        assertThat(typed(KeyEvents.BYTES_64, typist.bytes(), 24)).isEqualTo("0123456789.-+*/ \r\rAa");
    }

    @Test
    void aHeldKeyIsTypedOnce() {
        byte[] events = new Typist(KeyEvents.BYTES_64)
                .press(A)
                .event(1, A, 2)
                .event(1, A, 2)
                .release(A)
                .bytes();
        assertThat(typed(KeyEvents.BYTES_64, events, 24)).isEqualTo("a");
    }

    @Test
    void commandsAndKeysThatTypeNothingMakeAScanUnreadable() {
        byte[] events = new Typist(KeyEvents.BYTES_64)
                .press(F1)
                .release(F1)
                .press(LEFT_CONTROL)
                .press(A)
                .release(LEFT_CONTROL)
                .type("1\r")
                .bytes();
        byte[] typed = new KeyEvents(KeyEvents.BYTES_64).feed(events);
        assertThat(typed).containsExactly(1, 1, '1', '\r');
        assertThat(new ScanReader().feed(typed)).singleElement().isInstanceOf(Scanned.Unreadable.class);
    }

    @Test
    void keysTheSystemLostMakeAScanUnreadableAndNoShiftSticks() {
        byte[] events = new Typist(KeyEvents.BYTES_64)
                .type("12")
                .press(LEFT_SHIFT)
                .event(0, 3, 0)
                .press(A)
                .event(0, 0, 0)
                .type("b\r")
                .bytes();
        assertThat(typed(KeyEvents.BYTES_64, events, 24)).isEqualTo("12\u0001b\r");
    }

    @Test
    void garbageNeverThrowsNorTypesWhatNoKeyTypes() {
        Random random = new Random(20261125);
        for (int run = 0; run < 2_000; run++) {
            byte[] garbage = new byte[random.nextInt(500)];
            random.nextBytes(garbage);
            KeyEvents keys = new KeyEvents(run % 2 == 0 ? KeyEvents.BYTES_64 : KeyEvents.BYTES_32);
            for (byte typed : keys.feed(garbage)) {
                assertThat(typed == KeyEvents.UNKNOWN || typed == '\r' || (typed >= ' ' && typed <= '~'))
                        .isTrue();
            }
        }
    }

    @Test
    void anEventOfAnotherSizeIsABug() {
        assertThatThrownBy(() -> new KeyEvents(20)).isInstanceOf(IllegalArgumentException.class);
    }
}

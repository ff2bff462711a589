package foyer.bridge.sim;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.List;

/**
 * What comes off a wire when several boards speak at once. Each bit is 0 if any of them drives it to 0, and no two
 * begin at exactly the same time: here each begins three bits, a third of a byte, after the one before.
 */
final class Collision {
    private static final int LATER = 3;
    /** 8N1: a start bit (0), eight bits from the lowest, a stop bit (1). */
    private static final int BITS = 10;

    private Collision() {}

    static byte[] garbled(List<byte[]> voices) {
        BitSet low = new BitSet();
        int begin = 0;
        for (byte[] voice : voices) {
            speak(voice, begin, low);
            begin += LATER;
        }
        return heard(low);
    }

    private static void speak(byte[] voice, int begin, BitSet low) {
        for (int i = 0; i < voice.length; i++) {
            int start = begin + i * BITS;
            low.set(start);
            for (int bit = 0; bit < 8; bit++) {
                if ((voice[i] >> bit & 1) == 0) {
                    low.set(start + 1 + bit);
                }
            }
        }
    }

    /** As a UART takes it: after a start bit come eight more, whatever the stop bit then is. */
    private static byte[] heard(BitSet low) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int start = low.nextSetBit(0); start >= 0; start = low.nextSetBit(start + BITS)) {
            int value = 0;
            for (int bit = 0; bit < 8; bit++) {
                value |= low.get(start + 1 + bit) ? 0 : 1 << bit;
            }
            out.write(value);
        }
        return out.toByteArray();
    }
}

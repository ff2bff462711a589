package foyer.bridge.frame;

import java.util.function.Consumer;

/** Frames with one byte changed. */
final class Spoilt {
    private Spoilt() {}

    /** The frame with each of its bytes in turn changed to each of the 255 other values. */
    static void each(byte[] frame, Consumer<byte[]> check) {
        for (int i = 0; i < frame.length; i++) {
            for (int change = 1; change < 256; change++) {
                byte[] spoilt = frame.clone();
                spoilt[i] ^= (byte) change;
                check.accept(spoilt);
            }
        }
    }
}

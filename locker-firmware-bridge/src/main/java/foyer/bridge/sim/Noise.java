package foyer.bridge.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens to a board's answers on a bad line; the same on each run. */
final class Noise {
    private static final int SPOILS_EVERY = 3;

    private final Random random = new Random(8_0_8_0);
    private int answers;
    private byte[] earlier = new byte[0];

    /** On a wire: random bytes before each frame, and in every third frame one bit spoilt. */
    List<byte[]> onWire(List<byte[]> good) {
        List<byte[]> out = new ArrayList<>();
        for (byte[] frame : good) {
            byte[] garbage = new byte[1 + random.nextInt(6)];
            random.nextBytes(garbage);
            out.add(garbage);
            byte[] sent = frame.clone();
            if (++answers % SPOILS_EVERY == 0) {
                sent[random.nextInt(sent.length)] ^= (byte) (1 << random.nextInt(8));
            }
            out.add(sent);
        }
        return out;
    }

    /** Where bytes stay whole: before each answer the one before it once more, and every third answer lost. */
    List<byte[]> onNetwork(List<byte[]> good) {
        List<byte[]> out = new ArrayList<>();
        for (byte[] frame : good) {
            if (earlier.length > 0) {
                out.add(earlier);
            }
            earlier = frame;
            if (++answers % SPOILS_EVERY != 0) {
                out.add(frame);
            }
        }
        return out;
    }
}

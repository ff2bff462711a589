package foyer.bridge.sim;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A board's ear and mouth: finds commands in what comes, and spoils the answers if it is to. */
final class Voice {
    private final Speech speech;
    private final Noise noise = new Noise();
    private boolean noisy;
    private byte[] pending = new byte[0];

    /**
     * What a board has to say.
     *
     * @param late how long after it was asked
     * @param turn as in {@link Speech.Answer}
     * @param frames in their order; empty if it keeps quiet
     */
    record Burst(Duration late, int turn, List<byte[]> frames) {
        static final Burst NONE = new Burst(Duration.ZERO, 0, List.of());

        Burst {
            frames = List.copyOf(frames);
        }
    }

    Voice(Speech speech) {
        this.speech = speech;
    }

    void noise(boolean on) {
        noisy = on;
    }

    boolean onWire() {
        return speech.onWire();
    }

    void forget() {
        pending = new byte[0];
    }

    /** A byte that ends no command and begins none is dropped, as boards do. */
    Burst hear(byte heard, SimulatedBoard board, Duration late) {
        pending = Arrays.copyOf(pending, pending.length + 1);
        pending[pending.length - 1] = heard;
        while (true) {
            Optional<Speech.Answer> answer =
                    speech.lengths().contains(pending.length) ? speech.obey(pending, board) : Optional.empty();
            if (answer.isPresent()) {
                forget();
                return new Burst(late, answer.get().turn(), spoken(answer.get().frames()));
            }
            if (pending.length < speech.lengths().getLast()) {
                return Burst.NONE;
            }
            pending = Arrays.copyOfRange(pending, 1, pending.length);
        }
    }

    private List<byte[]> spoken(List<byte[]> good) {
        if (!noisy) {
            return good;
        }
        return speech.onWire() ? noise.onWire(good) : noise.onNetwork(good);
    }
}

package foyer.bridge.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What becomes of frames on their way, either way. The weather changes all the time. */
final class Disturber {
    /** How many frames a weather lasts, on average. */
    private static final int LASTS = 150;

    private static final double PAIR = 0.3;
    private static final int MOST_GARBAGE = 12;

    private final SplittableRandom random;
    private final boolean onWire;
    private final Tally tally;
    private Weather weather = Weather.CLEAR;
    private boolean calm;

    Disturber(SplittableRandom random, boolean onWire, Tally tally) {
        this.random = random;
        this.onWire = onWire;
        this.tally = tally;
        this.weather = Weather.draw(random);
    }

    /** While it is calm nothing happens to frames. */
    void calm(boolean on) {
        calm = on;
    }

    boolean isCalm() {
        return calm;
    }

    /** What arrives of a frame, and of what comes before it, in order. */
    List<byte[]> onItsWay(byte[] frame) {
        if (calm) {
            return List.of(frame);
        }
        if (random.nextInt(LASTS) == 0) {
            weather = Weather.draw(random);
        }
        List<byte[]> out = new ArrayList<>();
        if (happens(weather.garbage(), Fault.GARBAGE)) {
            byte[] garbage = new byte[1 + random.nextInt(MOST_GARBAGE)];
            random.nextBytes(garbage);
            out.add(garbage);
        }
        if (happens(weather.lost(), Fault.FRAME_LOST)) {
            return out;
        }
        if (onWire) {
            out.add(spoilt(frame));
        } else {
            out.add(frame);
            if (happens(weather.cut(), Fault.FRAME_DOUBLED)) {
                out.add(frame);
            }
        }
        return out;
    }

    /** Whether another board's earlier answer is to come first. */
    boolean stranger() {
        return !calm && happens(weather.strangers(), Fault.STRANGER);
    }

    private byte[] spoilt(byte[] frame) {
        byte[] spoilt = frame;
        if (random.nextDouble() < weather.flipped()) {
            spoilt = frame.clone();
            flip(spoilt);
        }
        if (random.nextDouble() < weather.cut()) {
            int at = random.nextInt(spoilt.length);
            boolean doubled = random.nextBoolean();
            tally.count(doubled ? Fault.BYTE_DOUBLED : Fault.BYTE_LOST);
            byte[] cut = Arrays.copyOf(spoilt, spoilt.length + (doubled ? 1 : -1));
            System.arraycopy(
                    spoilt, doubled ? at : at + 1, cut, doubled ? at + 1 : at, spoilt.length - at - (doubled ? 0 : 1));
            spoilt = cut;
        }
        return spoilt;
    }

    /** Often the same bit in two bytes: what a checksum of one byte is blind to. */
    private void flip(byte[] frame) {
        if (random.nextDouble() < PAIR) {
            tally.count(Fault.PAIR_FLIPPED);
            int bit = 1 << random.nextInt(Byte.SIZE);
            frame[random.nextInt(frame.length)] ^= (byte) bit;
            frame[random.nextInt(frame.length)] ^= (byte) bit;
            return;
        }
        tally.count(Fault.BITS_FLIPPED);
        do {
            frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        } while (random.nextBoolean());
    }

    private boolean happens(double likely, Fault fault) {
        boolean does = random.nextDouble() < likely;
        if (does) {
            tally.count(fault);
        }
        return does;
    }
}

package foyer.bridge.scan.camera;

import com.google.zxing.common.BitArray;
import java.util.Optional;

/**
 * Black and white of a line of brightness. What is darker than the middle between the darkest and the brightest nearby
 * is black, so that shade does not matter; it is sharpened before, for out of focus a narrow bar is only a dent, and
 * drawn twice as long, for at less than two pixels a bar's edges lie within pixels.
 */
final class Bars {
    /** Less contrast than this is paper, or a finger. */
    private static final int LEAST_CONTRAST = 40;

    /** Fewer changes between black and white are no code; the shortest we want has more. */
    private static final int FEWEST_EDGES = 24;

    /** How many pixels to either side are nearby. */
    private static final int NEARBY = 10;

    /** Where there is less than this share of the whole line's contrast nearby, all of it is one bar or one gap. */
    private static final double ONE_COLOUR = 0.35;

    private Bars() {}

    /** Empty if there is no code on the line, for it is too even or has too few bars. */
    static Optional<BitArray> of(int[] line) {
        int darkest = 255;
        int brightest = 0;
        for (int brightness : line) {
            darkest = Math.min(darkest, brightness);
            brightest = Math.max(brightest, brightness);
        }
        int contrast = brightest - darkest;
        if (contrast < LEAST_CONTRAST) {
            return Optional.empty();
        }
        int[] over = new int[line.length];
        for (int i = 0; i < line.length; i++) {
            over[i] = sharpened(line, i) - middle(line, i, (int) (contrast * ONE_COLOUR), (darkest + brightest) / 2);
        }
        BitArray bars = new BitArray(2 * line.length);
        int edges = 0;
        for (int i = 0; i < line.length; i++) {
            int next = i + 1 < line.length ? over[i + 1] : over[i];
            if (over[i] < 0) {
                bars.set(2 * i);
            }
            if (over[i] + next < 0) {
                bars.set(2 * i + 1);
            }
            edges += over[i] < 0 != next < 0 ? 1 : 0;
        }
        return edges < FEWEST_EDGES ? Optional.empty() : Optional.of(bars);
    }

    private static int sharpened(int[] line, int at) {
        int before = line[Math.max(0, at - 1)];
        int after = line[Math.min(line.length - 1, at + 1)];
        return (4 * line[at] - before - after) / 2;
    }

    private static int middle(int[] line, int at, int least, int otherwise) {
        int darkest = 255;
        int brightest = 0;
        int end = Math.min(line.length - 1, at + NEARBY);
        for (int i = Math.max(0, at - NEARBY); i <= end; i++) {
            darkest = Math.min(darkest, line[i]);
            brightest = Math.max(brightest, line[i]);
        }
        return brightest - darkest < least ? otherwise : (darkest + brightest) / 2;
    }
}

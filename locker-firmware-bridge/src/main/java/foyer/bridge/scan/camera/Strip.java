package foyer.bridge.scan.camera;

import com.google.zxing.common.BitArray;
import java.util.Optional;

/**
 * Straight lines of one direction across a picture, as black and white. Reading along lines of any direction finds a
 * tilted code without turning the picture; three lines side by side are averaged, for bars are long and noise is not.
 */
final class Strip {
    private static final int FEWEST_SAMPLES = 48;
    private static final int UNIT = 8;
    private static final int ONE = 1 << UNIT;

    private final Grey grey;
    private final double cos;
    private final double sin;

    /** @param degrees direction of the lines, 0 from left to right, 90 downwards */
    Strip(Grey grey, int degrees) {
        this.grey = grey;
        this.cos = Math.cos(Math.toRadians(degrees));
        this.sin = Math.sin(Math.toRadians(degrees));
    }

    /** How far from the middle a line can be and still cross the picture, in pixels. */
    double reach() {
        return (Math.abs(sin) * grey.width() + Math.abs(cos) * grey.height()) / 2;
    }

    /**
     * The line at a distance from the middle.
     *
     * @return empty if there is no code on it, for it is too short, too even or has too few bars
     */
    Optional<BitArray> bars(double offset) {
        int[] samples = samples(offset);
        return samples.length < FEWEST_SAMPLES ? Optional.empty() : Bars.of(samples);
    }

    private int[] samples(double offset) {
        double middleX = (grey.width() - 1) / 2.0 - sin * offset;
        double middleY = (grey.height() - 1) / 2.0 + cos * offset;
        double longest = Math.hypot(grey.width(), grey.height()) / 2;
        double[] part = {-longest, longest};
        // Two pixels and more are left free at each edge for the neighbours.
        clip(part, middleX, cos, 2 + Math.abs(sin), grey.width() - 3 - Math.abs(sin));
        clip(part, middleY, sin, 2 + Math.abs(cos), grey.height() - 3 - Math.abs(cos));
        int[] samples = new int[Math.max(0, (int) (part[1] - part[0]))];
        for (int i = 0; i < samples.length; i++) {
            double along = part[0] + i;
            samples[i] = mean(middleX + along * cos, middleY + along * sin);
        }
        return samples;
    }

    /** Narrows the part of a line that lies between two bounds of one coordinate. */
    private static void clip(double[] part, double middle, double slope, double low, double high) {
        if (Math.abs(slope) < 1e-9) {
            if (middle < low || middle > high) {
                part[1] = part[0];
            }
            return;
        }
        double one = (low - middle) / slope;
        double other = (high - middle) / slope;
        part[0] = Math.max(part[0], Math.min(one, other));
        part[1] = Math.min(part[1], Math.max(one, other));
    }

    private int mean(double x, double y) {
        return (between(x, y) * 2 + between(x - sin, y + cos) + between(x + sin, y - cos)) / 4;
    }

    private int between(double x, double y) {
        int left = (int) (x * ONE);
        int upper = (int) (y * ONE);
        int column = left >> UNIT;
        int row = upper >> UNIT;
        int right = left & (ONE - 1);
        int lower = upper & (ONE - 1);
        int above = grey.at(column, row) * (ONE - right) + grey.at(column + 1, row) * right;
        int below = grey.at(column, row + 1) * (ONE - right) + grey.at(column + 1, row + 1) * right;
        return (above * (ONE - lower) + below * lower) >> (2 * UNIT);
    }
}

package foyer.bridge.proof;

import java.util.SplittableRandom;

/**
 * How bad the line is at present: how likely each thing is to happen to one frame on its way, 0 to 1.
 *
 * @param flipped one or more bits
 * @param cut a byte lost, or doubled
 * @param lost the whole frame
 * @param garbage 1 to 12 random bytes before it
 * @param strangers another board's earlier answer before it
 */
record Weather(double flipped, double cut, double lost, double garbage, double strangers) {
    static final Weather CLEAR = new Weather(0, 0, 0, 0, 0);
    private static final Weather FAIR = new Weather(0.01, 0.005, 0.005, 0.01, 0.01);
    private static final Weather WET = new Weather(0.10, 0.03, 0.03, 0.10, 0.05);
    private static final Weather STORM = new Weather(0.40, 0.10, 0.10, 0.40, 0.10);

    static Weather draw(SplittableRandom random) {
        int drawn = random.nextInt(10);
        return drawn < 4 ? FAIR : drawn < 8 ? WET : STORM;
    }
}

package foyer.bridge.scan.camera;

/**
 * Whether a picture is worth a search. While nothing moves in front of the camera, the same search would end the same
 * way: after all ways of looking were tried twice, only every few pictures are searched.
 */
final class Scene {
    static final int TRIED_ENOUGH = 2 * BarcodeFinder.CYCLE;
    static final int EVERY = 6;

    private static final int COLUMNS = 64;
    private static final int ROWS = 48;
    /** More than a camera's noise. */
    private static final int BRIGHTER = 48;
    /** A hundredth of the points looked at. */
    private static final int FEW = COLUMNS * ROWS / 100;

    private final int[] points = new int[COLUMNS * ROWS];
    private int still;

    boolean isWorthSearching(Grey grey) {
        if (changes(grey) > FEW) {
            remember(grey);
            still = 0;
            return true;
        }
        still++;
        return still < TRIED_ENOUGH || still % EVERY == 0;
    }

    private int changes(Grey grey) {
        int changes = 0;
        for (int i = 0; i < points.length; i++) {
            changes += Math.abs(points[i] - point(grey, i)) > BRIGHTER ? 1 : 0;
        }
        return changes;
    }

    private void remember(Grey grey) {
        for (int i = 0; i < points.length; i++) {
            points[i] = point(grey, i);
        }
    }

    private static int point(Grey grey, int index) {
        return grey.at(index % COLUMNS * grey.width() / COLUMNS, index / COLUMNS * grey.height() / ROWS);
    }
}

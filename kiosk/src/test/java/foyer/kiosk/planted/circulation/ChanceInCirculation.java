package foyer.kiosk.planted.circulation;

import java.util.Random;

public final class ChanceInCirculation {
    private final Random random = new Random(1);

    public int next() {
        return random.nextInt();
    }
}

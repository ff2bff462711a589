package foyer.station.planted;

import java.time.Instant;

/** Looks at the clock. */
public final class PlantedClock {
    private PlantedClock() {}

    public static Instant now() {
        return Instant.now();
    }
}

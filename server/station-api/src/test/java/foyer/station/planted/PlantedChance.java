package foyer.station.planted;

import java.security.SecureRandom;

/** Rolls dice outside {@code Ids.random}. */
public final class PlantedChance {
    private PlantedChance() {}

    public static int dice() {
        return new SecureRandom().nextInt(6);
    }
}

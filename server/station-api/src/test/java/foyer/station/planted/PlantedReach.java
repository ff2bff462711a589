package foyer.station.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file. */
public final class PlantedReach {
    private PlantedReach() {}

    public static String config() throws IOException {
        return Files.readString(Path.of("station.properties"));
    }
}

package foyer.kiosk.planted.circulation;

import java.nio.file.Path;

public final class FileInCirculation {
    public Path file() {
        return Path.of("station.db");
    }
}

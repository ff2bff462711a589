package foyer.server.planted.circulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ReadsAFile {
    private ReadsAFile() {}

    static String rules() throws IOException {
        return Files.readString(Path.of("rules"));
    }
}

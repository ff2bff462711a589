package foyer.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory of its own for each site, kept after the run, so that a failure's logs and databases can be read. */
final class Work {
    private Work() {}

    static Path directory(Class<?> test) throws IOException {
        Path root = Files.createDirectories(Path.of(System.getProperty("foyer.work")));
        return Files.createTempDirectory(root, test.getSimpleName() + "-");
    }
}

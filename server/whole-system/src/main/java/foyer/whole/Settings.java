package foyer.whole;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Small property files that one process writes and another reads. */
final class Settings {
    private Settings() {}

    /** The file's properties, or empty as long as there is no such file. */
    static Optional<Properties> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return Optional.of(properties);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static int port(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name));
    }

    static Path jar(String property) {
        String path = System.getProperty(property);
        if (path == null) {
            throw new IllegalStateException(
                    "Start this through Maven: the system property " + property + " is missing.");
        }
        return Path.of(path).normalize();
    }
}

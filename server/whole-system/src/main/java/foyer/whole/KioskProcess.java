package foyer.whole;

import foyer.station.Ids;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The kiosk as a process, with its screen mirrored on loopback so that a test or the demonstration can press it. */
public final class KioskProcess implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private final Path directory;
    private final String token;
    private Child child;
    private URI mirror;

    private KioskProcess(Path directory, String token, Child child, URI mirror) {
        this.directory = directory;
        this.token = token;
        this.child = child;
        this.mirror = mirror;
    }

    /** Starts it and returns once its screen can be seen. {@code settings}: as in its properties file. */
    public static KioskProcess start(Path directory, Map<String, String> settings)
            throws IOException, InterruptedException {
        Files.createDirectories(directory.resolve("data"));
        String token = Ids.random();
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty(
                "data", directory.resolve("data").toAbsolutePath().toString());
        properties.setProperty("screen.mirror.port", "0");
        properties.setProperty("screen.mirror.token", token);
        try (Writer file = Files.newBufferedWriter(directory.resolve("kiosk.properties"))) {
            properties.store(file, null);
        }
        Child child = launch(directory);
        return new KioskProcess(directory, token, child, mirror(directory, child));
    }

    public URI mirror() {
        return mirror;
    }

    public String token() {
        return token;
    }

    public Touchscreen touchscreen() {
        return new Touchscreen(mirror, token);
    }

    /** Its data directory: identity and database. */
    public Path data() {
        return directory.resolve("data");
    }

    public Path database() {
        return data().resolve("station.db");
    }

    StationDatabase stored() {
        return new StationDatabase(database());
    }

    public Path log() {
        return child.log();
    }

    public boolean alive() {
        return child.alive();
    }

    /** SIGKILL, as a power cut would. */
    public void kill() throws InterruptedException {
        child.kill();
    }

    public void restart() throws IOException, InterruptedException {
        child.close();
        child = launch(directory);
        mirror = mirror(directory, child);
    }

    @Override
    public void close() {
        child.close();
    }

    private static Child launch(Path directory) throws IOException {
        Files.deleteIfExists(mirrorFile(directory));
        return Child.java("kiosk", directory, JVM, Settings.jar("foyer.kiosk.jar"), List.of("kiosk.properties"));
    }

    private static URI mirror(Path directory, Child child) throws IOException, InterruptedException {
        Properties found = child.await("its screen was there", () -> Settings.read(mirrorFile(directory)));
        return URI.create("http://127.0.0.1:" + Settings.port(found, "mirror.port"));
    }

    private static Path mirrorFile(Path directory) {
        return directory.resolve("data").resolve("mirror.properties");
    }
}

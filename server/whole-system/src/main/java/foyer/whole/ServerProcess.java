package foyer.whole;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The server as a process: on ports the system picks at the first start, and on the same ones ever after, because a
 * station remembers where its server is.
 */
public final class ServerProcess implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4");

    private final Path directory;
    private final Map<String, String> settings;
    private Child child;
    private Properties ports;

    private ServerProcess(Path directory, Map<String, String> settings, Child child, Properties ports) {
        this.directory = directory;
        this.settings = settings;
        this.child = child;
        this.ports = ports;
    }

    /** Starts it and returns once its web pages and its broker answer. {@code settings}: as on its command line. */
    public static ServerProcess start(Path directory, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("foyer.data", data(directory).toString());
        all.putIfAbsent("server.port", "0");
        all.putIfAbsent("foyer.broker.port", "0");
        all.putIfAbsent("foyer.broker.bind", "127.0.0.1");
        // Pages without TLS, which the server only allows on this machine itself.
        all.putIfAbsent("server.address", "127.0.0.1");
        all.putIfAbsent("foyer.web.plain", "true");
        Child child = launch(directory, all);
        Properties ports = ready(directory, child);
        all.put("server.port", ports.getProperty("web.port"));
        all.put("foyer.broker.port", ports.getProperty("broker.port"));
        return new ServerProcess(directory, all, child, ports);
    }

    public URI web() {
        return URI.create("http://127.0.0.1:" + Settings.port(ports, "web.port"));
    }

    public Path ledger() {
        return data(directory).resolve("ledger.db");
    }

    public Path log() {
        return child.log();
    }

    public void kill() throws InterruptedException {
        child.kill();
    }

    public void restart() throws IOException, InterruptedException {
        child.close();
        child = launch(directory, settings);
        ports = ready(directory, child);
    }

    @Override
    public void close() {
        child.close();
    }

    private static Child launch(Path directory, Map<String, String> settings) throws IOException {
        Files.createDirectories(data(directory));
        Files.deleteIfExists(portsFile(directory));
        List<String> arguments = new ArrayList<>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return Child.java("server", directory, JVM, Settings.jar("foyer.server.jar"), arguments);
    }

    private static Properties ready(Path directory, Child child) throws IOException, InterruptedException {
        return child.await("it was listening", () -> Settings.read(portsFile(directory)));
    }

    private static Path data(Path directory) {
        return directory.resolve("data").toAbsolutePath();
    }

    private static Path portsFile(Path directory) {
        return data(directory).resolve("ports.properties");
    }
}

package foyer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.server.broker.EnrolmentDesk.Answer.Enrolled;
import foyer.station.Codec;
import foyer.station.StationId;
import foyer.station.UnreadableMessage;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The server as a process of its own: to be killed, or to run beside {@link LiveServer#shared()}, since one JVM carries
 * one embedded broker.
 */
public final class ChildServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(4);

    private final Path directory;
    private final Process process;
    private final Properties ports = new Properties();

    private ChildServer(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    public static ChildServer start(Path directory, List<String> arguments) throws IOException {
        Path announced = directory.resolve("data/ports.properties");
        Files.deleteIfExists(announced);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
        ChildServer server = new ChildServer(directory, process);
        try {
            await().atMost(START).until(() -> Files.exists(announced) || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
            throw new AssertionError("the server did not come up: " + server.log(), e);
        }
        assertThat(process.isAlive()).as(server.log()).isTrue();
        try (Reader reader = Files.newBufferedReader(announced)) {
            server.ports.load(reader);
        }
        return server;
    }

    public String log() throws IOException {
        return Files.readString(directory.resolve("server.log"));
    }

    public int brokerPort() {
        return Integer.parseInt(ports.getProperty("broker.port"));
    }

    public URI web(String path) {
        return URI.create("http://127.0.0.1:" + ports.getProperty("web.port") + path);
    }

    record Ticket(String station, String url, String token) {}

    record Request(String token, String csr) {}

    /** As a station does it: with the enrolment file the server wrote, over HTTP. */
    public TestStation enrol(Path file) throws IOException, InterruptedException, UnreadableMessage {
        Ticket ticket = Codec.decode(Files.readAllBytes(file), Ticket.class);
        TestStation.Keys keys = TestStation.Keys.make(ticket.station());
        HttpRequest request = HttpRequest.newBuilder(URI.create(ticket.url()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Codec.encode(new Request(ticket.token(), keys.request()))))
                .build();
        HttpResponse<byte[]> response = send(request);
        assertThat(response.statusCode()).isEqualTo(200);
        Enrolled enrolled = Codec.decode(response.body(), Enrolled.class);
        return new TestStation(new StationId(ticket.station()), keys, enrolled, enrolled.brokerUrl());
    }

    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As a service manager does it. */
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** Arguments for one station to be enrolled with this file. */
    public static List<String> station(StationId id, Path file) {
        Map<String, String> settings =
                Map.of("id", id.value(), "branch", LiveServer.BRANCH, "enrolment-file", file.toString());
        return settings.entrySet().stream()
                .map(setting -> "--foyer.stations[0]." + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        // Joined without an interrupt to heed: a try-with-resources has nowhere to hand one on to.
        process.onExit().join();
    }
}

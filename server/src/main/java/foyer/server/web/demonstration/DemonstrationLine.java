package foyer.server.web.demonstration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The way to the demonstration process and to the touchscreen's mirror. Both addresses come from the configuration and
 * must be this machine's own; a caller chooses neither host nor path.
 */
@Component
@ConditionalOnProperty("foyer.demonstration.wall")
class DemonstrationLine {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    /** The mirror answers a long poll within half of this. */
    private static final Duration LONG_ANSWER = Duration.ofSeconds(60);

    private final Target wall;
    private final Optional<Target> screen;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    DemonstrationLine(
            @Value("${foyer.demonstration.wall}") URI wall,
            @Value("${foyer.demonstration.wall-token:}") String wallToken,
            @Value("${foyer.demonstration.screen:}") String screen,
            @Value("${foyer.demonstration.screen-token:}") String screenToken) {
        this.wall = new Target(wall, wallToken);
        this.screen = screen.isEmpty() ? Optional.empty() : Optional.of(new Target(URI.create(screen), screenToken));
    }

    boolean hasScreen() {
        return screen.isPresent();
    }

    HttpResponse<byte[]> wallGet(String path) throws IOException, InterruptedException {
        return send(wall.request(path, Map.of()).timeout(ANSWER).GET());
    }

    HttpResponse<byte[]> wallPost(String path, Map<String, String> values) throws IOException, InterruptedException {
        return send(wall.request(path, values).timeout(ANSWER).POST(BodyPublishers.noBody()));
    }

    HttpResponse<byte[]> screenGet(String path, Map<String, String> values) throws IOException, InterruptedException {
        return send(mirror().request(path, values).timeout(LONG_ANSWER).GET());
    }

    HttpResponse<byte[]> screenPost(String path, Map<String, String> values) throws IOException, InterruptedException {
        return send(mirror().request(path, values).timeout(ANSWER).POST(BodyPublishers.noBody()));
    }

    private Target mirror() throws IOException {
        return screen.orElseThrow(() -> new IOException("no foyer.demonstration.screen is configured"));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Where to, and the token that lets in; an empty token means none is asked for. */
    private record Target(URI base, String token) {
        Target {
            if (!"http".equals(base.getScheme()) || !loopback(base.getHost())) {
                throw new IllegalStateException(
                        "the demonstration's addresses must be http:// and this machine's own, as http://127.0.0.1:9000");
            }
        }

        HttpRequest.Builder request(String path, Map<String, String> values) {
            String query = new TreeMap<>(values)
                    .entrySet().stream()
                            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"));
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(base.resolve(path + (query.isEmpty() ? "" : "?" + query)));
            return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
        }

        private static boolean loopback(String host) {
            try {
                return host != null && InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException("the demonstration's address is not known: " + host, e);
            }
        }

        @Override
        public String toString() {
            return "Target[" + base + "]";
        }
    }
}

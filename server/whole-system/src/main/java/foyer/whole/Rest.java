package foyer.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's REST, as one person with a user name and a password. */
public final class Rest implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI root;
    private final String authorization;

    public Rest(URI root, String user, String password) {
        this.root = root;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return expect(send(request(path).GET().build()), 200);
    }

    /** Posts {@code body} and expects {@code status}; {@code key} is the idempotency key, may be empty. */
    public JsonNode post(String path, Object body, String key, int status) throws IOException, InterruptedException {
        return expect(answer(path, JSON.writeValueAsString(body), key), status);
    }

    /** Posts {@code text} as it is, well-formed or not. */
    public HttpResponse<String> answer(String path, String text, String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(request.build());
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept-Language", "en")
                .header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode expect(HttpResponse<String> answer, int status) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(
                    answer.request().uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}

package foyer.whole;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's eyes and finger at a kiosk: sees which screen is shown and presses its buttons where they are drawn. */
public final class Touchscreen implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI mirror;
    private final String token;

    public Touchscreen(URI mirror, String token) {
        this.mirror = mirror;
        this.token = token;
    }

    /** The name of the screen shown now, as {@code Welcome} or {@code DoorOpen}. */
    public String view() throws IOException, InterruptedException {
        return JSON.readTree(text("GET", "/view")).required("view").stringValue();
    }

    /** Waits until one of these screens is shown, and says which. */
    public String await(String... views) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        long painted = 0;
        List<String> wanted = List.of(views);
        while (true) {
            String shown = view();
            if (wanted.contains(shown)) {
                return shown;
            }
            if (System.nanoTime() > until) {
                throw new IOException("The screen shows " + shown + " and not " + wanted);
            }
            painted = awaitPaintedAfter(painted);
        }
    }

    /** Presses the middle of a control. Waits until it is there and enabled. */
    public void press(String id) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        long painted = 0;
        while (true) {
            for (JsonNode control : JSON.readTree(text("GET", "/controls"))) {
                if (control.required("id").stringValue().equals(id)) {
                    pressAt(middle(control, "x", "w"), middle(control, "y", "h"));
                    return;
                }
            }
            if (System.nanoTime() > until) {
                throw new IOException("There is no " + id + " to press on " + view());
            }
            painted = awaitPaintedAfter(painted);
        }
    }

    /** Presses the digits one by one on the number pad, then its green button. */
    public void typeDigits(String digits) throws IOException, InterruptedException {
        for (int i = 0; i < digits.length(); i++) {
            press("digit-" + digits.charAt(i));
        }
        press("enter");
    }

    /** Presses one point of the screen, 1280 by 800. */
    public void pressAt(long x, long y) throws IOException, InterruptedException {
        text("POST", "/press?x=" + x + "&y=" + y);
    }

    /** Waits for a newer picture than number {@code after}, or some seconds, and says the newest one's number. */
    public long awaitPaintedAfter(long after) throws IOException, InterruptedException {
        return JSON.readTree(text("GET", "/changes?after=" + after))
                .required("painted")
                .longValue();
    }

    /** What the screen shows, as PNG. */
    public byte[] picture() throws IOException, InterruptedException {
        HttpRequest request = request("/screen.png").GET().build();
        return checked(http.send(request, HttpResponse.BodyHandlers.ofByteArray()))
                .body();
    }

    @Override
    public void close() {
        http.close();
    }

    private static long middle(JsonNode control, String from, String size) {
        return Math.round(
                control.required(from).doubleValue() + control.required(size).doubleValue() / 2);
    }

    private String text(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return checked(http.send(request, HttpResponse.BodyHandlers.ofString())).body();
    }

    private HttpRequest.Builder request(String path) {
        String separator = path.contains("?") ? "&" : "?";
        String withToken = path + separator + "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(mirror.resolve(withToken)).timeout(PATIENCE);
    }

    private static <T> HttpResponse<T> checked(HttpResponse<T> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.request().uri().getPath() + " answered " + answer.statusCode());
        }
        return answer;
    }
}

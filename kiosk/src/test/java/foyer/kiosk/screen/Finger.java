package foyer.kiosk.screen;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the mirror: looks for a control, presses its middle. */
final class Finger {
    static final String TOKEN = "only-for-this-test-0123456789";

    private static final Pattern CONTROL = Pattern.compile(
            "\\{\"id\":\"([^\"]*)\",\"text\":\"([^\"]*)\",\"x\":(\\d+),\"y\":(\\d+),\"w\":(\\d+),\"h\":(\\d+)}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Finger(int port) {
        this.port = port;
    }

    record Control(String id, String text, int x, int y) {}

    HttpResponse<String> ask(String method, String path, String token) throws IOException, InterruptedException {
        return http.send(request(method, path, token), HttpResponse.BodyHandlers.ofString());
    }

    byte[] picture() throws IOException, InterruptedException {
        return http.send(request("GET", "/screen.png", TOKEN), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private HttpRequest request(String method, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    List<Control> controls() throws IOException, InterruptedException {
        List<Control> controls = new ArrayList<>();
        Matcher found = CONTROL.matcher(ask("GET", "/controls", TOKEN).body());
        while (found.find()) {
            controls.add(new Control(
                    found.group(1),
                    found.group(2),
                    Integer.parseInt(found.group(3)) + Integer.parseInt(found.group(5)) / 2,
                    Integer.parseInt(found.group(4)) + Integer.parseInt(found.group(6)) / 2));
        }
        return controls;
    }

    List<String> ids() throws IOException, InterruptedException {
        return controls().stream().map(Control::id).toList();
    }

    void press(String id) throws IOException, InterruptedException {
        Control control = controls().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing to press: " + id));
        press(control);
    }

    void press(Control control) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask("POST", "/press?x=" + control.x() + "&y=" + control.y(), TOKEN);
        if (answer.statusCode() != 204) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }
}

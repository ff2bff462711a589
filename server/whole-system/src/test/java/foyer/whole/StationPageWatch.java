package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.DemonstrationData.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A member of staff with the station's page open all the while: told of each change, and then reading what it says. */
final class StationPageWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI root;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final HttpResponse<java.io.InputStream> live;
    private final Thread listener;

    private StationPageWatch(HttpClient http, URI root, HttpResponse<java.io.InputStream> live) {
        this.http = http;
        this.root = root;
        this.live = live;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    static StationPageWatch open(Site site, Person staff) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Document signIn = page(http, site.web(), "/");
        Element form = signIn.expectFirst("form:has(input[type=password])");
        StringBuilder body = new StringBuilder();
        for (Element input : form.select("input[name]")) {
            String value =
                    switch (input.attr("type").toLowerCase(Locale.ROOT)) {
                        case "hidden" -> input.val();
                        case "password" -> staff.password();
                        default -> staff.user();
                    };
            body.append(body.isEmpty() ? "" : "&").append(input.attr("name")).append('=');
            body.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        HttpRequest request = HttpRequest.newBuilder(site.web().resolve(form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
        HttpResponse<java.io.InputStream> live = http.send(
                HttpRequest.newBuilder(site.web().resolve("/staff/stations/" + Site.STATION + "/live"))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(live.statusCode()).isEqualTo(200);
        return new StationPageWatch(http, site.web(), live);
    }

    /** Reads the page whenever it is told of a change, until the one element has this word in it. */
    void awaitText(String selector, String word) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String shown;
        do {
            Element element = page(http, root, "/staff/stations/" + Site.STATION + "?lang=en")
                    .selectFirst(selector);
            shown = element == null ? "nothing" : element.text();
            if (shown.toLowerCase(Locale.ROOT).contains(word)) {
                return;
            }
        } while (told.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS) != null);
        throw new AssertionError(selector + " says \"" + shown + "\", not \"" + word + "\", and no change was told");
    }

    @Override
    public void close() throws IOException {
        live.body().close();
        http.shutdownNow();
        listener.interrupt();
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:") || line.startsWith("data:")) {
                    told.add(line);
                }
            }
        } catch (IOException e) {
            // The page was closed, by us or by a server that went down: nothing more will be told, and awaitText says
            // so.
            told.clear();
        }
    }

    private static Document page(HttpClient http, URI root, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path)).build();
        return Jsoup.parse(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body(), root + path);
    }
}

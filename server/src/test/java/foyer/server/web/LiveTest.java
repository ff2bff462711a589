package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An open station page is told when something changed. */
@Tag("ledger")
class LiveTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final WebServer server = WebServer.shared();

    @Test
    void aChangeInTheLedgerReachesAnOpenPage() throws IOException {
        Browser staff = server.browser().signedIn();
        HttpResponse<java.io.InputStream> live = staff.stream("/staff/stations/entrance-1/live");
        assertThat(live.statusCode()).isEqualTo(200);
        AtomicInteger told = new AtomicInteger();
        Thread listener = Thread.ofVirtual().start(() -> count(live, told));
        try (var stream = live.body()) {
            // The first word comes by itself: the page may be older than its stream.
            await().atMost(SOON).until(() -> told.get() == 1);
            HttpResponse<String> placed = server.browser()
                    .as("ilze", "upes-krasts")
                    .with("Idempotency-Key", "live")
                    .json("POST", "/api/v1/holds", "{\"title\":\"il-008\",\"pickupBranch\":\"ilukste\"}");
            assertThat(placed.statusCode()).isEqualTo(201);
            await().atMost(SOON).until(() -> told.get() >= 2);
            server.browser().as("ilze", "upes-krasts").send("DELETE", Browser.location(placed));
            await().atMost(SOON).until(() -> told.get() >= 3);
            assertThat(stream).isNotNull();
        }
        listener.interrupt();
    }

    private static void count(HttpResponse<java.io.InputStream> live, AtomicInteger told) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event:changed")) {
                    told.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // The test closed the page: what was told is counted already.
            assertThat(closed).isNotNull();
        }
    }
}

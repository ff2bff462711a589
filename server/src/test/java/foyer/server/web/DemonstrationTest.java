package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demonstration's page hands on what is pressed, to where it was told and nowhere else. */
@Tag("ledger")
class DemonstrationTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void withoutADemonstrationThereIsNoSuchPage() {
        for (String path : List.of("/demonstration", "/demonstration/wall", "/demonstration/screen.png")) {
            assertThat(WebServer.shared().browser().get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatIsPressedReachesTheWallAndTheScreen() throws IOException {
        HttpServer process = process();
        String address = "http://127.0.0.1:" + process.getAddress().getPort();
        try (WebServer server = WebServer.start(
                "--foyer.demonstration.wall=" + address,
                "--foyer.demonstration.wall-token=wall-secret",
                "--foyer.demonstration.screen=" + address,
                "--foyer.demonstration.screen-token=screen-secret")) {
            Browser browser = server.browser();
            for (String language : List.of("lv", "el", "en", "ru")) {
                assertThat(browser.get("/demonstration?lang=" + language).body())
                        .contains("<html lang=\"" + language + "\"", "/demonstration/screen.png")
                        .doesNotContain("??");
            }
            assertThat(browser.get("/demonstration/wall").body()).isEqualTo("{\"answer\":true}");
            assertThat(browser.get("/demonstration/changes?after=4").statusCode())
                    .isEqualTo(200);
            assertThat(browser.send("POST", "/demonstration/wall/close?door=7").statusCode())
                    .isEqualTo(403);

            Matcher token = Pattern.compile("data-csrf=\"([^\"]+)\"")
                    .matcher(browser.get("/demonstration").body());
            assertThat(token.find()).isTrue();
            browser.with("X-CSRF-TOKEN", token.group(1));
            assertThat(browser.send("POST", "/demonstration/wall/close?door=7&path=/etc")
                            .statusCode())
                    .isEqualTo(200);
            browser.send("POST", "/demonstration/wall/jam?door=a%20b&on=true");
            browser.send("POST", "/demonstration/press?x=640&y=400");
            assertThat(browser.send("POST", "/demonstration/press?x=-1&y=400").statusCode())
                    .isEqualTo(400);
            assertThat(browser.send("POST", "/demonstration/wall/shutdown").statusCode())
                    .isEqualTo(404);
            assertThat(asked)
                    .contains(
                            "GET /state Bearer wall-secret",
                            "GET /changes?after=4 Bearer screen-secret",
                            "POST /close?door=7 Bearer wall-secret",
                            "POST /jam?door=a+b&on=true Bearer wall-secret",
                            "POST /press?x=640&y=400 Bearer screen-secret")
                    .noneMatch(line -> line.contains("shutdown") || line.contains("etc"));
            process.stop(0);
            assertThat(browser.get("/demonstration/wall").statusCode()).isEqualTo(502);
        }
    }

    @Test
    void anotherMachinesAddressStopsTheStart() {
        assertThatThrownBy(() -> WebServer.start("--foyer.demonstration.wall=http://192.0.2.1:80"))
                .hasRootCauseMessage(
                        "the demonstration's addresses must be http:// and this machine's own, as http://127.0.0.1:9000");
    }

    private HttpServer process() throws IOException {
        HttpServer process = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        process.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = "{\"answer\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        process.start();
        return process;
    }
}

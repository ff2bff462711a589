package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.ServerMain;
import foyer.server.SmallLibrary;
import foyer.server.SteppedClock;
import foyer.server.TestLedger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server with {@link SmallLibrary} in it, whose clock can be put forward, and
 * the people who ask it by REST. Each test has patrons and titles of its own.
 */
final class RestServer {
    static final ZoneId RIGA = ZoneId.of("Europe/Riga");

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final RestServer SHARED = start();

    private final ConfigurableApplicationContext context;
    private final SteppedClock clock;

    private RestServer(ConfigurableApplicationContext context, SteppedClock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** One for all tests, which stops with the JVM. Each test begins on a Monday morning. */
    static RestServer shared() {
        SHARED.toMonday();
        return SHARED;
    }

    private static RestServer start() {
        try {
            Path directory = Files.createTempDirectory("foyer-rest");
            Path library = Files.createDirectories(directory.resolve("import"));
            SmallLibrary.write(library);
            List<String> arguments = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--foyer.web.plain=true",
                    "--foyer.data=" + directory.resolve("data"),
                    "--foyer.import=" + library,
                    "--foyer.broker.bind=127.0.0.1",
                    "--foyer.broker.port=0"));
            arguments.addAll(TestLedger.arguments(directory));
            SteppedClock clock = new SteppedClock();
            SpringApplication application = new SpringApplication(ServerMain.class);
            application.addInitializers(context -> {
                if (context instanceof GenericApplicationContext generic) {
                    generic.registerBean("clock", Clock.class, () -> clock);
                }
            });
            RestServer server = new RestServer(application.run(arguments.toArray(String[]::new)), clock);
            server.decide();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only once it has started: TLS looks at the machine's clock, and knows no certificates of next week. */
    private void toMonday() {
        ZonedDateTime monday = clock.instant()
                .atZone(RIGA)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.of(9, 0));
        clock.step(Duration.between(clock.instant(), monday.toInstant()));
    }

    /** The branch at whose desk staff sit costs lateness and hands over at agreed times. */
    private void decide() {
        expect(
                200,
                staff().json(
                                "PUT",
                                "/api/v1/staff/branches/riverside/policy",
                                "{\"values\":{\"fine-per-day\":\"10\",\"appointments\":\"offered\",\"slot-capacity\":\"1\"}}"));
    }

    Browser browser() {
        return new Browser(
                URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port")));
    }

    /** Patron {@code p1} to {@code p24} of {@link SmallLibrary}. */
    Browser patron(int number) {
        return browser().as("user" + number, "secret-" + number).with("Accept-Language", "en");
    }

    Browser staff() {
        return browser().as("inese", "staff-secret").with("Accept-Language", "en");
    }

    /** Staff of the other network. */
    Browser foreigner() {
        return browser().as("eleni", "staff-secret").with("Accept-Language", "en");
    }

    LocalDate today() {
        return clock.instant().atZone(RIGA).toLocalDate();
    }

    /** Puts the clock forward to a time of a later day. */
    void goTo(LocalDate day, LocalTime time) {
        Duration ahead =
                Duration.between(clock.instant(), day.atTime(time).atZone(RIGA).toInstant());
        assertThat(ahead).as("only forward").isPositive();
        clock.step(ahead);
    }

    static String key() {
        return "key-" + KEYS.incrementAndGet();
    }

    /** A patron's new hold, to be collected at the desk's branch. */
    JsonNode placed(int patron, String title) {
        return expect(201, patron(patron).with("Idempotency-Key", key()).json("POST", "/api/v1/holds", newHold(title)));
    }

    static String newHold(String title) {
        return "{\"title\":\"%s\",\"pickupBranch\":\"riverside\"}".formatted(title);
    }

    /** A copy handed over at the desk; answers the loan. */
    JsonNode lent(String item, String patron) {
        return expect(
                200,
                staff().json(
                                "POST",
                                "/api/v1/staff/check-outs",
                                "{\"item\":\"%s\",\"patron\":\"%s\"}".formatted(item, patron)));
    }

    static JsonNode expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static String code(HttpResponse<String> answer) {
        return read(answer).path("code").asString(answer.statusCode() + " " + answer.body());
    }

    static String text(JsonNode node, String field) {
        return node.required(field).asString();
    }

    static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    static List<String> ids(JsonNode page) {
        return page.required("list").valueStream().map(one -> text(one, "id")).toList();
    }
}

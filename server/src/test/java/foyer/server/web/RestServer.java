package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.LiveServer;
import foyer.server.SmallLibrary;
import foyer.server.TestStation;
import foyer.server.TwoNetworks;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server, whose clock can be put forward, and the people who ask it by REST.
 * There is one of {@link SmallLibrary}, where each test has patrons and titles of its own, and one of {@link TwoNetworks}.
 */
final class RestServer {
    static final ZoneId RIGA = ZoneId.of("Europe/Riga");

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger KEYS = new AtomicInteger();

    final LiveServer live;
    private final Map<String, TestStation> stations;

    /** @param doors branches that have a station: it gets its certificate before the clock is put forward */
    private RestServer(LiveServer.Library library, String... doors) {
        live = LiveServer.start(library, "--server.address=127.0.0.1", "--foyer.web.plain=true");
        stations = Arrays.stream(doors).collect(Collectors.toUnmodifiableMap(Function.identity(), live::station));
        toMonday();
    }

    private static final class Small {
        static final RestServer SERVER = new RestServer(SmallLibrary::write);

        static {
            SERVER.decide();
        }
    }

    private static final class Networks {
        static final RestServer SERVER = new RestServer(TwoNetworks::write, "kalamaria", "livani", "subate");
    }

    /** One for all tests, which stops with the JVM. Each test begins on a Monday morning. */
    static RestServer shared() {
        Small.SERVER.toMonday();
        return Small.SERVER;
    }

    /** The two networks of the rules, each under the policy shipped for it; it stops with the JVM as well. */
    static RestServer networks() {
        return Networks.SERVER;
    }

    /** Only once it has started: TLS looks at the machine's clock, and knows no certificates of next week. */
    private void toMonday() {
        goTo(today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)), LocalTime.of(9, 0));
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
        String port = live.bean(Environment.class).getRequiredProperty("local.server.port");
        return new Browser(URI.create("http://127.0.0.1:" + port));
    }

    /** Patron {@code p1} to {@code p24} of {@link SmallLibrary}. */
    Browser patron(int number) {
        return browser().as("user" + number, "secret-" + number).with("Accept-Language", "en");
    }

    Browser staff() {
        return staff("inese");
    }

    Browser staff(String user) {
        return browser().as(user, "staff-secret").with("Accept-Language", "en");
    }

    /** Staff of the other network. */
    Browser foreigner() {
        return staff("eleni");
    }

    /** The one of this branch, not connected yet. */
    TestStation station(String branch) {
        return Optional.ofNullable(stations.get(branch)).orElseThrow();
    }

    Instant now() {
        return live.clock().instant();
    }

    /** Staff of the branch {@code riverside}, signed in on the pages, in English. */
    Browser atTheDesk() {
        return signedIn("inese");
    }

    /** Staff of the other network, signed in on the pages. */
    Browser abroad() {
        return signedIn("eleni");
    }

    private Browser signedIn(String user) {
        Browser staff = browser();
        staff.get("/?lang=en");
        staff.signIn(user, "staff-secret");
        return staff;
    }

    /** Somebody who has just joined, for one test alone. */
    Joined joined(String family) {
        String body = """
                {"branch":"riverside","given":"Anna","family":"%s","language":"lv","phone":"+371 7"}""".formatted(family);
        JsonNode joined = expect(201, staff().json("POST", "/api/v1/staff/patrons", body));
        JsonNode secrets = joined.required("secrets");
        return new Joined(text(joined, "patron"), text(secrets, "login"), text(secrets, "password"));
    }

    /** @param id as staff's pages and REST name the patron */
    record Joined(String id, String login, String password) {
        String page() {
            return "/staff/patrons/" + id;
        }
    }

    /** This patron by REST. */
    Browser patron(Joined joined) {
        return browser().as(joined.login(), joined.password()).with("Accept-Language", "en");
    }

    /** Does this while no rule does what is due: what time alone brings about would else come before a person's word. */
    void undisturbed(Runnable action) {
        SmartLifecycle rounds = live.bean("dueRounds", SmartLifecycle.class);
        rounds.stop();
        try {
            action.run();
        } finally {
            rounds.start();
        }
    }

    /** What the journal keeps of the last thing of this kind that was done for a patron: how it was asked, and why. */
    String kept(String kind, String patron) {
        return ledger().sql(
                        "SELECT extra FROM journal WHERE kind = :kind AND patron = :patron ORDER BY id DESC LIMIT 1")
                .param("kind", kind)
                .param("patron", patron)
                .query(String.class)
                .single();
    }

    JdbcClient ledger() {
        return live.bean("ledgerClient", JdbcClient.class);
    }

    LocalDate today() {
        return now().atZone(RIGA).toLocalDate();
    }

    /** Puts the clock forward to a time of a later day. */
    void goTo(LocalDate day, LocalTime time) {
        goTo(day.atTime(time).atZone(RIGA).toInstant());
    }

    void goTo(Instant moment) {
        Duration ahead = Duration.between(now(), moment);
        assertThat(ahead).as("only forward").isPositive();
        live.clock().step(ahead);
    }

    /** To the next such day after today, which is answered: wherever other tests have put the clock to. */
    LocalDate goToNext(DayOfWeek weekday, LocalTime time) {
        LocalDate day = today().with(TemporalAdjusters.next(weekday));
        goTo(day, time);
        return day;
    }

    /** Who did this with a patron, and in which words, as the journal keeps it: nothing shows that to anybody. */
    List<String> journal(String kind, String patron) {
        return ledger(
                "SELECT who || ' ' || extra FROM journal WHERE kind = ? AND patron = ? ORDER BY id", kind, patron);
    }

    /** The first column of each row. */
    List<String> ledger(String query, String... values) {
        try (Connection connection = live.ledger();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of any table that name this patron together with one of these. */
    List<String> rowsNaming(String patron, List<String> others) {
        List<String> found = new ArrayList<>();
        try (Connection connection = live.ledger();
                ResultSet tables = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                rows(connection, table).stream()
                        .filter(row -> row.contains(patron) && others.stream().anyMatch(row::contains))
                        .map(row -> table + ": " + row)
                        .forEach(found::add);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    text.append(rows.getString(i)).append(' ');
                }
                texts.add(text.toString());
            }
        }
        return texts;
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

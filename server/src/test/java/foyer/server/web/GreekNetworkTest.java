package foyer.server.web;

import static foyer.server.TestStation.SOON;
import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.read;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.server.TwoNetworks;
import foyer.server.TwoNetworks.Book;
import foyer.station.OrderId;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The rules of the city that hands over at the entrance, through the whole server, as people meet them by REST. */
@Tag("ledger")
class GreekNetworkTest {
    private static final String HOME = "kalamaria";
    private static final String PATRONS = "/api/v1/staff/patrons";
    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    /** Who comes a little before the agreed time does not stand before a closed door. */
    private static final Duration EARLY = Duration.ofMinutes(15);

    private final RestServer server = RestServer.networks();

    private static Reader joined() {
        return Reader.joined("anna", HOME);
    }

    private static List<String> found(Browser browser, String words) {
        String question = "/api/v1/titles?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return expect(200, browser.get(question))
                .valueStream()
                .map(title -> text(title, "id"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Ιστορία 200, ka-200",
        "ιστορία 200, ka-200",
        "200 ιστορ, ka-200",
        "συγγραφέας ιστορία 200, ka-200",
        "9789605000200, ka-200",
        "Epifānijas, ka-both",
        "ιστορία putenis, ''",
        "Stāsts, ''"
    })
    void B4_who_is_signed_in_searches_by_words_of_title_author_and_isbn(String words, String found) {
        assertThat(found(joined().browser(), words)).isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void B4_the_search_is_only_for_who_is_signed_in_and_a_wrong_password_says_no_more_than_a_wrong_name() {
        String question = "/api/v1/titles?q=200";
        Reader reader = joined();
        HttpResponse<String> password =
                server.browser().as(reader.login(), reader.password() + "x").get(question);
        HttpResponse<String> name =
                server.browser().as(reader.login() + "x", reader.password()).get(question);
        assertThat(code(server.browser().get(question))).isEqualTo("not-signed-in");
        assertThat(code(password)).isEqualTo("sign-in-refused");
        assertThat(name.body()).isEqualTo(password.body());
    }

    @Test
    void B4_what_is_lent_is_found_as_well_and_says_so() {
        Book book = TwoNetworks.greekBook();
        joined().lent(book, HOME, "anna");
        JsonNode title = expect(200, joined().browser().get("/api/v1/titles?q=" + book.isbn()))
                .required(0);
        assertThat(title.required("copies")
                        .valueStream()
                        .map(copy -> List.of(text(copy, "branch"), text(copy, "state"))))
                .containsExactly(List.of("daideios", "available"), List.of(HOME, "on-loan"));
    }

    @ParameterizedTest
    @CsvSource({"kalamaria, 2313 314 580", "daideios, 2313 314 589"})
    void B10_a_locked_account_places_no_hold_and_is_told_whom_to_phone(String branch, String phone) {
        Reader reader = Reader.joined("anna", branch);
        Book book = TwoNetworks.greekBook();
        String account = PATRONS + "/" + reader.id();
        expect(200, server.staff("anna").json("POST", account + "/lock", "{\"reason\":\"card misused\"}"));
        HttpResponse<String> refused = reader.asksFor(book, HOME);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("locked");
        assertThat(text(read(refused), "phone")).isEqualTo(phone);
        assertThat(text(read(refused), "title")).contains("Please phone the library");
        JsonNode block = reader.account().required("blocks").required(0);
        assertThat(text(block, "code")).isEqualTo("locked");
        assertThat(text(block, "phone")).isEqualTo(phone);
        assertThat(code(behalf("anna", reader, Reader.wish(book, HOME)))).isEqualTo("locked");
        expect(200, server.staff("anna").json("POST", account + "/unlock", "{}"));
        reader.placed(book, HOME);
    }

    private HttpResponse<String> behalf(String staff, Reader reader, String body) {
        return server.staff(staff)
                .with("Idempotency-Key", key())
                .json("POST", PATRONS + "/" + reader.id() + "/holds", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESK", "PHONE", "EMAIL"})
    void B11_staff_place_a_hold_for_who_cannot_use_the_web_and_who_did_and_why_is_kept(String channel) {
        Reader reader = joined();
        String how = ",\"channel\":\"%s\",\"why\":\"has no computer\"}".formatted(channel);
        String body = Reader.wish(TwoNetworks.greekBook(), HOME).replace("}", how);
        assertThat(code(behalf("inese", reader, body))).isEqualTo("no-such-patron");
        String hold = text(expect(201, behalf("petros", reader, body)), "id");
        JsonNode reserved = reader.account().required("reserved").required(0);
        assertThat(text(reserved.required("hold"), "id")).isEqualTo(hold);
        assertThat(server.journal("hold-placed", reader.id()))
                .containsExactly("ka-s2 {\"how\":\"%s\",\"why\":\"has no computer\"}".formatted(channel));
    }

    @Test
    void B11_what_the_patron_places_is_kept_as_the_patrons_own() {
        Reader reader = joined();
        reader.placed(TwoNetworks.greekBook(), HOME);
        assertThat(server.journal("hold-placed", reader.id())).containsExactly(reader.id() + " {}");
    }

    /** From the hold to the loan: the door is never let open for anything but what lies ready, at its agreed time. */
    @Test
    void B12_the_door_hands_over_what_was_prepared_at_its_time_and_nothing_else() throws MqttException {
        LocalDate monday = server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON);
        Reader reader = joined();
        Book book = TwoNetworks.greekBook();
        String ready = text(reader.placed(book, HOME), "id");
        String other = text(reader.placed(TwoNetworks.greekBook(), HOME), "id");
        try (Entrance entrance = Entrance.at(HOME)) {
            assertThat(entrance.toLoad()).contains(ready, other);
            assertThat(entrance.granted(reader)).isEmpty();
            OrderId order = entrance.loaded(ready, book.copy(HOME), "1");
            assertThat(entrance.granted(reader)).isEmpty();
            Instant from = monday.plusDays(1).atTime(10, 0).atZone(ATHENS).toInstant();
            String appointment = "{\"branch\":\"%s\",\"from\":\"%s\"}".formatted(HOME, from);
            expect(201, reader.browser().json("POST", "/api/v1/appointments", appointment));
            server.goTo(from.minus(EARLY).minus(Duration.ofMinutes(1)));
            assertThat(entrance.granted(reader)).isEmpty();
            server.goTo(from.minus(EARLY));
            assertThat(entrance.granted(reader)).containsExactly(ready);
            entrance.tells(new Entrance.Fact(server.now(), Entrance.taken(order, reader, ready, "1")));
            assertThat(entrance.granted(reader)).isEmpty();
        }
        JsonNode account = reader.account();
        assertThat(text(account.required("onLoan").required(0).required("loan"), "hold"))
                .isEqualTo(ready);
        JsonNode left = account.required("reserved").required(0);
        assertThat(text(left.required("hold"), "id")).isEqualTo(other);
        assertThat(text(left, "where")).isEqualTo("being-prepared");
    }

    @Test
    void B12_what_was_prepared_for_one_is_handed_to_nobody_else() {
        Book book = TwoNetworks.greekBook();
        String hold = text(joined().placed(book, HOME), "id");
        expect(200, server.staff("anna").json("POST", "/api/v1/staff/holds/" + hold + "/prepare", "{}"));
        String body = "{\"item\":\"%s\",\"patron\":\"%s\"}".formatted(book.copy(HOME), joined().id());
        assertThat(code(server.staff("anna").json("POST", "/api/v1/staff/check-outs", body)))
                .isEqualTo("promised");
    }

    @Test
    void B12_nobody_helps_themselves() {
        Reader reader = joined();
        String body = "{\"item\":\"%s\",\"patron\":\"%s\"}"
                .formatted(TwoNetworks.greekBook().copy(HOME), reader.id());
        assertThat(reader.browser()
                        .json("POST", "/api/v1/staff/check-outs", body)
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.account().required("onLoan")).isEmpty();
    }

    @Test
    void B14_staff_register_who_joins_and_the_card_to_print_has_the_next_number() {
        Reader first = Reader.joined("anna", "daideios");
        Reader next = Reader.joined("petros", HOME);
        assertThat(first.card()).matches("223139[0-9]{8}");
        assertThat(Long.parseLong(next.card()) / 10).isEqualTo(Long.parseLong(first.card()) / 10 + 1);
        assertThat(text(next.account(), "branch")).isEqualTo(HOME);
    }

    @Test
    void B14_nobody_registers_themselves() {
        String body = Reader.newcomer(HOME, "");
        assertThat(server.browser().json("POST", PATRONS, body).statusCode()).isEqualTo(401);
        assertThat(joined().browser().json("POST", PATRONS, body).statusCode()).isEqualTo(403);
        assertThat(code(server.staff().json("POST", PATRONS, body))).isEqualTo("no-such-branch");
    }

    static Stream<Arguments> printedCards() {
        return PrintedCards.of(TwoNetworks.GREEK_NUMBERS, TwoNetworks.LATVIAN_NUMBERS);
    }

    @ParameterizedTest
    @MethodSource("printedCards")
    void B14_a_card_has_the_networks_form_and_its_check_digit(String card, String refusal) {
        HttpResponse<String> answer = server.staff("anna").json("POST", PATRONS, Reader.newcomer(HOME, card));
        if (refusal.isEmpty()) {
            assertThat(text(expect(201, answer).required("secrets"), "card")).isEqualTo(card);
        } else {
            assertThat(code(answer)).isEqualTo(refusal);
        }
    }

    private static JsonNode returns(Reader reader, String branch) {
        return expect(200, reader.browser().get("/api/v1/branches"))
                .valueStream()
                .filter(one -> text(one, "id").equals(branch))
                .findFirst()
                .orElseThrow()
                .path("returns");
    }

    /** Before anybody travels; in its own time, an hour after Riga's. */
    @ParameterizedTest
    @CsvSource({
        "THURSDAY, 23:59, later, 1",
        "FRIDAY, 07:59, later, 0",
        "FRIDAY, 08:00, now, 0",
        "FRIDAY, 19:59, now, 0",
        "FRIDAY, 20:00, later, 7"
    })
    void I3_everybody_reads_when_the_flap_takes_returns_and_how_much_room_is_left(
            DayOfWeek weekday, LocalTime time, String taken, int daysUntilFriday) throws MqttException {
        LocalDate day = server.goToNext(DayOfWeek.MONDAY, LocalTime.NOON).with(TemporalAdjusters.next(weekday));
        server.goTo(day.atTime(time).atZone(ATHENS).toInstant());
        Reader reader = joined();
        try (Entrance entrance = Entrance.at(HOME)) {
            entrance.says(58, 60);
            await().atMost(SOON).until(() -> returns(reader, HOME).path("room").asInt(-1) == 2);
            JsonNode returns = returns(reader, HOME);
            assertThat(text(returns, "taken")).isEqualTo(taken);
            LocalDate friday = day.plusDays(daysUntilFriday);
            assertThat(text(returns, "from"))
                    .isEqualTo(friday.atTime(8, 0).atZone(ATHENS).toInstant().toString());
            assertThat(text(returns, "until"))
                    .isEqualTo(friday.atTime(20, 0).atZone(ATHENS).toInstant().toString());
            entrance.says(61, 60);
            await().atMost(SOON).until(() -> returns(reader, HOME).path("room").asInt(-1) == 0);
        }
        assertThat(returns(reader, "daideios").isMissingNode())
                .as("a branch without a door")
                .isTrue();
    }
}

package foyer.server.web;

import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.TwoNetworks;
import foyer.server.TwoNetworks.Book;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The rules of the union of small libraries through the whole server, as its patrons and staff meet them by REST. */
@Tag("ledger")
class LatvianNetworkTest {
    private static final String HOME = "ilukste";
    private static final String PATRONS = "/api/v1/staff/patrons";

    private final RestServer server = RestServer.networks();

    private static Reader joined() {
        return Reader.joined("inese", HOME);
    }

    private static JsonNode copy(Browser who, Book book, String branch) {
        return expect(200, who.get("/api/v1/titles/" + book.id()))
                .required("copies")
                .valueStream()
                .filter(one -> text(one, "branch").equals(branch))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ilukste", "livani", "subate"})
    void A1_a_patron_is_registered_at_any_branch_and_signs_in_with_what_the_desk_hands_out(String branch) {
        Reader reader = Reader.joined("inese", branch);
        assertThat(reader.card()).matches("214579[0-9]{8}");
        assertThat(text(reader.account(), "branch")).isEqualTo(branch);
        HttpResponse<String> wrong =
                server.browser().as(reader.login(), reader.password() + "x").get("/api/v1/account");
        assertThat(wrong.statusCode()).isEqualTo(401);
    }

    @Test
    void A1_another_networks_branch_registers_nobody_of_ours() {
        String body = Reader.newcomer("kalamaria", "");
        assertThat(code(server.staff().json("POST", PATRONS, body))).isEqualTo("no-such-branch");
    }

    @Test
    void A1_credentials_are_handed_out_once() {
        Browser keyed = server.staff().with("Idempotency-Key", key());
        JsonNode first = expect(201, keyed.json("POST", PATRONS, Reader.newcomer(HOME, "")));
        JsonNode secrets = first.required("secrets");
        JsonNode again = expect(201, keyed.json("POST", PATRONS, Reader.newcomer(HOME, "")));
        assertThat(text(again, "patron")).isEqualTo(text(first, "patron"));
        assertThat(again.required("secrets")).isEmpty();
        String shown = expect(200, server.staff().get(PATRONS + "/" + text(first, "patron")))
                .toString();
        assertThat(shown).contains(text(secrets, "card")).doesNotContain(text(secrets, "password"), "\"pin");
    }

    static Stream<Arguments> printedCards() {
        return PrintedCards.of(TwoNetworks.LATVIAN_NUMBERS, TwoNetworks.GREEK_NUMBERS);
    }

    @ParameterizedTest
    @MethodSource("printedCards")
    void A1_a_card_has_the_networks_form_and_its_check_digit(String card, String refusal) {
        HttpResponse<String> answer = server.staff().json("POST", PATRONS, Reader.newcomer(HOME, card));
        if (refusal.isEmpty()) {
            assertThat(text(expect(201, answer).required("secrets"), "card")).isEqualTo(card);
        } else {
            assertThat(code(answer)).isEqualTo(refusal);
        }
    }

    @Test
    void A2_a_patron_places_a_hold_queues_sees_due_dates_and_asks_for_a_renewal() {
        Reader reader = joined();
        JsonNode free = reader.placed(TwoNetworks.latvianBook(), HOME);
        Book lent = TwoNetworks.latvianBook();
        joined().lent(lent, HOME, "inese");
        JsonNode waits = reader.placed(lent, HOME);
        JsonNode loan = reader.lent(TwoNetworks.latvianBook(), HOME, "inese");
        expect(200, reader.browser().send("POST", "/api/v1/loans/" + text(loan, "id") + "/renewal"));
        JsonNode account = reader.account();
        assertThat(Reader.holds(account, "ordered")).containsExactly(text(free, "id"));
        assertThat(Reader.holds(account, "inQueue")).containsExactly(text(waits, "id"));
        JsonNode onLoan = account.required("onLoan").required(0);
        assertThat(text(onLoan.required("loan"), "due")).isEqualTo(text(loan, "due"));
        assertThat(text(onLoan.required("renewal"), "state")).isEqualTo("requested");
    }

    @ParameterizedTest
    @CsvSource({
        "Epifānijas, il-both",
        "EPIFĀNIJAS, il-both",
        "ziedonis, il-both",
        "ziedonis epifānijas, il-both",
        "9789934036101, il-both",
        "ziedonis putenis, ''",
        "Ιστορία, ''"
    })
    void A3_the_search_is_of_the_callers_network_and_of_no_other(String words, String found) {
        String question = "/api/v1/titles?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        assertThat(expect(200, joined().browser().get(question)).valueStream().map(title -> text(title, "id")))
                .isEqualTo(found.isEmpty() ? List.of() : List.of(found));
    }

    @Test
    void A3_the_copies_list_names_each_copy_with_its_branch_and_another_networks_is_not_there() {
        Book book = TwoNetworks.latvianBook();
        Browser browser = joined().browser();
        JsonNode title = expect(200, browser.get("/api/v1/titles/" + book.id()));
        assertThat(title.required("copies")
                        .valueStream()
                        .map(copy -> List.of(text(copy, "branch"), text(copy, "item"))))
                .containsExactlyElementsOf(TwoNetworks.LATVIAN.stream()
                        .map(branch -> List.of(branch, book.copy(branch)))
                        .toList());
        assertThat(code(browser.get("/api/v1/titles/ka-both"))).isEqualTo("no-such-title");
    }

    @Test
    void A5_the_copies_list_shows_the_due_date_of_what_is_on_loan_and_of_nothing_else() {
        Book book = TwoNetworks.latvianBook();
        Browser browser = joined().browser();
        JsonNode loan = joined().lent(book, HOME, "inese");
        JsonNode lent = copy(browser, book, HOME);
        assertThat(text(lent, "state")).isEqualTo("on-loan");
        assertThat(text(lent, "due")).isEqualTo(text(loan, "due"));
        JsonNode other = copy(browser, book, "livani");
        assertThat(text(other, "state")).isEqualTo("available");
        assertThat(other.has("due")).isFalse();
        String item = "{\"item\":\"" + book.copy(HOME) + "\"}";
        expect(200, server.staff().json("POST", "/api/v1/staff/check-ins", item));
        JsonNode back = copy(browser, book, HOME);
        assertThat(text(back, "state")).isEqualTo("in-quarantine");
        assertThat(back.has("due")).isFalse();
    }

    @Test
    void A5_a_hold_on_what_is_on_loan_waits_in_that_items_queue_and_passes_nobody() {
        Book book = TwoNetworks.latvianBook();
        LocalDate due = LocalDate.parse(text(joined().lent(book, HOME, "inese"), "due"));
        for (int position = 1; position <= 2; position++) {
            Reader reader = joined();
            assertThat(text(reader.placed(book, HOME), "state")).isEqualTo("queued");
            JsonNode waits = reader.account().required("inQueue").required(0);
            assertThat(waits.required("position").asInt()).isEqualTo(position);
            assertThat(LocalDate.parse(text(waits, "expected"))).isAfter(due.plusDays(2));
        }
        assertThat(text(joined().placed(book, "livani"), "state")).isEqualTo("under-review");
    }

    @ParameterizedTest
    @CsvSource({
        "ilukste, 'Ilūkste, Augšdaugavas novads', +371 654 62435, ilukste@union.example",
        "livani, 'Līvāni, Līvānu novads, LV-5316', +371 653 07180, livani@union.example",
        "subate, 'Subate, Augšdaugavas novads', +371 654 62436, subate@union.example"
    })
    void A14_each_branch_shows_its_address_phone_and_email(String id, String address, String phone, String email) {
        JsonNode branch = expect(200, joined().browser().get("/api/v1/branches"))
                .valueStream()
                .filter(one -> text(one, "id").equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(text(branch, "address"), text(branch, "phone"), text(branch, "email")))
                .containsExactly(address, phone, email);
    }

    /** Staff of another branch: the patron phones whichever is open. */
    @ParameterizedTest
    @ValueSource(strings = {"DESK", "PHONE", "EMAIL"})
    void A14_staff_of_any_branch_renew_on_the_patrons_behalf_and_how_it_was_asked_is_kept(String channel) {
        Reader reader = joined();
        JsonNode loan = reader.lent(TwoNetworks.latvianBook(), HOME, "inese");
        String path = "/api/v1/staff/loans/" + text(loan, "id") + "/renew";
        String body = "{\"channel\":\"%s\",\"why\":\"is ill\"}".formatted(channel);
        JsonNode renewed = expect(200, server.staff("edgars").json("POST", path, body));
        LocalDate due = LocalDate.parse(text(loan, "due")).plusDays(14);
        assertThat(text(renewed, "due")).isEqualTo(due.toString());
        assertThat(text(reader.account().required("onLoan").required(0).required("loan"), "due"))
                .isEqualTo(due.toString());
        assertThat(server.journal("renewed", reader.id()))
                .containsExactly("il-s2 {\"how\":\"%s\",\"why\":\"is ill\"}".formatted(channel));
        assertThat(code(server.staff("anna").json("POST", path, body))).isEqualTo("no-such-loan");
    }
}

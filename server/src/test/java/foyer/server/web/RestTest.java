package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** REST as patrons and staff use it, and everything they can get wrong. */
@Tag("ledger")
class RestTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NEW_HOLD = "{\"title\":\"%s\",\"pickupBranch\":\"ilukste\"}";

    private final WebServer server = WebServer.shared();
    private final Browser staff = server.browser().as("inese.desk", "rita-durvis-46");

    private Browser patron(String key) {
        Browser browser = server.browser().as("ilze", "upes-krasts").with("Accept-Language", "en");
        return key.isEmpty() ? browser : browser.with("Idempotency-Key", key);
    }

    @Test
    void aHoldIsPlacedConfirmedAndWithdrawn() {
        HttpResponse<String> placed = patron("one").json("POST", "/api/v1/holds", NEW_HOLD.formatted("il-001"));
        assertThat(placed.statusCode()).isEqualTo(201);
        String id = read(placed).required("id").asString();
        assertThat(Browser.location(placed)).isEqualTo("/api/v1/holds/" + id);
        assertThat(read(placed).required("state").asString()).isEqualTo("under-review");
        assertThat(read(placed).has("patronName")).isFalse();
        assertThat(patron("").get("/api/v1/holds").body()).contains(id);

        assertThat(staff.get("/api/v1/staff/holds?state=under-review").body()).contains(id, "Ilze");
        HttpResponse<String> confirmed = staff.send("POST", "/api/v1/staff/holds/" + id + "/confirm");
        assertThat(read(confirmed).required("state").asString()).isEqualTo("confirmed");
        assertThat(code(staff.send("POST", "/api/v1/staff/holds/" + id + "/confirm")))
                .isEqualTo("wrong-state");

        assertThat(patron("").send("DELETE", "/api/v1/holds/" + id).statusCode())
                .isEqualTo(204);
        assertThat(read(patron("").get("/api/v1/holds/" + id)).required("state").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void aRepeatedKeyGetsTheSameAnswerAndAnotherBodyIsRefused() {
        HttpResponse<String> first = patron("two").json("POST", "/api/v1/holds", NEW_HOLD.formatted("il-002"));
        HttpResponse<String> again = patron("two").json("POST", "/api/v1/holds", NEW_HOLD.formatted("il-002"));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(Browser.location(again)).isEqualTo(Browser.location(first)).isNotEmpty();
        HttpResponse<String> other = patron("two").json("POST", "/api/v1/holds", NEW_HOLD.formatted("il-003"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(code(other)).isEqualTo("key-reused");
        String id = read(first).required("id").asString();
        HttpResponse<String> rejected =
                staff.json("POST", "/api/v1/staff/holds/" + id + "/reject", "{\"reason\":\"Bojāts.\"}");
        assertThat(read(rejected).required("reason").asString()).isEqualTo("Bojāts.");
    }

    @Test
    void nobodySeesOrWithdrawsAnothersHold() {
        HttpResponse<String> placed = server.browser()
                .as("andris", "vecais-ozols")
                .with("Idempotency-Key", "three")
                .json("POST", "/api/v1/holds", NEW_HOLD.formatted("il-004"));
        String path = Browser.location(placed);
        assertThat(path).startsWith("/api/v1/holds/");
        assertThat(code(patron("").get(path))).isEqualTo("no-such-hold");
        assertThat(code(patron("").send("DELETE", path))).isEqualTo("no-such-hold");
        Browser abroad = server.browser().as("anna.desk", "porta-tou-proiou-27");
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(code(abroad.get("/api/v1/staff/holds/" + id))).isEqualTo("no-such-hold");
        assertThat(code(abroad.send("POST", "/api/v1/staff/holds/" + id + "/confirm")))
                .isEqualTo("no-such-hold");
        assertThat(code(abroad.get("/api/v1/staff/stations/entrance-1"))).isEqualTo("no-such-station");
        assertThat(code(abroad.get("/api/v1/staff/items/31457000102033"))).isEqualTo("no-such-item");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"title\":|400|body-not-json",
                "not json at all|400|body-not-json",
                "[]|400|body-wrong-shape",
                "{\"title\":5,\"pickupBranch\":\"ilukste\"}|400|body-wrong-shape",
                "{\"title\":{},\"pickupBranch\":\"ilukste\"}|400|body-wrong-shape",
                "{\"title\":\"il\\u0000-005\",\"pickupBranch\":\"ilukste\"}|400|body-wrong-shape",
                "{}|422|fields-wrong",
                "{\"title\":\"\",\"pickupBranch\":\"ilukste\"}|422|fields-wrong",
                "{\"title\":\"il-005\",\"pickupBranch\":null}|422|fields-wrong",
                "{\"title\":\"no-such\",\"pickupBranch\":\"ilukste\"}|404|no-such-title",
                "{\"title\":\"ka-001\",\"pickupBranch\":\"ilukste\"}|404|no-such-title",
                "{\"title\":\"il-005\",\"pickupBranch\":\"nowhere\"}|404|no-such-branch",
                "{\"title\":\"il-005\",\"pickupBranch\":\"kalamaria\"}|404|no-such-branch",
                "{\"title\":\"il-005\",\"item\":\"31457000102033\",\"pickupBranch\":\"ilukste\"}|404|no-such-item",
            })
    void aWrongBodyGetsAClearAnswer(String body, int status, String code) {
        HttpResponse<String> answer = patron("wrong-" + body.hashCode()).json("POST", "/api/v1/holds", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(read(answer).required("title").asString()).isNotBlank();
    }

    @Test
    void tooLongIsRefusedByFieldAndByBody() {
        String field = "{\"title\":\"%s\",\"pickupBranch\":\"ilukste\"}".formatted("x".repeat(65));
        HttpResponse<String> answer = patron("long").json("POST", "/api/v1/holds", field);
        assertThat(code(answer)).isEqualTo("fields-wrong");
        assertThat(read(answer).required("fields").toString()).isEqualTo("[\"title\"]");
        assertThat(code(patron("long").json("POST", "/api/v1/holds", "x".repeat(70_000))))
                .isEqualTo("body-too-long");
    }

    @Test
    void keysParametersAndMethodsAreChecked() {
        assertThat(code(patron("").json("POST", "/api/v1/holds", NEW_HOLD.formatted("il-005"))))
                .isEqualTo("idempotency-key-missing");
        assertThat(code(patron("").get("/api/v1/titles"))).isEqualTo("parameter-wrong");
        assertThat(code(staff.get("/api/v1/staff/holds?state=lost"))).isEqualTo("parameter-wrong");
        assertThat(code(patron("").get("/api/v1/titles?q=a%00b"))).isEqualTo("parameter-wrong");
        assertThat(code(staff.send("POST", "/api/v1/staff/alarms/abc/close"))).isEqualTo("parameter-wrong");
        assertThat(code(staff.send("POST", "/api/v1/staff/alarms/77/close"))).isEqualTo("no-such-alarm");
        assertThat(code(patron("").send("PUT", "/api/v1/holds"))).isEqualTo("method-not-allowed");
        assertThat(code(patron("k").with("Content-Type", "text/plain").send("POST", "/api/v1/holds")))
                .isEqualTo("media-type-unknown");
        assertThat(code(server.browser().get("/api/v1/holds"))).isEqualTo("not-signed-in");
        assertThat(code(server.browser().as("ilze", "wrong").get("/api/v1/holds")))
                .isEqualTo("sign-in-refused");
        assertThat(code(patron("").get("/api/v1/staff/stations"))).isEqualTo("not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "lv,Šādas grāmatas nav.",
        "el,Δεν υπάρχει τέτοιος τίτλος.",
        "en,There is no such title.",
        "ru,Такого издания нет."
    })
    void aRefusalSpeaksTheCallersLanguage(String language, String words) {
        HttpResponse<String> answer = server.browser()
                .as("ilze", "upes-krasts")
                .with("Accept-Language", language)
                .get("/api/v1/titles/none");
        assertThat(read(answer).required("title").asString()).isEqualTo(words);
    }

    @Test
    void refusalsAreCountedByCode() {
        patron("").get("/api/v1/titles/none");
        assertThat(server.browser().get("/actuator/prometheus").body())
                .contains("foyer_rest_refusals_total{code=\"no-such-title\"}");
    }

    @Test
    void titlesBranchesItemsAndStationsAreRead() {
        assertThat(patron("").get("/api/v1/titles?q=epif").body()).contains("il-001", "31457000102033");
        assertThat(read(patron("").get("/api/v1/titles/il-001"))
                        .required("author")
                        .asString())
                .isEqualTo("Imants Ziedonis");
        assertThat(code(patron("").get("/api/v1/titles/ka-001"))).isEqualTo("no-such-title");
        assertThat(patron("").get("/api/v1/branches").body()).contains("livani").doesNotContain("kalamaria");
        assertThat(patron("").get("/api/v1/loans").body()).isEqualTo("{\"list\":[]}");
        assertThat(staff.get("/api/v1/staff/items/31457000102504").body()).contains("il-009", "\"state\"");
        assertThat(staff.get("/api/v1/staff/stations").body()).contains("entrance-1");
        assertThat(staff.get("/api/v1/staff/stations/entrance-1").statusCode()).isEqualTo(200);
        assertThat(staff.get("/api/v1/staff/loans?patron=il-p1").body()).isEqualTo("{\"list\":[]}");
        assertThat(staff.get("/api/v1/staff/dead-letters").body()).startsWith("[");
    }

    @Test
    void anEnrolmentWithoutARightTokenIsRefused() {
        Browser station = server.browser();
        assertThat(code(station.json("POST", "/station-enrolment", "{}"))).isEqualTo("fields-wrong");
        assertThat(code(station.json("POST", "/station-enrolment", "{\"token\":\"x\",\"csr\":\"y\"}")))
                .isEqualTo("enrolment-request-wrong");
    }

    private static String code(HttpResponse<String> answer) {
        return read(answer).required("code").asString();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}

package foyer.server.web;

import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.ids;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.newHold;
import static foyer.server.web.RestServer.read;
import static foyer.server.web.RestServer.tag;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Patrons as staff register, find, help and lock them by REST. */
@Tag("ledger")
class RestPatronsTest {
    private static final String PATRONS = "/api/v1/staff/patrons";

    private final RestServer server = RestServer.shared();

    private static String newcomer(String family, String card) {
        return """
                {"branch":"riverside","given":"Anna","family":"%s","language":"lv","card":"%s","phone":"+371 2"}""".formatted(family, card);
    }

    private JsonNode registered(String family, String card) {
        return expect(201, server.staff().json("POST", PATRONS, newcomer(family, card)));
    }

    @Test
    void somebodyJoinsAndSignsInWithWhatStaffHandOut() {
        Browser keyed = server.staff().with("Idempotency-Key", key());
        HttpResponse<String> answer = keyed.json("POST", PATRONS, newcomer("Ozola", "29001"));
        JsonNode joined = expect(201, answer);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode secrets = joined.required("secrets");
        assertThat(text(secrets, "pin")).hasSize(4);
        Browser herself = server.browser().as(text(secrets, "login"), text(secrets, "password"));
        expect(200, herself.get("/api/v1/account"));
        JsonNode again = expect(201, keyed.json("POST", PATRONS, newcomer("Ozola", "29001")));
        assertThat(text(again, "patron")).isEqualTo(text(joined, "patron"));
        assertThat(again.required("secrets")).isEmpty();
        JsonNode person = expect(200, server.staff().get(PATRONS + "/" + text(joined, "patron")));
        assertThat(text(person, "phone")).isEqualTo("+371 2");
        assertThat(code(server.staff().json("POST", PATRONS, newcomer("Ozola", "29001"))))
                .isEqualTo("card-taken");
        assertThat(code(server.staff().json("POST", PATRONS, newcomer("Ozola", "9"))))
                .isEqualTo("card-wrong");
        assertThat(code(server.staff()
                        .json("POST", PATRONS, newcomer("Ozola", "29002").replace("riverside", "faraway"))))
                .isEqualTo("no-such-branch");
        assertThat(code(server.staff()
                        .json(
                                "POST",
                                PATRONS,
                                newcomer("Ozola", "29002").replace("\"card\"", "\"login\":\"user1\",\"card\""))))
                .isEqualTo("login-taken");
        HttpResponse<String> empty = server.staff().json("POST", PATRONS, "{}");
        assertThat(code(empty)).isEqualTo("fields-wrong");
        assertThat(read(empty).required("fields").toString()).contains("branch", "family", "given", "language");
    }

    @Test
    void patronsAreFoundByPartsOfNamesAndCardsPageByPage() {
        List<String> made = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            made.add(text(registered("Žagare " + n, "2910" + n), "patron"));
        }
        JsonNode first = expect(200, server.staff().get(PATRONS + "?q=%C5%BEAGARE+anna&limit=3"));
        assertThat(ids(first)).isEqualTo(made.subList(0, 3));
        registered("Žagare 00", "29106");
        JsonNode last =
                expect(200, server.staff().get(PATRONS + "?q=%C5%BEAGARE+anna&limit=3&cursor=" + text(first, "next")));
        assertThat(ids(last)).isEqualTo(made.subList(3, 5));
        assertThat(ids(expect(200, server.staff().get(PATRONS + "?q=29103")))).containsExactly(made.get(3));
        assertThat(ids(expect(200, server.foreigner().get(PATRONS + "?q=29103"))))
                .isEmpty();
        assertThat(ids(expect(200, server.staff().get(PATRONS + "?q=%25")))).isEmpty();
    }

    @Test
    void aLostCardIsReplacedAndSecretsAreReset() {
        String patron = text(registered("Liepa", "29201"), "patron");
        JsonNode replaced =
                expect(200, server.staff().json("POST", PATRONS + "/" + patron + "/card", "{\"card\":\"29202\"}"));
        assertThat(text(replaced.required("secrets"), "card")).isEqualTo("29202");
        assertThat(text(expect(200, server.staff().get(PATRONS + "/" + patron)), "card"))
                .isEqualTo("29202");
        assertThat(code(server.staff().json("POST", PATRONS + "/" + patron + "/card", "{\"card\":\"29201\"}")))
                .isEqualTo("card-taken");
        JsonNode reset = expect(200, server.staff().send("POST", PATRONS + "/" + patron + "/secrets"));
        expect(
                200,
                server.browser()
                        .as("29201", text(reset.required("secrets"), "password"))
                        .get("/api/v1/account"));
        assertThat(code(server.foreigner().send("POST", PATRONS + "/" + patron + "/secrets")))
                .isEqualTo("no-such-patron");
    }

    @Test
    void aLockedPatronIsToldToPhoneAndWhom() {
        String path = PATRONS + "/p22";
        assertThat(code(server.staff().json("POST", path + "/unlock", "{}"))).isEqualTo("wrong-state");
        assertThat(code(server.staff().json("POST", path + "/lock", "{}"))).isEqualTo("reason-missing");
        String read = tag(server.staff().get(path));
        HttpResponse<String> locked =
                server.staff().with("If-Match", read).json("POST", path + "/lock", "{\"reason\":\"moved away\"}");
        assertThat(text(expect(200, locked).required("lock"), "reason")).isEqualTo("moved away");
        assertThat(text(read(locked).required("lock"), "by")).isEqualTo("Inese Zariņa");
        assertThat(code(server.staff().with("If-Match", read).json("POST", path + "/unlock", "{}")))
                .isEqualTo("changed-meanwhile");
        HttpResponse<String> refused = server.patron(22)
                .with("Idempotency-Key", key())
                .with("Accept-Language", "lv")
                .json("POST", "/api/v1/holds", newHold("t46"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("locked");
        assertThat(text(read(refused), "phone")).isEqualTo("+371 1");
        assertThat(text(read(refused), "detail")).isEqualTo("moved away");
        JsonNode why = expect(200, server.staff().get(path + "/explanation?title=t46&branch=riverside"));
        assertThat(why.required("rules").toString()).contains("\"locked\"");
        JsonNode account = expect(200, server.staff().get(path + "/account"));
        assertThat(text(account.required("blocks").required(0), "code")).isEqualTo("locked");
        expect(200, server.staff().json("POST", path + "/unlock", "{}"));
        server.placed(22, "t46");
        assertThat(ids(expect(200, server.staff().get(path + "/holds")))).hasSize(1);
    }

    @Test
    void anotherNetworksPatronIsNotThere() {
        for (String what : List.of("", "/holds", "/account", "/explanation?title=t1&branch=riverside")) {
            assertThat(code(server.foreigner().get(PATRONS + "/p23" + what)))
                    .as(what)
                    .isEqualTo("no-such-patron");
        }
        for (String what : List.of("/card", "/lock", "/unlock")) {
            assertThat(code(server.foreigner().json("POST", PATRONS + "/p23" + what, "{\"reason\":\"x\"}")))
                    .as(what)
                    .isEqualTo("no-such-patron");
        }
    }
}

package foyer.server.web;

import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.ids;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.read;
import static foyer.server.web.RestServer.tag;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What staff do with holds by REST, from the review to the hold shelf. */
@Tag("ledger")
class RestReviewTest {
    private static final String HOLDS = "/api/v1/staff/holds";

    private final RestServer server = RestServer.shared();

    private String placed(int patron, String title) {
        return text(server.placed(patron, title), "id");
    }

    private HttpResponse<String> asks(String hold, String what, String body) {
        return server.staff().json("POST", HOLDS + "/" + hold + "/" + what, body);
    }

    @Test
    void aHoldIsConfirmedPreparedShelvedAndHandedOver() {
        String hold = placed(10, "t20");
        assertThat(text(expect(200, asks(hold, "confirm", "{}")), "state")).isEqualTo("confirmed");
        assertThat(code(asks(hold, "confirm", "{}"))).isEqualTo("wrong-state");
        assertThat(text(expect(200, asks(hold, "prepare", "{}")), "state")).isEqualTo("prepared");
        assertThat(code(asks(hold, "prepare", "{}"))).isEqualTo("wrong-state");
        JsonNode shelved = expect(200, asks(hold, "shelve", "{}"));
        assertThat(text(shelved, "state")).isEqualTo("on-hold-shelf");
        assertThat(text(shelved, "lastDay")).isNotBlank();
        assertThat(code(asks(hold, "shelve", "{}"))).isEqualTo("wrong-state");
        assertThat(text(server.lent("30020", "p10"), "hold")).isEqualTo(hold);
        assertThat(text(expect(200, server.staff().get(HOLDS + "/" + hold)), "state"))
                .isEqualTo("fulfilled");
        assertThat(code(asks(hold, "cancel", "{}"))).isEqualTo("wrong-state");
    }

    @Test
    void aHoldIsRejectedWithAReasonWhichThePatronReadsOnTheNextWorkingDay() {
        String hold = placed(11, "t21");
        assertThat(code(asks(hold, "reject", "{\"reason\":\" \"}"))).isEqualTo("reason-missing");
        JsonNode rejected = expect(200, asks(hold, "reject", "{\"reason\":\"Torn.\",\"copyGone\":true}"));
        assertThat(text(rejected, "reason")).isEqualTo("Torn.");
        JsonNode copy = expect(200, server.staff().get("/api/v1/staff/items/30021"));
        assertThat(text(copy.required("copy"), "state")).isEqualTo("uncertain");
        JsonNode meanwhile = expect(200, server.patron(11).get("/api/v1/holds/" + hold));
        assertThat(text(meanwhile, "state")).isEqualTo("under-review");
        assertThat(meanwhile.has("reason")).isFalse();
        JsonNode account = expect(200, server.patron(11).get("/api/v1/account"));
        assertThat(account.required("ordered")).hasSize(1);
        assertThat(account.required("rejected")).isEmpty();
        server.goToNext(DayOfWeek.MONDAY, LocalTime.of(11, 0));
        JsonNode told = expect(200, server.patron(11).get("/api/v1/holds/" + hold));
        assertThat(text(told, "reason")).isEqualTo("Torn.");
        JsonNode later = expect(200, server.patron(11).get("/api/v1/account"));
        assertThat(text(later.required("rejected").required(0), "reason")).isEqualTo("Torn.");
        assertThat(later.required("ordered")).isEmpty();
    }

    @Test
    void severalAreConfirmedAtOnceAndEachHasItsOwnAnswer() {
        String one = placed(12, "t22");
        String two = placed(12, "t23");
        String gone = placed(12, "t24");
        expect(204, server.patron(12).send("DELETE", "/api/v1/holds/" + gone));
        String body = "{\"holds\":[\"%s\",\"%s\",\"nonsense\",\"%s\"]}".formatted(one, gone, two);
        Browser staff = server.staff().with("Idempotency-Key", key());
        JsonNode results =
                expect(200, staff.json("POST", HOLDS + "/confirm", body)).required("results");
        assertThat(results.valueStream().map(result -> result.required("done").asBoolean()))
                .containsExactly(true, false, false, true);
        assertThat(text(results.required(1), "code")).isEqualTo("wrong-state");
        assertThat(text(results.required(1), "detail")).isEqualTo("cancelled");
        assertThat(text(results.required(1), "title")).isNotBlank();
        assertThat(text(results.required(2), "code")).isEqualTo("no-such-hold");
        assertThat(expect(200, staff.json("POST", HOLDS + "/confirm", body)).required("results"))
                .isEqualTo(results);
        assertThat(code(server.staff().json("POST", HOLDS + "/confirm", "{\"holds\":[]}")))
                .isEqualTo("fields-wrong");
        assertThat(code(server.staff().json("POST", HOLDS + "/confirm", "{\"holds\":[null]}")))
                .isIn("fields-wrong", "body-wrong-shape");
    }

    @Test
    void staffPlaceSuspendAndWithdrawOnAPatronsBehalf() {
        String body = "{\"title\":\"t25\",\"pickupBranch\":\"riverside\",\"channel\":\"PHONE\",\"why\":\"no web\"}";
        String key = key();
        String path = "/api/v1/staff/patrons/p13/holds";
        HttpResponse<String> placed =
                server.staff().with("Idempotency-Key", key).json("POST", path, body);
        JsonNode first = expect(201, placed);
        assertThat(Browser.location(placed)).isEqualTo(HOLDS + "/" + text(first, "id"));
        assertThat(text(expect(201, server.staff().with("Idempotency-Key", key).json("POST", path, body)), "id"))
                .isEqualTo(text(first, "id"));
        assertThat(code(server.staff().json("POST", path, body))).isEqualTo("idempotency-key-missing");
        assertThat(code(server.staff().with("Idempotency-Key", key()).json("POST", path, body)))
                .isEqualTo("already-held");
        assertThat(code(server.staff()
                        .with("Idempotency-Key", key())
                        .json("POST", path, body.replace("PHONE", "PIGEON"))))
                .isEqualTo("fields-wrong");
        assertThat(code(server.foreigner().with("Idempotency-Key", key()).json("POST", path, body)))
                .isEqualTo("no-such-patron");
        String waits = placed(14, "t25");
        String day = "{\"day\":\"%s\",\"channel\":\"EMAIL\"}"
                .formatted(server.today().plusDays(3));
        assertThat(text(expect(200, asks(waits, "suspend", day)), "suspendedUntil"))
                .isNotBlank();
        assertThat(expect(200, asks(waits, "suspend", "{}")).has("suspendedUntil"))
                .isFalse();
        assertThat(text(expect(200, asks(waits, "needed-until", day)), "notNeededAfter"))
                .isNotBlank();
        assertThat(code(asks(waits, "needed-until", "{\"day\":\"2020-01-01\"}")))
                .isEqualTo("day-wrong");
        assertThat(expect(200, server.staff().get(HOLDS + "/" + waits + "/expected"))
                        .required("position")
                        .asInt())
                .isEqualTo(1);
        HttpResponse<String> cancelled =
                asks(text(first, "id"), "cancel", "{\"channel\":\"PHONE\",\"why\":\"changed her mind\"}");
        assertThat(text(expect(200, cancelled), "reason")).isEqualTo("changed her mind");
        // The next in the queue is served by what the first gave back.
        assertThat(text(expect(200, server.staff().get(HOLDS + "/" + waits)), "state"))
                .isEqualTo("under-review");
    }

    @Test
    void listsOfSeveralStatesComeInPagesInTheirOrder() {
        List<String> placed = new ArrayList<>();
        for (int n = 26; n <= 31; n++) {
            placed.add(placed(15 + n % 2, "t" + n));
        }
        expect(200, asks(placed.get(0), "confirm", "{}"));
        expect(200, asks(placed.get(3), "confirm", "{}"));
        String question = HOLDS + "?state=under-review&state=confirmed&limit=2";
        List<String> seen = new ArrayList<>();
        JsonNode page = expect(200, server.staff().get(question));
        while (true) {
            seen.addAll(ids(page));
            if (!page.has("next")) {
                break;
            }
            // What changes meanwhile does not move what stands still.
            expect(200, server.staff().get(HOLDS + "/" + placed.get(5)));
            page = expect(200, server.staff().get(question + "&cursor=" + text(page, "next")));
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(placed);
        JsonNode newest = expect(200, server.staff().get(question + "&order=newest"));
        assertThat(ids(newest).getFirst()).isEqualTo(seen.getLast());
        assertThat(code(server.staff().get(question + "&order=newest&cursor=" + text(page(question), "next"))))
                .isEqualTo("parameter-wrong");
        assertThat(ids(expect(200, server.staff().get(HOLDS + "?state=confirmed&branch=hilltop"))))
                .isEmpty();
        assertThat(ids(expect(200, server.foreigner().get(HOLDS + "?state=confirmed&state=queued"))))
                .isEmpty();
        assertThat(code(server.staff().get(HOLDS + "?state=confirmed,lost"))).isEqualTo("parameter-wrong");
    }

    private JsonNode page(String question) {
        return expect(200, server.staff().get(question));
    }

    @Test
    void whatAnotherChangedMeanwhileIsNotConfirmed() {
        String hold = placed(17, "t32");
        String path = HOLDS + "/" + hold;
        String read = tag(server.staff().get(path));
        expect(
                200,
                asks(
                        hold,
                        "needed-until",
                        "{\"day\":\"%s\"}".formatted(server.today().plusDays(8))));
        HttpResponse<String> stale = server.staff().with("If-Match", read).json("POST", path + "/confirm", "{}");
        assertThat(stale.statusCode()).isEqualTo(412);
        String now = tag(server.staff().get(path));
        expect(200, server.staff().with("If-Match", now).json("POST", path + "/confirm", "{}"));
        assertThat(code(server.staff()
                        .with("If-Match", now)
                        .json("POST", HOLDS + "/confirm", "{\"holds\":[\"" + hold + "\"]}")))
                .isEqualTo("parameter-wrong");
    }

    @Test
    void anotherNetworksHoldIsNotThere() {
        String hold = placed(17, "t33");
        Browser abroad = server.foreigner();
        assertThat(code(abroad.get(HOLDS + "/" + hold))).isEqualTo("no-such-hold");
        for (String what : List.of("confirm", "prepare", "shelve", "cancel")) {
            assertThat(code(abroad.json("POST", HOLDS + "/" + hold + "/" + what, "{}")))
                    .as(what)
                    .isEqualTo("no-such-hold");
        }
        JsonNode many = read(abroad.json("POST", HOLDS + "/confirm", "{\"holds\":[\"" + hold + "\"]}"));
        assertThat(text(many.required("results").required(0), "code")).isEqualTo("no-such-hold");
    }
}

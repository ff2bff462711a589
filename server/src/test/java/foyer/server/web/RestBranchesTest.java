package foyer.server.web;

import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.read;
import static foyer.server.web.RestServer.tag;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a branch decides, its figures, and times of pickup, by REST. */
@Tag("ledger")
class RestBranchesTest {
    private static final String HILLTOP = "/api/v1/staff/branches/hilltop";

    private final RestServer server = RestServer.shared();

    private static JsonNode value(JsonNode branch, String key) {
        return branch.required("policy")
                .valueStream()
                .filter(one -> text(one, "key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBranchDecidesOtherwiseThanItsNetworkAndTakesItBack() {
        JsonNode before = expect(200, server.staff().get(HILLTOP));
        assertThat(text(value(before, "hold-limit"), "source")).isEqualTo("network");
        assertThat(text(value(before, "renewals"), "source")).isEqualTo("usual");
        assertThat(value(before, "renewal-by").required("choices").toString())
                .isEqualTo("[\"request\",\"self-service\"]");
        HttpResponse<String> put =
                server.staff().json("PUT", HILLTOP + "/policy", "{\"values\":{\"pickup-days\":\"5\"}}");
        JsonNode decided = value(expect(200, put), "pickup-days");
        assertThat(text(decided, "value")).isEqualTo("5");
        assertThat(text(decided, "source")).isEqualTo("branch");
        assertThat(text(decided, "network")).isEqualTo("3");
        HttpResponse<String> wrong =
                server.staff().json("PUT", HILLTOP + "/policy", "{\"values\":{\"pickup-days\":\"many\"}}");
        assertThat(code(wrong)).isEqualTo("policy-wrong");
        assertThat(text(read(wrong), "detail")).contains("pickup-days", "whole number");
        assertThat(code(server.staff().json("PUT", HILLTOP + "/policy", "{\"values\":{\"colour\":\"red\"}}")))
                .isEqualTo("policy-wrong");
        assertThat(code(server.staff().json("PUT", HILLTOP + "/policy", "{}"))).isEqualTo("fields-wrong");
        assertThat(code(server.staff().with("If-Match", "\"1\"").json("PUT", HILLTOP + "/policy", "{\"values\":{}}")))
                .isEqualTo("changed-meanwhile");
        JsonNode after = expect(
                200, server.staff().with("If-Match", tag(put)).json("PUT", HILLTOP + "/policy", "{\"values\":{}}"));
        assertThat(text(value(after, "pickup-days"), "source")).isEqualTo("usual");
    }

    @Test
    void hoursAndSpecialDaysAreSetAndLifted() {
        String hours = "{\"hours\":\"MONDAY 09:00-17:00; FRIDAY 09:00-12:00\",\"holidays\":\"LATVIA\"}";
        JsonNode set = expect(200, server.staff().json("PUT", HILLTOP + "/hours", hours));
        assertThat(text(set, "hours")).isEqualTo("MONDAY 09:00-17:00; FRIDAY 09:00-12:00");
        assertThat(text(set, "holidays")).isEqualTo("LATVIA");
        HttpResponse<String> wrong = server.staff()
                .json("PUT", HILLTOP + "/hours", "{\"hours\":\"MOONDAY 09:00-17:00\",\"holidays\":\"NONE\"}");
        assertThat(code(wrong)).isEqualTo("calendar-wrong");
        assertThat(text(read(wrong), "detail")).contains("MOONDAY");
        String day = HILLTOP + "/days/2027-03-01";
        JsonNode special = expect(200, server.staff().json("PUT", day, "{\"words\":\"Stocktaking\"}"));
        assertThat(special.required("days").toString()).contains("Stocktaking", "2027-03-01");
        assertThat(code(server.staff().json("PUT", day, "{\"hours\":\"9 to 5\"}")))
                .isEqualTo("calendar-wrong");
        assertThat(expect(200, server.staff().send("DELETE", day)).required("days"))
                .isEmpty();
        assertThat(code(server.staff().send("DELETE", day))).isEqualTo("day-wrong");
        assertThat(code(server.staff().json("PUT", HILLTOP + "/days/someday", "{}")))
                .isEqualTo("parameter-wrong");
    }

    @Test
    void anotherNetworksBranchIsNotThere() {
        assertThat(server.foreigner().get(HILLTOP).statusCode()).isEqualTo(404);
        assertThat(code(server.foreigner().get(HILLTOP))).isEqualTo("no-such-branch");
        assertThat(code(server.foreigner().json("PUT", HILLTOP + "/policy", "{\"values\":{}}")))
                .isEqualTo("no-such-branch");
        assertThat(code(server.foreigner().json("PUT", HILLTOP + "/days/2027-03-01", "{}")))
                .isEqualTo("no-such-branch");
        assertThat(code(server.staff().get("/api/v1/staff/branches/nowhere"))).isEqualTo("no-such-branch");
    }

    /** An open day ahead, whatever day other tests have put the clock to. */
    private LocalDate openDay() {
        LocalDate day = server.today().plusDays(1);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day;
    }

    private String slots(LocalDate day) {
        return "appointments/slots?branch=riverside&day=" + day;
    }

    @Test
    void aPatronChoosesMovesAndCancelsATimeOfPickup() {
        LocalDate day = openDay();
        JsonNode slots = expect(200, server.patron(23).get("/api/v1/" + slots(day)));
        assertThat(text(slots, "offered")).isEqualTo("offered");
        String first = text(slots.required("free").required(0), "from");
        String body = "{\"branch\":\"riverside\",\"from\":\"" + first + "\"}";
        HttpResponse<String> nothing = server.patron(23).json("POST", "/api/v1/appointments", body);
        assertThat(code(nothing)).isEqualTo("wrong-state");
        assertThat(text(read(nothing), "detail")).isEqualTo("nothing-to-collect");
        String hold = text(server.placed(23, "t47"), "id");
        expect(200, server.staff().json("POST", "/api/v1/staff/holds/" + hold + "/confirm", "{}"));
        Browser keyed = server.patron(23).with("Idempotency-Key", key());
        HttpResponse<String> agreed = keyed.json("POST", "/api/v1/appointments", body);
        JsonNode appointment = expect(201, agreed);
        assertThat(Browser.location(agreed)).isEqualTo("/api/v1/appointments/" + text(appointment, "id"));
        assertThat(text(expect(201, keyed.json("POST", "/api/v1/appointments", body)), "id"))
                .isEqualTo(text(appointment, "id"));
        JsonNode others = expect(200, server.patron(24).get("/api/v1/" + slots(day)));
        assertThat(others.required("free").toString()).doesNotContain(first);
        String second = text(slots.required("free").required(1), "from");
        String path = "/api/v1/appointments/" + text(appointment, "id");
        assertThat(text(expect(200, server.patron(23).json("PATCH", path, "{\"from\":\"" + second + "\"}")), "from"))
                .isEqualTo(second);
        assertThat(code(server.patron(23).json("PATCH", path, "{\"from\":\"2199-01-01T00:00:00Z\"}")))
                .isEqualTo("slot-closed");
        assertThat(code(server.patron(23).json("PATCH", path, "{\"from\":\"+1000000000-12-31T23:59:59Z\"}")))
                .isIn("fields-wrong", "body-wrong-shape");
        assertThat(expect(200, server.patron(23).get("/api/v1/account")).required("appointments"))
                .hasSize(1);
        assertThat(code(server.patron(24).get(path))).isEqualTo("no-such-appointment");
        assertThat(code(server.patron(24).send("DELETE", path))).isEqualTo("no-such-appointment");
        expect(204, server.patron(23).send("DELETE", path));
        assertThat(code(server.patron(23).send("DELETE", path))).isEqualTo("wrong-state");
        assertThat(expect(200, server.patron(23).get("/api/v1/appointments"))).isEmpty();
    }

    @Test
    void staffAgreeOnThePhoneMoveAndSayThatNobodyCame() {
        String hold = text(server.placed(24, "t48"), "id");
        expect(200, server.staff().json("POST", "/api/v1/staff/holds/" + hold + "/confirm", "{}"));
        LocalDate day = openDay();
        JsonNode free =
                expect(200, server.staff().get("/api/v1/staff/" + slots(day))).required("free");
        String from = text(free.required(3), "from");
        String body = "{\"patron\":\"p24\",\"branch\":\"riverside\",\"from\":\"%s\",\"channel\":\"PHONE\"}";
        String appointments = "/api/v1/staff/appointments";
        JsonNode agreed = expect(201, server.staff().json("POST", appointments, body.formatted(from)));
        assertThat(text(agreed, "patronName")).contains("Ilze");
        assertThat(code(server.staff().json("POST", appointments, body.formatted(from))))
                .isEqualTo("wrong-state");
        assertThat(code(server.foreigner().json("POST", appointments, body.formatted(from))))
                .isEqualTo("no-such-patron");
        String path = appointments + "/" + text(agreed, "id");
        String later = text(free.required(4), "from");
        String read = tag(server.staff().get(path));
        HttpResponse<String> moved =
                server.staff().with("If-Match", read).json("POST", path + "/move", "{\"from\":\"" + later + "\"}");
        expect(200, moved);
        assertThat(code(server.staff().with("If-Match", read).json("POST", path + "/cancel", "{}")))
                .isEqualTo("changed-meanwhile");
        assertThat(tag(moved)).isNotEqualTo(read).isEqualTo(tag(server.staff().get(path)));
        JsonNode listed = expect(200, server.staff().get(appointments + "?branch=riverside&day=" + day));
        assertThat(listed.required("list").toString()).contains(text(agreed, "id"), later);
        assertThat(code(server.staff().get(appointments + "?branch=faraway&day=" + day)))
                .isEqualTo("no-such-branch");
        for (String what : new String[] {"/move", "/cancel", "/missed"}) {
            assertThat(code(server.foreigner().json("POST", path + what, "{\"from\":\"" + from + "\"}")))
                    .as(what)
                    .isEqualTo("no-such-appointment");
        }
        assertThat(code(server.staff().json("POST", path + "/missed", "{}"))).isEqualTo("wrong-state");
        server.undisturbed(() -> {
            server.goTo(day, LocalTime.of(19, 0));
            JsonNode missed = expect(200, server.staff().json("POST", path + "/missed", "{}"));
            assertThat(text(missed, "state")).isEqualTo("missed");
        });
        assertThat(code(server.staff().json("POST", path + "/cancel", "{}"))).isEqualTo("wrong-state");
        JsonNode ended = expect(200, server.staff().get(appointments + "?branch=riverside&state=missed&day=" + day));
        assertThat(ended.required("list")).hasSize(1);
    }

    @Test
    void whereNothingIsAgreedThereAreNoTimes() {
        JsonNode none = expect(
                200,
                server.patron(23)
                        .get("/api/v1/appointments/slots?branch=hilltop&day="
                                + server.today().plus(1, ChronoUnit.DAYS)));
        assertThat(text(none, "offered")).isEqualTo("none");
        assertThat(none.required("free")).isEmpty();
        assertThat(code(server.patron(23).get("/api/v1/appointments/slots?branch=faraway&day=2027-01-01")))
                .isEqualTo("no-such-branch");
        assertThat(code(server.patron(23).get("/api/v1/appointments/slots?branch=hilltop&day=tomorrow")))
                .isEqualTo("parameter-wrong");
        assertThat(code(server.patron(23).get("/api/v1/appointments/slots?branch=hilltop&day=%2B99999-01-01")))
                .isEqualTo("parameter-wrong");
    }

    @Test
    void whatHappensIsCounted() {
        RestServer.Joined reader = server.joined("Counted");
        Browser asks = server.browser().as(reader.login(), reader.password()).with("Idempotency-Key", key());
        expect(201, asks.json("POST", "/api/v1/holds", RestServer.newHold("t49")));
        LocalDate day = server.today();
        String range = "from=" + day.minusDays(1) + "&until=" + day.plusDays(1);
        JsonNode counts =
                expect(200, server.staff().get("/api/v1/staff/statistics?branch=riverside&kind=hold-placed&" + range));
        assertThat(counts.required("list").required(0).required("times").asInt())
                .isPositive();
        JsonNode page =
                expect(200, server.staff().get("/api/v1/staff/statistics?limit=1&from=2026-01-01&until=2099-12-31"));
        JsonNode next = expect(
                200,
                server.staff()
                        .get("/api/v1/staff/statistics?limit=1&from=2026-01-01&until=2099-12-31&cursor="
                                + text(page, "next")));
        assertThat(next.required("list")).isNotEqualTo(page.required("list"));
        assertThat(expect(200, server.foreigner().get("/api/v1/staff/statistics?" + range))
                        .required("list"))
                .isEmpty();
        server.patron(16).send("DELETE", "/api/v1/holds/none");
        server.staff().json("POST", "/api/v1/staff/check-outs", "{\"item\":\"none\",\"patron\":\"p16\"}");
        JsonNode refusals = expect(200, server.staff().get("/api/v1/staff/refusals?" + range));
        assertThat(refusals.required("list").toString()).contains("no-such-item", "desk");
        assertThat(code(server.staff().get("/api/v1/staff/statistics?from=2027-01-02&until=2027-01-01")))
                .isEqualTo("parameter-wrong");
    }

    @Test
    void whatADeskRefusedIsCountedForItsOwnNetworkAlone() {
        String unknown = "{\"item\":\"never-printed\"}";
        long here = refusals(server.staff());
        long abroad = refusals(server.foreigner());
        assertThat(code(server.staff().json("POST", "/api/v1/staff/check-ins", unknown)))
                .isEqualTo("no-such-item");
        assertThat(refusals(server.staff())).isEqualTo(here + 1);
        assertThat(refusals(server.foreigner())).isEqualTo(abroad);
        assertThat(code(server.foreigner().json("POST", "/api/v1/staff/check-ins", unknown)))
                .isEqualTo("no-such-item");
        assertThat(refusals(server.staff())).isEqualTo(here + 1);
        assertThat(refusals(server.foreigner())).isEqualTo(abroad + 1);
    }

    private static long refusals(Browser staff) {
        return expect(200, staff.get("/api/v1/staff/refusals?from=2020-01-01&until=2099-12-31&limit=200"))
                .required("list")
                .valueStream()
                .filter(row ->
                        text(row, "place").equals("desk") && text(row, "reason").equals("no-such-item"))
                .mapToLong(row -> row.required("times").asLong())
                .sum();
    }
}

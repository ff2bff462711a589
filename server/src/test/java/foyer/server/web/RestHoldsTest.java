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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A patron's own holds by REST. */
@Tag("ledger")
class RestHoldsTest {
    private final RestServer server = RestServer.shared();

    private static String path(JsonNode hold) {
        return "/api/v1/holds/" + text(hold, "id");
    }

    @Test
    void aHoldSaysUntilWhenItIsWantedAndThatCanBeChangedAndLifted() {
        LocalDate day = server.today().plusDays(20);
        String body = "{\"title\":\"t1\",\"pickupBranch\":\"riverside\",\"notNeededAfter\":\"%s\"}".formatted(day);
        JsonNode hold =
                expect(201, server.patron(1).with("Idempotency-Key", key()).json("POST", "/api/v1/holds", body));
        assertThat(text(hold, "notNeededAfter")).isEqualTo(day.toString());
        String later = "{\"notNeededAfter\":\"%s\"}".formatted(day.plusDays(1));
        assertThat(text(expect(200, server.patron(1).json("PATCH", path(hold), later)), "notNeededAfter"))
                .isEqualTo(day.plusDays(1).toString());
        assertThat(expect(200, server.patron(1).json("PATCH", path(hold), "{\"notNeededAfter\":null}"))
                        .has("notNeededAfter"))
                .isFalse();
        String past = "{\"notNeededAfter\":\"%s\"}".formatted(server.today().minusDays(1));
        assertThat(code(server.patron(1).json("PATCH", path(hold), past))).isEqualTo("day-wrong");
    }

    @Test
    void aWaitingHoldIsSuspendedAndWokenAndSaysItsPlace() {
        server.placed(2, "t11");
        JsonNode waits = server.placed(3, "t11");
        assertThat(text(waits, "state")).isEqualTo("queued");
        assertThat(expect(200, server.patron(3).get(path(waits) + "/expected"))
                        .required("position")
                        .asInt())
                .isEqualTo(1);
        String day = server.today().plusDays(9).toString();
        JsonNode suspended =
                expect(200, server.patron(3).json("PATCH", path(waits), "{\"suspendedUntil\":\"" + day + "\"}"));
        assertThat(text(suspended, "suspendedUntil")).isEqualTo(day);
        assertThat(expect(200, server.patron(3).json("PATCH", path(waits), "{\"suspendedUntil\":null}"))
                        .has("suspendedUntil"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"suspendedUntil\":null,\"notNeededAfter\":null}",
                "{\"suspendedUntil\":\"soon\"}",
                "{\"suspendedUntil\":7}",
                "{\"notNeededAfter\":\"+999999999-12-31\"}"
            })
    void aChangeIsOfOneThingAndOfADayThatCanBe(String body) {
        String hold = ids(expect(200, server.patron(4).get("/api/v1/holds"))).stream()
                .findFirst()
                .orElseGet(() -> text(server.placed(4, "t12"), "id"));
        HttpResponse<String> answer = server.patron(4).json("PATCH", "/api/v1/holds/" + hold, body);
        assertThat(code(answer)).isEqualTo("fields-wrong");
        assertThat(read(answer).required("fields")).isNotEmpty();
    }

    @Test
    void whatWasReadBeforeAndHasChangedSinceIsNotChangedAgain() {
        JsonNode hold = server.placed(5, "t2");
        String read = tag(server.patron(5).get(path(hold)));
        String day = "{\"notNeededAfter\":\"%s\"}".formatted(server.today().plusDays(5));
        HttpResponse<String> changed = server.patron(5).with("If-Match", read).json("PATCH", path(hold), day);
        expect(200, changed);
        assertThat(tag(changed)).isNotEqualTo(read);
        HttpResponse<String> stale = server.patron(5).with("If-Match", read).send("DELETE", path(hold));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(code(stale)).isEqualTo("changed-meanwhile");
        assertThat(code(server.patron(5).with("If-Match", "W/\"1\"").send("DELETE", path(hold))))
                .isEqualTo("changed-meanwhile");
        expect(204, server.patron(5).with("If-Match", tag(changed)).send("DELETE", path(hold)));
        assertThat(server.patron(5)
                        .with("If-None-Match", tag(server.patron(5).get(path(hold))))
                        .get(path(hold))
                        .statusCode())
                .isEqualTo(304);
    }

    /** Without the key the second would be told that the hold is in a state in which it cannot be withdrawn. */
    @Test
    void aCommandWithAKeyIsRepeatedWithoutHarm() {
        JsonNode hold = server.placed(5, "t3");
        Browser keyed = server.patron(5).with("Idempotency-Key", key());
        expect(204, keyed.send("DELETE", path(hold)));
        expect(204, keyed.send("DELETE", path(hold)));
        HttpResponse<String> without = server.patron(5).send("DELETE", path(hold));
        assertThat(code(without)).isEqualTo("wrong-state");
        assertThat(text(read(without), "detail")).isEqualTo("cancelled");
        assertThat(code(server.patron(5)
                        .with("Idempotency-Key", "x".repeat(129))
                        .send("DELETE", path(hold))))
                .isEqualTo("parameter-wrong");
    }

    @Test
    void pagesNeitherRepeatNorSkipWhatStoodStill() {
        List<String> placed = new ArrayList<>();
        for (String title : List.of("t13", "t14", "t15", "t16", "t17")) {
            JsonNode hold = server.placed(6, title);
            placed.addFirst(text(hold, "id"));
            // Withdrawn, so that the limit leaves room for the next: an ended hold stays on the list.
            expect(204, server.patron(6).send("DELETE", path(hold)));
        }
        JsonNode first = expect(200, server.patron(6).get("/api/v1/holds?limit=2"));
        assertThat(ids(first)).isEqualTo(placed.subList(0, 2));
        server.placed(6, "t18");
        JsonNode second = expect(200, server.patron(6).get("/api/v1/holds?limit=2&cursor=" + text(first, "next")));
        assertThat(ids(second)).isEqualTo(placed.subList(2, 4));
        JsonNode last = expect(200, server.patron(6).get("/api/v1/holds?limit=2&cursor=" + text(second, "next")));
        assertThat(ids(last)).isEqualTo(placed.subList(4, 5));
        assertThat(last.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "cursor=%21", "cursor=bG9hbnMAMQAyADM", "cursor=eA"})
    void aPageThatCannotBeIsRefused(String question) {
        assertThat(code(server.patron(6).get("/api/v1/holds?" + question))).isEqualTo("parameter-wrong");
    }

    @Test
    void whyAHoldCannotBePlacedNamesTheRulesAndTheirPolicy() {
        for (String title : List.of("t4", "t5", "t6")) {
            server.placed(7, title);
        }
        HttpResponse<String> refused =
                server.patron(7).with("Idempotency-Key", key()).json("POST", "/api/v1/holds", newHold("t7"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("hold-limit");
        assertThat(text(read(refused), "detail")).isEqualTo("3");
        JsonNode why = expect(200, server.patron(7).get("/api/v1/holds/explanation?title=t7&branch=riverside"));
        assertThat(why.required("allowed").asBoolean()).isFalse();
        JsonNode limit = why.required("rules")
                .valueStream()
                .filter(rule -> rule.has("refusal"))
                .findFirst()
                .orElseThrow();
        assertThat(text(limit, "refusal")).isEqualTo("hold-limit");
        assertThat(text(limit, "words")).contains("as many holds as are allowed");
        assertThat(text(limit.required("policy"), "hold-limit")).isEqualTo("3");
        assertThat(code(server.patron(7).get("/api/v1/holds/explanation?title=foreign&branch=riverside")))
                .isEqualTo("no-such-title");
        assertThat(code(server.patron(7).get("/api/v1/holds/explanation?title=t7&branch=faraway")))
                .isEqualTo("no-such-branch");
    }

    @Test
    void anothersHoldIsNotThere() {
        JsonNode hold = server.placed(8, "t8");
        Browser other = server.patron(9);
        String day = "{\"notNeededAfter\":\"%s\"}".formatted(server.today());
        assertThat(code(other.get(path(hold)))).isEqualTo("no-such-hold");
        assertThat(code(other.get(path(hold) + "/expected"))).isEqualTo("no-such-hold");
        assertThat(code(other.json("PATCH", path(hold), day))).isEqualTo("no-such-hold");
        assertThat(code(other.send("DELETE", path(hold)))).isEqualTo("no-such-hold");
        assertThat(ids(expect(200, other.get("/api/v1/holds")))).isEmpty();
    }
}

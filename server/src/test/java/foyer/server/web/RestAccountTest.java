package foyer.server.web;

import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The account, whole (domain A11), of patrons who join for it. */
@Tag("ledger")
class RestAccountTest {
    private final RestServer server = RestServer.shared();

    /** Somebody new at riverside. */
    private record Reader(String id, Browser browser) {
        JsonNode account() {
            return expect(200, browser.get("/api/v1/account"));
        }

        JsonNode placed(String title) {
            return expect(
                    201,
                    browser.with("Idempotency-Key", RestServer.key())
                            .json("POST", "/api/v1/holds", RestServer.newHold(title)));
        }
    }

    private Reader joined(String card) {
        String body = """
                {"branch":"riverside","given":"Marta","family":"Account %s","language":"lv","card":"%s"}""".formatted(card, card);
        JsonNode joined = expect(201, server.staff().json("POST", "/api/v1/staff/patrons", body));
        JsonNode secrets = joined.required("secrets");
        Browser browser = server.browser()
                .as(text(secrets, "login"), text(secrets, "password"))
                .with("Accept-Language", "en");
        return new Reader(text(joined, "patron"), browser);
    }

    private void staff(JsonNode hold, String what) {
        expect(200, server.staff().json("POST", "/api/v1/staff/holds/" + text(hold, "id") + "/" + what, "{}"));
    }

    @Test
    void aNewAccountIsEmptyAndSaysWhatIsLeft() {
        JsonNode account = joined("29301").account();
        for (String list : new String[] {
            "ordered", "reserved", "inQueue", "rejected", "onLoan", "overdue", "blocks", "fines", "appointments"
        }) {
            assertThat(account.required(list)).as(list).isEmpty();
        }
        JsonNode limits = account.required("limits");
        assertThat(limits.required("holdsLeft").asInt()).isEqualTo(3);
        assertThat(limits.required("loansLeft").asInt()).isEqualTo(10);
        assertThat(limits.has("advice")).isFalse();
        assertThat(text(account, "phone")).isEqualTo("+371 1");
    }

    @Test
    void eachHoldStandsInItsListWithWhatThePatronNeedsToKnow() {
        Reader reader = joined("29302");
        Reader other = joined("29303");
        other.placed("t50");
        JsonNode waits = reader.placed("t50");
        JsonNode shelved = reader.placed("t51");
        JsonNode ordered = reader.placed("t52");
        staff(shelved, "confirm");
        assertThat(reader.account().required("ordered")).hasSize(2);
        staff(shelved, "shelve");
        JsonNode account = reader.account();
        JsonNode queued = account.required("inQueue").required(0);
        assertThat(text(queued.required("hold"), "id")).isEqualTo(text(waits, "id"));
        assertThat(queued.required("position").asInt()).isEqualTo(1);
        JsonNode reserved = account.required("reserved").required(0);
        assertThat(text(reserved, "where")).isEqualTo("hold-shelf");
        assertThat(text(reserved.required("pickup"), "address")).isEqualTo("Upes iela 1, Upmala");
        assertThat(text(reserved.required("hold"), "lastDay")).isNotBlank();
        JsonNode review = account.required("ordered").required(0);
        assertThat(text(review.required("hold"), "id")).isEqualTo(text(ordered, "id"));
        assertThat(text(review, "outcomeFrom")).isGreaterThan(text(ordered, "placedAt"));
        assertThat(account.required("limits").required("holdsLeft").asInt()).isZero();
    }

    /** What can be collected is there to be seen; what is only confirmed is told at its hour (domain A10). */
    @Test
    void aConfirmedHoldIsTellableOnlyFromItsHourOn() {
        Reader reader = joined("29304");
        JsonNode hold = reader.placed("t53");
        staff(hold, "confirm");
        assertThat(reader.account().required("ordered")).hasSize(1);
        server.goTo(server.today().plusDays(4), LocalTime.of(11, 0));
        JsonNode account = reader.account();
        assertThat(account.required("ordered")).isEmpty();
        assertThat(text(account.required("reserved").required(0), "where")).isEqualTo("being-prepared");
    }

    @Test
    void whoHasAsManyHoldsAsLoansAreFreeIsAdvised() {
        Reader reader = joined("29305");
        for (int item = 30054; item <= 30060; item++) {
            server.lent(Integer.toString(item), reader.id());
        }
        reader.placed("t9");
        reader.placed("t10");
        assertThat(reader.account().required("limits").has("advice")).isFalse();
        reader.placed("t19");
        JsonNode limits = reader.account().required("limits");
        assertThat(limits.required("loansLeft").asInt()).isEqualTo(3);
        assertThat(text(limits, "advice")).isEqualTo("holds-beyond-free-loans");
        assertThat(text(limits, "words")).contains("as many holds as you may still borrow");
        assertThat(reader.account().required("onLoan")).hasSize(7);
    }
}

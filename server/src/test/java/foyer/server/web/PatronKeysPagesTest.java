package foyer.server.web;

import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.ids;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.newHold;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.server.staff.Argon2;
import foyer.server.web.RestServer.Joined;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Readers join, lose their cards, forget their PINs, are locked and unlocked: staff's pages (domain A1, B10, B14). */
@Tag("ledger")
class PatronKeysPagesTest {
    private static final String READERS = "/staff/patrons";

    private final RestServer server = RestServer.shared();
    private final Browser staff = server.atTheDesk();

    private JsonNode person(String id) {
        return expect(200, server.staff().get("/api/v1/staff/patrons/" + id));
    }

    private JsonNode found(String words) {
        return expect(200, server.staff().get("/api/v1/staff/patrons?q=" + words));
    }

    /** What stands beside a word on the page that shows secrets. */
    private static String secret(OpenPage page, String word) {
        return page.document().select(".secrets div").stream()
                .filter(one -> one.expectFirst("dt").text().equals(word))
                .findFirst()
                .orElseThrow()
                .expectFirst("dd")
                .text();
    }

    private boolean opens(String pin, String patron) {
        String hash = server.ledger()
                .sql("SELECT pin_hash FROM patron WHERE id = :id")
                .param("id", patron)
                .query(String.class)
                .single();
        return Argon2.matches(pin, hash);
    }

    @Test
    void whoJoinsIsShownTheSecretsOnceAndNothingKeepsThem() {
        OpenPage secrets = OpenPage.of(staff, READERS)
                .fill("Given name", "Jānis")
                .fill("Family name", "Smilga-Jaunā")
                .choose("Branch", "Hilltop")
                .choose("Language", "Latviešu")
                .fill("E-mail", "janis@library.example")
                .fill("Phone", "+371 55")
                .fill("Number of a printed card", "28001")
                .fill("User name", "janis.smilga")
                .tick("Needs a low compartment")
                .press("Register");
        assertThat(secrets.status()).isEqualTo(200);
        assertThat(secrets.header("Cache-Control")).isEqualTo("no-store");
        assertThat(secret(secrets, "Library card")).isEqualTo("28001");
        assertThat(secret(secrets, "User name")).isEqualTo("janis.smilga");
        String pin = secret(secrets, "PIN");
        String password = secret(secrets, "Password");

        JsonNode person = found("smilga-jaunā").required("list").required(0);
        String id = text(person, "id");
        assertThat(text(person, "given")).isEqualTo("Jānis");
        assertThat(text(person, "branch")).isEqualTo("hilltop");
        assertThat(text(person, "language")).isEqualTo("lv");
        assertThat(text(person, "email")).isEqualTo("janis@library.example");
        assertThat(text(person, "phone")).isEqualTo("+371 55");
        assertThat(person.required("low").asBoolean()).isTrue();
        expect(200, server.browser().as("janis.smilga", password).get("/api/v1/account"));
        assertThat(opens(pin, id)).isTrue();

        assertThat(staff.get(READERS + "/" + id).body()).contains("28001").doesNotContain(password);
        assertThat(staff.get(READERS + "?q=28001").body()).contains("Jānis Smilga-Jaunā");
    }

    @Test
    void branchesStandInTheOrderOfTheirNames() {
        assertThat(OpenPage.of(staff, READERS).field("Branch").select("option").eachText())
                .containsExactly("Hilltop", "Riverside");
    }

    @Test
    void withoutANumberTheNextCardIsTaken() {
        OpenPage secrets = OpenPage.of(staff, READERS)
                .fill("Given name", "Ieva")
                .fill("Family name", "Vizbule")
                .press("Register");
        String card = secret(secrets, "Library card");
        assertThat(text(found("vizbule").required("list").required(0), "branch"))
                .as("where staff sit")
                .isEqualTo("riverside");
        assertThat(card).matches("27[0-9]{3}");
        assertThat(secret(secrets, "User name")).isEqualTo(card);
        assertThat(text(found("vizbule").required("list").required(0), "card")).isEqualTo(card);
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNobodyJoins() {
        OpenPage form = OpenPage.of(staff, READERS);
        assertThatThrownBy(() -> form.press("Register")).hasMessageContaining("does not send given empty");
        form.fill("Given name", "Līga").fill("Family name", "Madara");
        OpenPage wrong = form.fill("Number of a printed card", "99").press("Register");
        refused(wrong, "#card", "wrong-card", "This card number does not fit; check its digits.");
        OpenPage taken = wrong.fill("Number of a printed card", "20001").press("Register");
        refused(taken, "#card", "wrong-card", "This card number is or was somebody's. Take another card.");
        OpenPage login = taken.fill("Number of a printed card", "28002")
                .fill("User name", "user1")
                .press("Register");
        refused(login, "#login", "wrong-login", "This user name is taken. Choose another one.");
        OpenPage blank = login.fill("Given name", "  ").press("Register");
        refused(blank, "#given", "wrong-given", "Please fill this in.");
        assertThat(ids(found("madara"))).isEmpty();
    }

    private static void refused(OpenPage page, String field, String where, String words) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.said()).startsWith("The reader is not registered yet.");
        assertThat(page.document().expectFirst("#" + where).text()).isEqualTo(words);
        assertThat(page.field(field).attr("aria-invalid")).isEqualTo("true");
        assertThat(page.field(field).attr("aria-describedby")).contains(where);
        assertThat(page.field("Family name").val()).isEqualTo("Madara");
    }

    @Test
    void aLostCardIsReplacedByAPrintedOne() {
        Joined reader = server.joined("Sarma");
        String lost = text(person(reader.id()), "card");
        OpenPage secrets = OpenPage.of(staff, reader.page())
                .fill("Number of a printed card", "28003")
                .press("Replace card");
        assertThat(secrets.header("Cache-Control")).isEqualTo("no-store");
        assertThat(secret(secrets, "Library card")).isEqualTo("28003");
        assertThat(opens(secret(secrets, "PIN"), reader.id())).isTrue();
        assertThat(text(person(reader.id()), "card")).isEqualTo("28003");
        assertThat(OpenPage.of(staff, reader.page()).words()).contains("28003").doesNotContain(lost);
        assertThat(ids(found(lost))).isEmpty();

        OpenPage refused = OpenPage.of(staff, reader.page())
                .fill("Number of a printed card", lost)
                .press("Replace card");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.said()).isEqualTo("This card number is or was somebody's. Take another card.");
        assertThat(text(person(reader.id()), "card")).isEqualTo("28003");
    }

    @Test
    void aForgottenPasswordAndPinAreMadeAnew() {
        Joined reader = server.joined("Rasa");
        OpenPage secrets = OpenPage.of(staff, reader.page())
                .choose("How the reader asked", "by phone")
                .press("New PIN and password");
        assertThat(secrets.header("Cache-Control")).isEqualTo("no-store");
        assertThat(server.patron(reader).get("/api/v1/account").statusCode()).isEqualTo(401);
        String password = secret(secrets, "Password");
        expect(200, server.browser().as(reader.login(), password).get("/api/v1/account"));
        assertThat(opens(secret(secrets, "PIN"), reader.id())).isTrue();
        assertThat(server.kept("secrets-reset", reader.id())).contains("PHONE").doesNotContain(password);
    }

    @Test
    void aReaderIsLockedWithAReasonAndUnlocked() {
        Joined reader = server.joined("Krusa");
        OpenPage open = OpenPage.of(staff, reader.page());
        assertThat(open.fill("Reason the reader will see", "  ")
                        .press("Lock account")
                        .said())
                .isEqualTo("Give a reason.");
        assertThat(person(reader.id()).has("lock")).isFalse();
        OpenPage locked = open.fill("Reason the reader will see", "Three books are missing")
                .press("Lock account");
        assertThat(locked.said()).contains("The account is locked.");
        assertThat(locked.words()).contains("Locked account: Three books are missing (Inese Zariņa,");
        assertThat(locked.has("Lock account")).isFalse();
        assertThat(text(person(reader.id()).required("lock"), "reason")).isEqualTo("Three books are missing");
        assertThat(code(wishes(reader))).isEqualTo("locked");
        assertThat(staff.get(READERS + "?q=krusa").body()).contains("locked");

        OpenPage unlocked = locked.press("Unlock account");
        assertThat(unlocked.said()).isEqualTo("The account is unlocked.");
        assertThat(unlocked.has("Unlock account")).isFalse();
        assertThat(person(reader.id()).has("lock")).isFalse();
        expect(201, wishes(reader));
        assertThat(locked.press("Unlock account").said()).startsWith("It has changed meanwhile");
    }

    private HttpResponse<String> wishes(Joined reader) {
        return server.patron(reader).with("Idempotency-Key", key()).json("POST", "/api/v1/holds", newHold("t79"));
    }

    @Test
    void staffOfAnotherNetworkReachNoReader() {
        Joined reader = server.joined("Salna");
        String card = text(person(reader.id()), "card");
        Browser abroad = server.abroad();
        for (String what : new String[] {"/card", "/secrets", "/lock", "/unlock"}) {
            Map<String, String> form = Map.of("lock-reason", "mine", "card", "28009");
            assertThat(abroad.form("/staff/check-in", reader.page() + what, form)
                            .statusCode())
                    .as(what)
                    .isEqualTo(404);
        }
        assertThat(text(person(reader.id()), "card")).isEqualTo(card);
        expect(200, server.patron(reader).get("/api/v1/account"));
    }
}

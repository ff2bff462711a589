package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The pages of staff, in four languages, without scripts. */
@Tag("ledger")
class PagesTest {
    private final WebServer server = WebServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"lv", "el", "en", "ru"})
    void everyPageSpeaksTheLanguageAndMissesNoWord(String language) {
        Browser staff = server.browser();
        assertThat(staff.get("/?lang=" + language).body()).contains("<html lang=\"" + language + "\"");
        staff.signedIn();
        for (String path : List.of(
                "/staff/holds",
                "/staff/pull",
                "/staff/renewals",
                "/staff/returns",
                "/staff/clear-out?all=true",
                "/staff/check-in",
                "/staff/appointments",
                "/staff/patrons?q=ilze",
                "/staff/patrons/il-p1",
                "/staff/branches",
                "/staff/branches/ilukste",
                "/staff/stations",
                "/staff/stations/entrance-1",
                "/staff/stations/entrance-1?still=true",
                "/staff/titles?q=e",
                "/staff/titles?q=nothing-like-this",
                "/staff/unread",
                "/staff/nothing")) {
            String page = staff.get(path).body();
            assertThat(page)
                    .as(path)
                    .contains("<html lang=\"" + language + "\"")
                    .doesNotContain("??");
            assertThat(page).contains("<main id=\"content\"", "<h1");
        }
    }

    @Test
    void theLanguageIsKeptByACookie() {
        Browser browser = server.browser();
        browser.get("/?lang=el");
        assertThat(browser.get("/").body()).contains("Κωδικός πρόσβασης");
        assertThat(server.browser()
                        .with("Accept-Language", "de, ru;q=0.8")
                        .get("/")
                        .body())
                .contains("Пароль");
        assertThat(server.browser().get("/?lang=xx").body()).contains("<html lang=\"en\"");
    }

    @Test
    void theCharacterNulIsTheCallersMistake() {
        Browser staff = server.browser();
        staff.get("/?lang=en");
        staff.signedIn();
        assertThat(staff.get("/staff/patrons?q=il%00ze").statusCode()).isEqualTo(400);
        assertThat(staff.form("/staff/check-in", "/staff/check-in", Map.of("item", "1\0002"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aHoldIsConfirmedAndAnotherRejectedWithAReason() {
        String confirmed = place("ka-like-1", "il-006");
        String rejected = place("ka-like-2", "il-007");
        Browser staff = server.browser();
        staff.get("/?lang=en");
        staff.signedIn();
        assertThat(staff.get("/staff/holds").body()).contains(confirmed, rejected, "Andris Bērziņš");

        staff.form("/staff/holds", "/staff/holds/confirm", Map.of("hold", confirmed));
        assertThat(staff.get("/staff/holds").body()).contains("1 hold is confirmed.");
        assertThat(staff.get("/staff/pull").body()).contains("Dzejnieka uzdevums");

        staff.form("/staff/holds", "/staff/holds/reject", Map.of("hold", rejected, "reason", " "));
        assertThat(staff.get("/staff/holds").body()).contains("Give a reason");
        staff.form("/staff/holds", "/staff/holds/reject", Map.of("hold", rejected, "reason", "<b>Damaged</b>"));
        assertThat(staff.get("/staff/holds").body()).contains("1 hold is rejected");
        staff.form("/staff/holds", "/staff/holds/confirm", Map.of("hold", confirmed));
        assertThat(staff.get("/staff/holds").body()).contains("It has changed meanwhile");
    }

    @Test
    void anotherNetworkSeesNothingOfIt() {
        Browser abroad = server.browser();
        abroad.signIn("anna.desk", "porta-tou-proiou-27");
        assertThat(abroad.get("/staff/stations/entrance-1").statusCode()).isEqualTo(404);
        assertThat(abroad.get("/staff/stations/entrance-1/part").statusCode()).isEqualTo(404);
        assertThat(abroad.get("/staff/stations/entrance-1/live").statusCode()).isEqualTo(404);
        assertThat(abroad.get("/staff/titles?q=epif").body()).doesNotContain("31457000102033");
        assertThat(abroad.get("/staff/holds").body()).doesNotContain("Ilze");
    }

    @Test
    void anAlarmIsShownAndClosed() {
        JdbcClient ledger = server.context().getBean("ledgerClient", JdbcClient.class);
        ledger.sql("INSERT INTO discrepancy (station, kind, door, extra, at, received_at)"
                        + " VALUES ('entrance-1', 'door-jammed', '16', '{}', 1000, 1000)")
                .update();
        Browser staff = server.browser();
        staff.get("/?lang=en");
        staff.signedIn();
        String page = staff.get("/staff/stations/entrance-1").body();
        assertThat(page).contains("Door 16 did not open", "Looked at it");
        String action = page.replaceAll("(?s).*action=\"(/staff/stations/entrance-1/alarms/[0-9]+/close)\".*", "$1");
        HttpResponse<String> closed = staff.form("/staff/stations/entrance-1", action, Map.of());
        assertThat(Browser.location(closed)).endsWith("/staff/stations/entrance-1");
        assertThat(staff.get("/staff/stations/entrance-1").body())
                .contains("Marked as looked at.")
                .doesNotContain("Door 16 did not open");
        staff.form("/staff/stations/entrance-1", action, Map.of());
        assertThat(staff.get("/staff/stations/entrance-1").body()).contains("It was already looked at.");
    }

    @Test
    void theCatalogueShowsEveryCopyAndEscapesWhatWasTyped() {
        Browser staff = server.browser().signedIn();
        assertThat(staff.get("/staff/titles?q=vija").body()).contains("Vija Zariņa", "31457000102504", "9789934565236");
        assertThat(staff.get("/staff/titles?q=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
    }

    private String place(String key, String title) {
        HttpResponse<String> placed = server.browser()
                .as("andris", "vecais-ozols")
                .with("Idempotency-Key", key)
                .json("POST", "/api/v1/holds", "{\"title\":\"" + title + "\",\"pickupBranch\":\"ilukste\"}");
        assertThat(placed.statusCode()).isEqualTo(201);
        return new JsonMapper().readTree(placed.body()).required("id").asString();
    }
}

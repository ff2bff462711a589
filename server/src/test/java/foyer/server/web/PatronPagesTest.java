package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers, returns at the desk, appointments and branches: what staff see and press, without scripts. */
@Tag("ledger")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatronPagesTest {
    private static final String ANDRIS = "/staff/patrons/il-p2";
    private static final String BRANCH = "/staff/branches/ilukste";
    private final WebServer server = WebServer.start();

    @AfterAll
    void close() {
        server.close();
    }

    private Browser english() {
        Browser staff = server.browser();
        staff.get("/?lang=en");
        return staff.signedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lv", "el", "en", "ru"})
    void everyPageSpeaksTheLanguage(String language) {
        Browser staff = server.browser();
        staff.get("/?lang=" + language);
        staff.signedIn();
        for (String path : List.of(
                "/staff/patrons?q=a",
                ANDRIS + "?q=e",
                "/staff/check-in",
                "/staff/appointments",
                "/staff/branches",
                BRANCH)) {
            HttpResponse<String> page = staff.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .contains("<html lang=\"" + language + "\"", "</html>")
                    .doesNotContain("??");
        }
    }

    @Test
    void aReaderIsLockedAndTheRefusedHoldIsExplained() {
        Browser staff = english();
        staff.form(ANDRIS, ANDRIS + "/lock", Map.of("lock-reason", "Lost books"));
        assertThat(staff.get(ANDRIS).body()).contains("Lost books", "Unlock account");
        staff.form(ANDRIS, ANDRIS + "/place", Map.of("title", "il-003", "pickup", "ilukste", "channel", "PHONE"));
        assertThat(staff.get(ANDRIS).body()).contains("Why the hold was not placed", "does not fit");
        staff.form(ANDRIS, ANDRIS + "/unlock", Map.of());
        assertThat(staff.get(ANDRIS).body()).contains("The account is unlocked.");
    }

    @Test
    void aBranchChangesARuleAndAWrongOneIsSaidBesideTheField() {
        Browser staff = english();
        HttpResponse<String> wrong = staff.form(BRANCH, BRANCH + "/policy", Map.of("value-loan-days", "many"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"wrong-value-loan-days\"", "value=\"many\"");
        staff.form(BRANCH, BRANCH + "/policy", Map.of("value-loan-days", "21"));
        assertThat(staff.get(BRANCH).body()).contains("The rules are saved.", "value=\"21\"");
        HttpResponse<String> stale =
                staff.form(BRANCH, BRANCH + "/policy", Map.of("version", "0", "value-loan-days", "22"));
        assertThat(stale.statusCode()).isEqualTo(422);
        staff.form(BRANCH, BRANCH + "/hours", Map.of("hours-MONDAY", "09:00-17:00", "holidays", "LATVIA"));
        assertThat(staff.get(BRANCH).body()).contains("The hours are saved.", "09:00-17:00");
    }

    @Test
    void anotherNetworkIsNotReached() {
        Browser abroad = server.browser();
        abroad.signIn("anna.desk", "porta-tou-proiou-27");
        assertThat(abroad.get(ANDRIS).statusCode()).isEqualTo(404);
        assertThat(abroad.get(BRANCH).statusCode()).isEqualTo(404);
        assertThat(abroad.get("/staff/appointments?branch=ilukste").statusCode())
                .isEqualTo(404);
        assertThat(abroad.get("/staff/patrons?q=andris").body()).doesNotContain("21457003042378");
    }
}

package foyer.server.web;

import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.text;

import foyer.server.LiveServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * A whole server for the pages of staff, with {@link foyer.server.SmallLibrary} in it: staff of one branch and of the
 * other network, patrons who ask by REST, and doors. Each test has patrons and titles of its own.
 */
final class DeskServer {
    static final DeskServer SHARED = new DeskServer();

    final LiveServer live = LiveServer.start("--server.address=127.0.0.1", "--foyer.web.plain=true");

    private Browser browser() {
        String port = live.bean(Environment.class).getRequiredProperty("local.server.port");
        return new Browser(URI.create("http://127.0.0.1:" + port));
    }

    /** Signed in on the pages at the branch {@code riverside}, in English. */
    Browser staff() {
        return signedIn("inese");
    }

    /** Staff of the other network. */
    Browser abroad() {
        return signedIn("eleni");
    }

    private Browser signedIn(String user) {
        Browser staff = browser();
        staff.get("/?lang=en");
        staff.signIn(user, "staff-secret");
        return staff;
    }

    Browser patron(int number) {
        return browser().as("user" + number, "secret-" + number).with("Accept-Language", "en");
    }

    /** Staff by REST. */
    Browser rest() {
        return browser().as("inese", "staff-secret").with("Accept-Language", "en");
    }

    /** A hold on any copy, to be collected at this branch; answers its id. */
    String placed(int patron, String title, String pickup) {
        String body = "{\"title\":\"%s\",\"pickupBranch\":\"%s\"}".formatted(title, pickup);
        Browser keyed = patron(patron).with("Idempotency-Key", key());
        return text(expect(201, keyed.json("POST", "/api/v1/holds", body)), "id");
    }

    /** A copy handed over at the desk; answers the loan's id. */
    String lent(String item, int patron) {
        String body = "{\"item\":\"%s\",\"patron\":\"p%d\"}".formatted(item, patron);
        return text(expect(200, rest().json("POST", "/api/v1/staff/check-outs", body)), "id");
    }

    /** Presses a button of the page, and answers the page that is shown then. */
    static String pressed(Browser staff, String page, String button, Map<String, String> values) {
        HttpResponse<String> answer = staff.form(page, button, values);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(button + " answered " + answer.statusCode());
        }
        return staff.get(Browser.location(answer)).body();
    }
}

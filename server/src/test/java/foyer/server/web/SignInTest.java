package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How staff come in, and how nobody else does. */
@Tag("ledger")
class SignInTest {
    private final WebServer server = WebServer.shared();

    @Test
    void theRightPasswordLeadsToTheReviewPage() {
        Browser browser = server.browser();
        assertThat(Browser.location(browser.signIn("inese.desk", "rita-durvis-46")))
                .endsWith("/staff/holds");
        assertThat(browser.get("/staff/holds").statusCode()).isEqualTo(200);
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
        Browser browser = server.browser();
        String wrong = Browser.location(browser.signIn("anna.desk", "not-this-one"));
        String unknown = Browser.location(browser.signIn("nobody", "not-this-one"));
        assertThat(wrong).isEqualTo(unknown).endsWith("/?refused=wrong");
        assertThat(browser.get("/?refused=wrong&lang=en").body()).contains("do not belong together");
        assertThat(browser.get("/staff/holds").statusCode()).isEqualTo(302);
    }

    @Test
    void aPatronIsNotStaff() {
        assertThat(Browser.location(server.browser().signIn("ilze", "upes-krasts")))
                .endsWith("/?refused=wrong");
    }

    @Test
    void theSixthTryWaits() {
        Browser browser = server.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(Browser.location(browser.signIn("guessed", "guess-" + i)))
                    .endsWith("/?refused=wrong");
        }
        assertThat(Browser.location(browser.signIn("guessed", "guess-5"))).endsWith("/?refused=wait");
        assertThat(server.browser()
                        .as("guessed", "guess-6")
                        .get("/api/v1/holds")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void theSessionIsANewOneAfterSigningIn() {
        Browser browser = server.browser();
        browser.get("/");
        String before = browser.cookie("foyer").map(HttpCookie::getValue).orElseThrow();
        browser.signedIn();
        assertThat(browser.cookie("foyer").map(HttpCookie::getValue).orElseThrow())
                .isNotEqualTo(before);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Browser browser = server.browser().signedIn();
        assertThat(browser.post("/staff/holds/confirm", Map.of("hold", "any")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingOutEndsIt() {
        Browser browser = server.browser().signedIn();
        browser.form("/staff/holds", "/sign-out", Map.of());
        assertThat(browser.get("/staff/holds").statusCode()).isEqualTo(302);
    }

    @Test
    void aPartAskedForByAPageMovesTheWholePage() {
        var answer = server.browser().with("HX-Request", "true").get("/staff/stations/entrance-1/part");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/");
    }
}

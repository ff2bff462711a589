package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries, and what no page contains. */
@Tag("ledger")
class HeadersTest {
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*\\ssrc=)|<style|\\sstyle=|\\son[a-z]+=");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:src|href|action)=\"(?:https?:)?//");

    private final WebServer server = WebServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/staff/holds", "/api/v1/holds", "/assets/foyer.css", "/nothing", "/actuator/health"})
    void everyAnswerIsGuarded(String path) {
        HttpResponse<String> answer = server.browser().get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff/holds",
                "/staff/pull",
                "/staff/renewals",
                "/staff/returns",
                "/staff/clear-out",
                "/staff/check-in",
                "/staff/appointments",
                "/staff/patrons/il-p1",
                "/staff/branches/ilukste",
                "/staff/stations",
                "/staff/stations/entrance-1",
                "/staff/titles?q=a",
                "/staff/unread",
                "/staff/nothing"
            })
    void noPageHasCodeInItOrAsksAnybodyElse(String path) {
        String page = server.browser().signedIn().get(path).body();
        assertThat(INLINE.matcher(page).find()).isFalse();
        assertThat(ELSEWHERE.matcher(page).find()).isFalse();
    }

    @Test
    void theSessionsCookieIsForThisSiteOnly() {
        HttpResponse<String> answer = server.browser().get("/");
        assertThat(header(answer, "Set-Cookie"))
                .startsWith("foyer=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void withTlsTheCookieNeverTravelsPlain() {
        try (WebServer server = WebServer.start("--foyer.web.plain=false")) {
            assertThat(header(server.browser().get("/?lang=lv"), "Set-Cookie")).contains("Secure");
            List<String> cookies = server.browser().get("/").headers().allValues("Set-Cookie");
            assertThat(cookies)
                    .anyMatch(cookie -> cookie.startsWith("__Host-foyer=")
                            && cookie.contains("Secure")
                            && cookie.contains("HttpOnly")
                            && cookie.contains("Path=/"));
        }
    }

    @Test
    void measurementsAreForThisMachineAlone() {
        assertThat(server.browser().get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(server.browser()
                        .with("X-Forwarded-For", "192.0.2.7")
                        .get("/actuator/prometheus")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void filesOfOurOwnMayBeKeptForGood() {
        String page = server.browser().get("/").body();
        var sheet = Pattern.compile("/assets/foyer-[0-9a-f]+\\.css").matcher(page);
        assertThat(sheet.find()).isTrue();
        assertThat(header(server.browser().get(sheet.group()), "Cache-Control")).contains("immutable");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }
}

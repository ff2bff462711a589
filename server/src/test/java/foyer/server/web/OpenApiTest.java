package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document says what the server does: no more, no less. */
@Tag("ledger")
class OpenApiTest {
    private final WebServer server = WebServer.shared();
    private final JsonNode document = new JsonMapper()
            .readTree(server.browser().get("/api/v1/openapi.json").body());

    @Test
    void everyRouteIsDescribedAndEveryDescribedRouteIsThere() {
        Set<String> registered = new RouteCheck(server)
                .routes().stream()
                        .filter(route -> route.path().startsWith("/api/v1/")
                                || route.path().equals("/station-enrolment"))
                        .filter(route -> !route.path().contains("openapi"))
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described()).isEqualTo(registered).hasSizeGreaterThan(15);
    }

    @Test
    void everyDescribedRouteAnswers() {
        Browser staff = server.browser().as("inese.desk", "rita-durvis-46");
        for (String route : described()) {
            String[] parts = route.split(" ", 2);
            int status =
                    staff.send(parts[0], parts[1].replaceAll("\\{[^}]*}", "1")).statusCode();
            assertThat(status).as(route).isNotIn(405, 500, 501);
        }
    }

    @Test
    void itIsOpenApi31WithWordsAndExamples() {
        assertThat(document.required("openapi").asString()).startsWith("3.1");
        for (String path : document.required("paths").propertyNames()) {
            for (JsonNode operation : document.required("paths").required(path)) {
                assertThat(operation.path("summary").asString("")).as(path).isNotBlank();
            }
        }
        assertThat(document.at("/components/schemas/NewHold/properties/title/description")
                        .asString(""))
                .isNotBlank();
        assertThat(document.toString()).contains("Dvēseļu putenis");
    }

    private Set<String> described() {
        Set<String> described = new TreeSet<>();
        for (String path : document.required("paths").propertyNames()) {
            for (String method : document.required("paths").required(path).propertyNames()) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return described;
    }
}

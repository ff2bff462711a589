package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.whole.DemonstrationData.Person;
import foyer.whole.DemonstrationData.Title;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Who takes part in the end-to-end tests, and what both sides have written down about it. */
final class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Site site;
    private final Visit visit;

    Story(Site site) {
        this.site = site;
        this.visit = new Visit(site);
    }

    Visit visit() {
        return visit;
    }

    Person patron(int number) {
        return site.data().patrons().get(number);
    }

    Person staff(int number) {
        return site.data().staff().get(number);
    }

    /** A title with an item here and one at another branch; {@code skip} of them are passed over. */
    Title titleAtTwoBranches(int skip) {
        return site.data().titles().stream()
                .filter(title -> site.data().branchesWith(title).contains(site.branch())
                        && site.data().branchesWith(title).size() > 1)
                .skip(skip)
                .findFirst()
                .orElseThrow();
    }

    /** Places, confirms and loads a hold of its own for {@code patron}; it is ready when this returns. */
    Ready ready(Person patron, Person staff, int title, String key) throws Exception {
        String hold =
                visit.holdAndConfirm(patron, staff, titleAtTwoBranches(title).id(), key);
        try (Rest desk = site.rest(staff)) {
            JsonNode row = hold(desk, hold);
            String door = visit.load(staff, row);
            awaitHoldState(desk, hold, "ready");
            return new Ready(hold, row.required("item").stringValue(), door);
        }
    }

    record Ready(String hold, String item, String door) {}

    JsonNode hold(Rest desk, String hold) throws IOException, InterruptedException {
        return desk.get("/api/v1/staff/holds/" + hold);
    }

    String holdState(Rest desk, String hold) throws IOException, InterruptedException {
        return hold(desk, hold).required("state").stringValue();
    }

    void awaitHoldState(Rest desk, String hold, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(holdState(desk, hold)).isEqualTo(state));
    }

    /** The loan of a hold, as the patron reads it, once there is one. */
    JsonNode awaitLoan(Rest reader, String hold) {
        return await().atMost(PATIENCE).until(() -> loan(reader, hold), found -> !found.isMissingNode());
    }

    JsonNode awaitEnded(Rest reader, String hold) {
        return await().atMost(PATIENCE)
                .until(() -> loan(reader, hold), found -> found.path("endedAt").isString());
    }

    JsonNode loan(Rest reader, String hold) throws IOException, InterruptedException {
        for (JsonNode loan : reader.get("/api/v1/loans").required("list")) {
            if (loan.path("hold").asString("").equals(hold)) {
                return loan;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    /** Once the station has nothing left to send, its journal and the server's ledger hold the same events. */
    void assertBothSidesAgree() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(column(site.kiosk().database(), "select count(*) from outbox"))
                    .containsExactly("0");
            List<String> told = column(site.kiosk().database(), "select seq from journal order by seq");
            List<String> stored = column(site.server().ledger(), "select seq from station_event order by seq");
            assertThat(stored).isEqualTo(told);
        });
    }

    /** The first column of a query on a database that another process writes. */
    static List<String> column(Path database, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=5000");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}

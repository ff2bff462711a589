package foyer.server.web;

import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a branch decides, on staff's page: each button, what comes of it, and what is refused and why. */
@Tag("ledger")
class BranchPagesTest {
    private static final String PAGE = "/staff/branches/hilltop";
    private static final String REST = "/api/v1" + PAGE;

    private final RestServer server = RestServer.shared();
    private final Browser staff = server.atTheDesk();

    private OpenPage open() {
        return OpenPage.of(staff, PAGE);
    }

    private JsonNode branch() {
        return expect(200, server.staff().get(REST));
    }

    private JsonNode rule(String key) {
        return branch().required("policy")
                .valueStream()
                .filter(one -> text(one, "key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Element row(OpenPage page, String key) {
        return page.document().expectFirst(".rule:has([name=value-" + key + "])");
    }

    /** As other tests expect it. */
    @AfterEach
    void asBefore() {
        expect(200, server.staff().json("PUT", REST + "/policy", "{\"values\":{}}"));
    }

    @Test
    void everyRuleStandsUnderOneHeadingWithWhoDecidesIt() {
        OpenPage page = open();
        for (JsonNode rule : branch().required("policy")) {
            String key = text(rule, "key");
            assertThat(page.document().select("details.group [name=value-" + key + "]"))
                    .as(key)
                    .hasSize(1);
            assertThat(row(page, key).select(".from .tag").text())
                    .as(key)
                    .isEqualTo(
                            switch (text(rule, "source")) {
                                case "branch" -> "its own";
                                case "network" -> "as the network";
                                default -> "as usual";
                            });
        }
        assertThat(page.document().select("details.group > summary h3").eachText())
                .containsExactly(
                        "Holds",
                        "Loans and fines",
                        "Collecting",
                        "Returns and quarantine",
                        "Appointments",
                        "The door",
                        "Cards, numbers and keeping");
    }

    @Test
    void aValueIsDecidedHereAndLeftToTheNetworkAgain() {
        OpenPage saved = open().fill("Days of a loan", "21").press("Save rules");
        assertThat(saved.said()).isEqualTo("The rules are saved.");
        assertThat(saved.field("Days of a loan").val()).isEqualTo("21");
        assertThat(row(saved, "loan-days").text()).contains("its own", "otherwise: 14");
        assertThat(saved.document().select("#rules-loans summary").text()).contains("1 of its own");
        assertThat(text(rule("loan-days"), "value")).isEqualTo("21");
        assertThat(text(rule("loan-days"), "source")).isEqualTo("branch");
        // Nothing else was touched by saving a form that holds every rule.
        assertThat(branch().required("policy").valueStream().filter(one -> text(one, "source")
                        .equals("branch")))
                .hasSize(1);

        OpenPage again = saved.untick("this branch decides: Days of a loan").press("Save rules");
        assertThat(again.field("Days of a loan").val()).isEqualTo("14");
        assertThat(text(rule("loan-days"), "source")).isEqualTo("network");
    }

    @Test
    void theSameValueAsTheNetworksIsDecidedHereWhenItIsTicked() {
        open().tick("this branch decides: Days of quarantine").press("Save rules");
        assertThat(text(rule("quarantine-days"), "value")).isEqualTo("3");
        assertThat(text(rule("quarantine-days"), "source")).isEqualTo("branch");
    }

    @Test
    void choicesWeekdaysAndTimesAreChosenAndNotTyped() {
        OpenPage saved = open().choose("Where items are collected", "where it belongs")
                .untick("Monday", "Days the door takes returns")
                .untick("Sunday", "Days the door takes returns")
                .tick("as the branch is open", "Returns from")
                .tick("as the branch is open", "Returns until (00:00: the end of the day)")
                .press("Save rules");
        assertThat(saved.said()).isEqualTo("The rules are saved.");
        assertThat(text(rule("pickup-branch"), "value")).isEqualTo("owning");
        assertThat(text(rule("return-days"), "value")).isEqualTo("TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY");
        assertThat(text(rule("return-from"), "value")).isEqualTo("opening");
        assertThat(text(rule("return-until"), "value")).isEqualTo("opening");
        assertThat(saved.ticked("Monday", "Days the door takes returns")).isFalse();
        assertThat(saved.ticked("Friday", "Days the door takes returns")).isTrue();
        assertThat(saved.ticked("as the branch is open", "Returns from")).isTrue();
        assertThat(row(saved, "return-days").text()).contains("otherwise: every day");
    }

    @Test
    void aWrongValueIsRefusedInWordsAndNothingIsChanged() {
        JsonNode before = branch();
        OpenPage page = open().fill("Days of a loan", "many").fill("Renewals of one loan", "5");
        for (String day : List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")) {
            page.untick(day, "Days the door takes returns");
        }
        OpenPage refused = page.press("Save rules");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.said())
                .isEqualTo("Nothing is saved: a value does not fit. Beside it, below, stands what it must be.");
        assertThat(refused.document().select("#wrong-value-loan-days").text())
                .isEqualTo("This must be: a whole number from 1 to 3,650");
        assertThat(refused.document().select("#wrong-value-return-days").text())
                .isEqualTo("This must be: at least one day");
        assertThat(refused.document().select("details[open]").eachAttr("id"))
                .containsExactly("rules-loans", "rules-returns");
        assertThat(refused.field("Days of a loan").attr("aria-describedby")).contains("wrong-value-loan-days");
        assertThat(branch()).isEqualTo(before);
        // What was typed is still there, the wrong and the right.
        assertThat(refused.field("Days of a loan").val()).isEqualTo("many");
        assertThat(refused.field("Renewals of one loan").val()).isEqualTo("5");
        refused.fill("Days of a loan", "15")
                .tick("Friday", "Days the door takes returns")
                .press("Save rules");
        assertThat(text(rule("loan-days"), "value")).isEqualTo("15");
        assertThat(text(rule("renewals"), "value")).isEqualTo("5");
        assertThat(text(rule("return-days"), "value")).isEqualTo("FRIDAY");
    }

    @Test
    void hoursOfReturnsThatDoNotFitTogetherAreSaidBesideBoth() {
        OpenPage refused = open().fill("Returns from", "12:00")
                .fill("Returns until (00:00: the end of the day)", "09:00")
                .press("Save rules");
        assertThat(refused.status()).isEqualTo(422);
        for (String key : List.of("return-from", "return-until")) {
            assertThat(refused.document().select("#wrong-value-" + key).text())
                    .startsWith("Either both are times, the second after the first");
            assertThat(text(rule(key), "value")).isEqualTo("00:00");
        }
        refused.tick("as the branch is open", "Returns from").press("Save rules");
        assertThat(text(rule("return-from"), "value")).isEqualTo("00:00");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        OpenPage slow = open().fill("Days of a loan", "16");
        open().fill("Days of a loan", "17").press("Save rules");
        OpenPage refused = slow.press("Save rules");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.said()).startsWith("Somebody has changed it meanwhile.");
        assertThat(text(rule("loan-days"), "value")).isEqualTo("17");
    }

    @Test
    void hoursAreSetAndWrongOnesRefused() {
        OpenPage saved = open().fill("Monday", "09:00-13:00,14:00-17:00")
                .fill("Sunday", "")
                .choose("Public holidays", "of Latvia")
                .press("Save hours");
        assertThat(saved.said()).isEqualTo("The hours are saved.");
        assertThat(saved.field("Monday").val()).isEqualTo("09:00-13:00,14:00-17:00");
        String hours = text(branch(), "hours");
        assertThat(hours).contains("MONDAY 09:00-13:00,14:00-17:00").doesNotContain("SUNDAY");
        assertThat(text(branch(), "holidays")).isEqualTo("LATVIA");

        OpenPage refused = saved.fill("Tuesday", "nine to five").press("Save hours");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.said())
                .isEqualTo("Nothing is saved: a time or a day cannot be understood. It is marked below.");
        assertThat(refused.document().select("#wrong-hours-TUESDAY").text()).startsWith("As 10:00-18:00");
        assertThat(refused.field("Tuesday").val()).isEqualTo("nine to five");
        assertThat(text(branch(), "hours")).isEqualTo(hours);
    }

    @Test
    void aSpecialDayIsSetAndMadeOrdinaryAgain() {
        OpenPage set = open().fill("Day", "2031-05-06")
                .fill("Opening hours", "10:00-12:00")
                .fill("Why", "Inventory")
                .press("Set day");
        assertThat(set.said()).isEqualTo("The day is set.");
        assertThat(set.under("Special days")).contains("6 May 2031", "10:00-12:00", "Inventory");
        assertThat(branch().required("days").toString()).contains("2031-05-06", "10:00-12:00", "Inventory");

        OpenPage refused =
                set.fill("Day", "2031-05-07").fill("Opening hours", "all day").press("Set day");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("#wrong-special-hours")).hasSize(1);
        assertThat(refused.field("Day").val()).isEqualTo("2031-05-07");
        assertThat(branch().required("days").toString()).doesNotContain("2031-05-07");

        OpenPage ordinary = refused.press("As usual: Tue 6 May 2031");
        assertThat(ordinary.said()).isEqualTo("The day is as usual again.");
        assertThat(ordinary.under("Special days")).doesNotContain("Inventory");
        assertThat(branch().required("days").toString()).doesNotContain("2031-05-06");
    }

    @Test
    void staffOfAnotherNetworkChangeNothing() {
        JsonNode before = branch();
        Browser abroad = server.abroad();
        for (String what : new String[] {"/policy", "/hours", "/days", "/days/2031-05-06/ordinary"}) {
            var form = Map.of("value-loan-days", "99", "special-day", "2031-05-06", "holidays", "NONE");
            assertThat(abroad.form("/staff/check-in", PAGE + what, form).statusCode())
                    .as(what)
                    .isEqualTo(404);
        }
        assertThat(branch()).isEqualTo(before);
    }
}

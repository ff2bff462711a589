package foyer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.web.RestServer.Joined;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Staff's pages for who hears them instead of seeing them, or has no mouse: names, headings, and what refers to what. */
@Tag("ledger")
class FormsTest {
    private static final String FIELDS = "input:not([type=hidden]), select, textarea";

    private final RestServer server = RestServer.shared();
    private final Browser staff = server.atTheDesk();

    @Test
    void everythingOnEveryPageHasANameAndAPlace() {
        Joined reader = server.joined("Mežs");
        server.lent("30098", reader.id());
        server.placed(10, "t99");
        SoftAssertions soft = new SoftAssertions();
        for (String path : List.of(
                "/staff/holds",
                "/staff/pull",
                "/staff/renewals",
                "/staff/appointments",
                "/staff/returns?all=true",
                "/staff/clear-out?all=true",
                "/staff/check-in",
                "/staff/patrons?q=a",
                reader.page() + "?q=Author+98",
                "/staff/stations",
                "/staff/titles?q=Author",
                "/staff/branches",
                "/staff/branches/hilltop",
                "/staff/unread")) {
            sound(soft, path, OpenPage.of(staff, path).document());
        }
        soft.assertAll();
    }

    @Test
    void aRefusedFormToo() {
        OpenPage newcomer = OpenPage.of(staff, "/staff/patrons")
                .fill("Given name", "Zane")
                .fill("Family name", "Purva")
                .fill("Number of a printed card", "1")
                .press("Register");
        sound("a refused newcomer", newcomer.document());
        assertThat(newcomer.document().select("[autofocus]").eachAttr("id")).containsExactly("card");
        OpenPage rules = OpenPage.of(staff, "/staff/branches/hilltop")
                .fill("Days of a loan", "0")
                .press("Save rules");
        sound("refused rules", rules.document());
        assertThat(rules.document().select("[autofocus]").eachAttr("id")).containsExactly("value-loan-days");
    }

    private static void sound(String path, Document page) {
        SoftAssertions soft = new SoftAssertions();
        sound(soft, path, page);
        soft.assertAll();
    }

    private static void sound(SoftAssertions soft, String path, Document page) {
        soft.assertThat(page.select("h1")).as(path + " has one first heading").hasSize(1);
        soft.assertThat(skipped(page)).as(path + " skips no rank of headings").isEmpty();
        soft.assertThat(page.select("[id]").eachAttr("id")).as(path + " ids").doesNotHaveDuplicates();
        for (String reference : List.of("for", "form", "list", "aria-describedby", "aria-labelledby")) {
            for (Element one : page.select("[" + reference + "]")) {
                for (String id : List.of(one.attr(reference).split("\\s+", -1))) {
                    soft.assertThat(page.getElementById(id))
                            .as(path + " " + reference + "=" + id)
                            .isNotNull();
                }
            }
        }
        for (Element field : page.select(FIELDS)) {
            soft.assertThat(named(page, field)).as(path + " " + field).isTrue();
        }
        for (Element button : page.select("button:not([hidden]), summary, a")) {
            soft.assertThat(button.text() + button.attr("aria-label"))
                    .as(path + " " + button)
                    .isNotBlank();
        }
        soft.assertThat(page.select("table:not(:has(> caption))"))
                .as(path + " tables without a caption")
                .isEmpty();
    }

    private static boolean named(Document page, Element field) {
        return field.hasAttr("aria-label")
                || field.hasAttr("aria-labelledby")
                || field.closest("label") != null
                || page.select("label[for]").stream()
                        .anyMatch(label -> label.attr("for").equals(field.id()));
    }

    /** Headings that stand more than one rank below the one before. */
    private static List<String> skipped(Document page) {
        int[] rank = {0};
        return page.select("h1, h2, h3, h4").stream()
                .map(heading -> Map.entry(
                        heading.text(), Integer.parseInt(heading.normalName().substring(1))))
                .filter(heading -> {
                    int before = rank[0];
                    rank[0] = heading.getValue();
                    return heading.getValue() > before + 1;
                })
                .map(Map.Entry::getKey)
                .toList();
    }
}

package foyer.server.web;

import static foyer.server.web.DeskServer.pressed;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds on staff's pages, from the review to the hold shelf. */
@Tag("ledger")
class ReviewPagesTest {
    private static final String REVIEW = "/staff/holds";
    private static final String PULL = "/staff/pull";

    private final DeskServer server = DeskServer.SHARED;
    private final Browser staff = server.staff();

    private String state(String hold) {
        return text(expect(200, server.rest().get("/api/v1/staff/holds/" + hold)), "state");
    }

    private static String section(String page, String id) {
        int from = page.indexOf("<section aria-labelledby=\"" + id + "\"");
        return page.substring(from, page.indexOf("</section>", from));
    }

    @Test
    void theReviewSaysWhereTheCopyIsAndWhoCameFromTheQueue() {
        String first = server.placed(1, "t11", "hilltop");
        String second = server.placed(2, "t11", "riverside");
        String page = staff.get(REVIEW).body();
        assertThat(page).contains(first, "30011", "collected at: Hilltop").doesNotContain(second);
        page = pressed(staff, REVIEW, REVIEW + "/reject", Map.of("hold", first, "reason", "<b>Torn</b>"));
        assertThat(page)
                .contains("1 hold is rejected", second, "from the queue")
                .doesNotContain(first);
        assertThat(state(second)).isEqualTo("under-review");
    }

    @Test
    void manyAreConfirmedAndManyRejectedAtOnce() {
        String one = server.placed(3, "t12", "riverside");
        String two = server.placed(3, "t13", "riverside");
        String three = server.placed(3, "t14", "riverside");
        assertThat(pressed(staff, REVIEW, REVIEW + "/confirm", Map.of())).contains("Choose at least one hold first.");
        assertThat(pressed(staff, REVIEW, REVIEW + "/confirm", Map.of("hold", one + ",no-such-hold," + two)))
                .contains("2 holds are confirmed.", "There is no such hold.");
        assertThat(pressed(staff, REVIEW, REVIEW + "/confirm", Map.of("hold", one)))
                .contains("Grāmata 12, otrais: It has changed meanwhile");
        String both = three + "," + server.placed(4, "t15", "riverside");
        assertThat(pressed(staff, REVIEW, REVIEW + "/reject", Map.of("hold", both, "reason", " ")))
                .contains("Grāmata 14, otrais: Give a reason");
        assertThat(pressed(staff, REVIEW, REVIEW + "/reject", Map.of("hold", both, "reason", "Lost.", "gone", "true")))
                .contains("2 holds are rejected");
        assertThat(server.rest().get("/api/v1/staff/items/30014").body()).contains("uncertain");
    }

    @Test
    void aMemberSeesTheOwnBranchFirstAndAllOnDemand() {
        String near = server.placed(5, "t1", "riverside");
        String far = server.placed(6, "t1", "hilltop");
        assertThat(staff.get(REVIEW).body()).contains(near).doesNotContain(far);
        assertThat(staff.get(REVIEW + "?all=true").body()).contains(near, far);
        Map<String, String> all = Map.of("hold", near + "," + far, "all", "true");
        assertThat(Browser.location(staff.form(REVIEW, REVIEW + "/confirm", all)))
                .endsWith("/staff/holds?all=true");
        assertThat(staff.get(PULL).body()).contains(near).doesNotContain(far);
        assertThat(staff.get(PULL + "?all=true").body()).contains(near, far);
    }

    @Test
    void whatIsConfirmedIsPulledAlongTheShelvesPreparedAndLaidOntoTheHoldShelf() {
        String later = server.placed(7, "t21", "riverside");
        String earlier = server.placed(7, "t16", "riverside");
        pressed(staff, REVIEW, REVIEW + "/confirm", Map.of("hold", later + "," + earlier));
        String page = staff.get(PULL).body();
        // Author 16 stands before author 21, though that hold was placed later.
        assertThat(section(page, "pull")).containsSubsequence("Grāmata 16, otrais", "Grāmata 21, otrais");
        page = pressed(staff, PULL, "/staff/holds/prepare", Map.of("hold", later));
        assertThat(page).contains("1 hold is prepared.");
        assertThat(section(page, "pull")).doesNotContain(later).contains(earlier);
        assertThat(section(page, "prepared")).contains(later, "Riverside");
        page = pressed(staff, PULL, "/staff/holds/shelve", Map.of("hold", later));
        assertThat(page).contains("1 hold is on the hold shelf.");
        assertThat(section(page, "shelf")).contains("Grāmata 21, otrais", "Ilze Kalniņa");
        assertThat(state(later)).isEqualTo("on-hold-shelf");
        Map<String, String> missing = Map.of("hold", earlier, "reason", "Not found.", "gone", "true", "from", "pull");
        page = pressed(staff, PULL, "/staff/holds/reject", missing);
        assertThat(page).contains("1 hold is rejected");
        assertThat(section(page, "pull")).doesNotContain(earlier);
        assertThat(pressed(staff, PULL, "/staff/holds/prepare", Map.of("hold", earlier)))
                .contains("It has changed meanwhile");
    }

    @Test
    void manyArePreparedAndManyLaidOntoTheHoldShelfAtOnce() {
        String both = server.placed(8, "t17", "riverside") + "," + server.placed(8, "t18", "riverside");
        pressed(staff, REVIEW, REVIEW + "/confirm", Map.of("hold", both));
        assertThat(pressed(staff, PULL, "/staff/holds/prepare", Map.of("hold", both)))
                .contains("2 holds are prepared.");
        assertThat(pressed(staff, PULL, "/staff/holds/shelve", Map.of("hold", both)))
                .contains("2 holds are on the hold shelf.");
    }

    @Test
    void theHeadCountsWhatWaitsAtTheOwnBranch() {
        int before = count(staff.get(REVIEW).body());
        server.placed(9, "t2", "hilltop");
        server.placed(9, "t19", "riverside");
        assertThat(count(staff.get(REVIEW).body())).isEqualTo(before + 1);
    }

    private static int count(String page) {
        String link = "(?s).*?<a href=\"/staff/holds\"[^>]*><span>Review</span> ?(?:<b>(\\d+)</b>)?.*";
        String number = page.replaceAll(link, "$1");
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }

    @Test
    void anotherNetworkSeesAndDecidesNothing() {
        String hold = server.placed(10, "t20", "riverside");
        Browser abroad = server.abroad();
        assertThat(abroad.get(REVIEW + "?all=true").body()).doesNotContain(hold);
        for (String what : new String[] {"confirm", "reject", "prepare", "shelve"}) {
            assertThat(pressed(abroad, REVIEW, REVIEW + "/" + what, Map.of("hold", hold, "reason", "Mine.")))
                    .as(what)
                    .contains("There is no such hold.")
                    .doesNotContain("Grāmata 20");
        }
        assertThat(state(hold)).isEqualTo("under-review");
    }

    @Test
    void aFormFromElsewhereIsNotTaken() {
        String hold = server.placed(11, "t22", "riverside");
        assertThat(staff.post(REVIEW + "/confirm", Map.of("hold", hold)).statusCode())
                .isEqualTo(403);
        assertThat(state(hold)).isEqualTo("under-review");
    }
}

package foyer.server.web;

import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.ids;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.newHold;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.web.RestServer.Joined;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A reader's holds on staff's page: each button, and what comes of it (domain A14, B11). */
@Tag("ledger")
class PatronHoldsPagesTest {
    private final RestServer server = RestServer.shared();
    private final Browser staff = server.atTheDesk();

    private String placed(Joined reader, String title) {
        Browser keyed = server.patron(reader).with("Idempotency-Key", key());
        return text(expect(201, keyed.json("POST", "/api/v1/holds", newHold(title))), "id");
    }

    private JsonNode hold(String id) {
        return expect(200, server.staff().get("/api/v1/staff/holds/" + id));
    }

    private JsonNode holds(Joined reader) {
        return expect(200, server.staff().get("/api/v1/staff/patrons/" + reader.id() + "/holds"));
    }

    @Test
    void whoPhonesGetsAHoldOnTheCopyTheyLike() {
        Joined reader = server.joined("Priede");
        OpenPage found = OpenPage.of(staff, reader.page())
                .fill("Title, author or ISBN", "Grāmata 61")
                .press("Search");
        assertThat(found.under("Place a hold for the reader")).contains("Grāmata 61, otrais", "Author 61");
        OpenPage after = found.choose("How the reader asked", "by phone")
                .fill("Why", "has no computer")
                .choose("Pickup", "Riverside")
                .choose("Copy: Grāmata 61, otrais", "30061 · Riverside · available")
                .press("Place hold: Grāmata 61, otrais");
        assertThat(after.said()).isEqualTo("The hold is placed.");
        assertThat(after.under("Holds")).contains("Grāmata 61, otrais", "30061", "under review", "Riverside");
        // One call is often about more than one thing.
        assertThat(after.field("Why").val()).isEqualTo("has no computer");
        JsonNode hold = holds(reader).required("list").required(0);
        assertThat(text(hold, "titleId")).isEqualTo("t61");
        assertThat(text(hold, "item")).isEqualTo("30061");
        assertThat(server.kept("hold-placed", reader.id())).contains("PHONE", "has no computer");
        assertThat(ids(expect(200, server.patron(reader).get("/api/v1/holds")))).containsExactly(text(hold, "id"));
    }

    @Test
    void whatTheRulesRefuseIsExplainedAndNothingIsPlaced() {
        Joined reader = server.joined("Egle");
        for (String title : new String[] {"t62", "t63", "t64"}) {
            placed(reader, title);
        }
        OpenPage after = OpenPage.of(staff, reader.page() + "?q=Author+65").press("Place hold: Grāmata 65, otrais");
        assertThat(after.said()).isNotBlank().doesNotContain("placed");
        assertThat(after.under("Why the hold was not placed"))
                .contains("does not fit", "Open holds of one reader: 3", "fits");
        assertThat(after.under("Holds")).doesNotContain("Grāmata 65");
        assertThat(ids(holds(reader))).hasSize(3);
    }

    @Test
    void aHoldIsCancelledForWhoWroteALetter() {
        Joined reader = server.joined("Kļava");
        String hold = placed(reader, "t66");
        OpenPage after = OpenPage.of(staff, reader.page())
                .choose("How the reader asked", "by e-mail")
                .fill("Why", "moves away")
                .press("Cancel: Grāmata 66, otrais");
        assertThat(after.said()).isEqualTo("The hold is cancelled.");
        assertThat(after.under("Holds")).contains("There are no holds.");
        assertThat(text(hold(hold), "state")).isEqualTo("cancelled");
        assertThat(server.kept("hold-cancelled", reader.id())).contains("EMAIL", "moves away");
        assertThat(text(
                        expect(200, server.staff().get("/api/v1/staff/items/30066"))
                                .required("copy"),
                        "state"))
                .isEqualTo("available");
    }

    @Test
    void aHoldThatWasCancelledElsewhereMeanwhileIsSaidToBeGone() {
        Joined reader = server.joined("Osis");
        String hold = placed(reader, "t67");
        OpenPage open = OpenPage.of(staff, reader.page());
        expect(204, server.patron(reader).send("DELETE", "/api/v1/holds/" + hold));
        assertThat(open.press("Cancel: Grāmata 67, otrais").said()).isEqualTo("There is no such hold.");
    }

    @Test
    void aWaitingHoldIsSuspendedAndResumed() {
        server.lent("30068", server.joined("Bērza").id());
        Joined reader = server.joined("Vītola");
        String hold = placed(reader, "t68");
        String day = server.today().plusDays(20).toString();
        OpenPage suspended = OpenPage.of(staff, reader.page())
                .fill("Until (empty: no longer)", day)
                .press("Suspend");
        assertThat(suspended.said()).isEqualTo("The hold is changed.");
        assertThat(suspended.under("Holds")).contains("suspended until");
        assertThat(text(hold(hold), "suspendedUntil")).isEqualTo(day);
        assertThat(suspended.field("Until (empty: no longer)").val()).isEqualTo(day);

        OpenPage refused = suspended
                .fill("Until (empty: no longer)", server.today().minusDays(1).toString())
                .press("Suspend");
        assertThat(refused.said()).isEqualTo("This day has passed or does not fit. Choose another one.");
        assertThat(text(hold(hold), "suspendedUntil")).isEqualTo(day);

        OpenPage resumed = refused.fill("Until (empty: no longer)", "").press("Suspend");
        assertThat(resumed.said()).isEqualTo("The hold is changed.");
        assertThat(resumed.under("Holds")).doesNotContain("suspended until");
        assertThat(hold(hold).has("suspendedUntil")).isFalse();
        assertThat(text(hold(hold), "state")).isEqualTo("queued");
    }

    @Test
    void staffOfAnotherNetworkPressNothingOfThisPage() {
        Joined reader = server.joined("Liepa");
        String hold = placed(reader, "t69");
        for (String what : new String[] {"/place", "/holds/" + hold + "/cancel", "/holds/" + hold + "/suspend"}) {
            assertThat(server.abroad()
                            .form("/staff/check-in", reader.page() + what, java.util.Map.of("title", "t70"))
                            .statusCode())
                    .as(what)
                    .isEqualTo(404);
        }
        assertThat(ids(holds(reader))).containsExactly(hold);
        assertThat(text(hold(hold), "state")).isEqualTo("under-review");
    }
}

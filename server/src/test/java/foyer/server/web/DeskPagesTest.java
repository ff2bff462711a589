package foyer.server.web;

import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.newHold;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.web.RestServer.Joined;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes back over the desk and what lies too long on the hold shelf: each button, and what comes of it. */
@Tag("ledger")
class DeskPagesTest {
    private static final String CHECK_IN = "/staff/check-in";
    private static final String CLEAR_OUT = "/staff/clear-out";

    private final RestServer server = RestServer.shared();
    private final Browser staff = server.atTheDesk();

    private String state(String item) {
        JsonNode found = expect(200, server.staff().get("/api/v1/staff/items/" + item));
        return text(found.required("copy"), "state");
    }

    private OpenPage taken(String item) {
        return OpenPage.of(staff, CHECK_IN).fill("Item’s barcode", item).press("Take back");
    }

    private String placed(Joined reader, String title) {
        Browser keyed = server.patron(reader).with("Idempotency-Key", key());
        return text(expect(201, keyed.json("POST", "/api/v1/holds", newHold(title))), "id");
    }

    @Test
    void aLoanEndsAndThePageSaysWhereTheCopyGoes() {
        Joined reader = server.joined("Kalniņš");
        String loan = text(server.lent("30091", reader.id()), "id");
        OpenPage page = taken("30091");
        assertThat(page.words()).contains("Grāmata 91, otrais", "was: on loan", "To quarantine until", "Riverside");
        assertThat(page.field("Item’s barcode").val()).as("ready for the next").isEmpty();
        assertThat(state("30091")).isEqualTo("in-quarantine");
        assertThat(text(expect(200, server.staff().get("/api/v1/staff/loans/" + loan)), "endedAt"))
                .isNotBlank();
        assertThat(expect(200, server.patron(reader).get("/api/v1/account")).required("onLoan"))
                .isEmpty();
    }

    @Test
    void whatWasNeverLentIsTakenToo() {
        assertThat(taken("30092").words()).contains("Grāmata 92, otrais", "was: available", "To the shelf: Riverside.");
        assertThat(state("30092")).isEqualTo("available");
    }

    @Test
    void whatIsNotKnownIsSaidAndTheNextScanMeetsAnEmptyField() {
        OpenPage page = taken("nothing-like-it");
        assertThat(page.said()).isEqualTo("nothing-like-it: There is no such copy.");
        assertThat(page.field("Item’s barcode").val()).isEmpty();
        assertThat(taken("50001").said()).isEqualTo("50001: It belongs to another library network.");
    }

    @Test
    void whatNobodyWantsAnyMoreIsTakenOffTheHoldShelf() {
        Joined reader = server.joined("Lejiņa");
        String hold = placed(reader, "t93");
        for (String what : new String[] {"/confirm", "/shelve"}) {
            expect(200, server.staff().json("POST", "/api/v1/staff/holds/" + hold + what, "{}"));
        }
        assertThat(OpenPage.of(staff, CLEAR_OUT).has("Taken out: Grāmata 93, otrais"))
                .isFalse();
        expect(204, server.patron(reader).send("DELETE", "/api/v1/holds/" + hold));
        assertThat(waiting()).contains("30093");
        OpenPage after = OpenPage.of(staff, CLEAR_OUT).press("Taken out: Grāmata 93, otrais");
        assertThat(after.said()).isEqualTo("Grāmata 93, otrais: to its shelf, Riverside.");
        assertThat(after.has("Taken out: Grāmata 93, otrais")).isFalse();
        assertThat(state("30093")).isEqualTo("available");
        assertThat(waiting()).doesNotContain("30093");
    }

    private String waiting() {
        return staff.get(CLEAR_OUT).body();
    }

    @Test
    void whatTheNextWaitsForGoesToThem() {
        Joined reader = server.joined("Krastiņš");
        String hold = placed(reader, "t94");
        for (String what : new String[] {"/confirm", "/shelve"}) {
            expect(200, server.staff().json("POST", "/api/v1/staff/holds/" + hold + what, "{}"));
        }
        String next = placed(server.joined("Siliņa"), "t94");
        expect(204, server.patron(reader).send("DELETE", "/api/v1/holds/" + hold));
        OpenPage after = OpenPage.of(staff, CLEAR_OUT).press("Taken out: Grāmata 94, otrais");
        assertThat(after.said()).contains("Grāmata 94, otrais: somebody waits for it.");
        assertThat(state("30094")).isEqualTo("held");
        JsonNode waiting = expect(200, server.staff().get("/api/v1/staff/holds/" + next));
        assertThat(text(waiting, "state")).isEqualTo("under-review");
        assertThat(text(waiting, "item")).isEqualTo("30094");
    }
}

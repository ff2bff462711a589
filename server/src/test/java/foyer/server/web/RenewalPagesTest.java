package foyer.server.web;

import static foyer.server.web.DeskServer.pressed;
import static foyer.server.web.RestServer.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Renewals that patrons ask for, on staff's page (domain A12). */
@Tag("ledger")
class RenewalPagesTest {
    private static final String PAGE = "/staff/renewals";

    private final DeskServer server = DeskServer.SHARED;
    private final Browser staff = server.staff();

    private String asked(String item, int patron) {
        String loan = server.lent(item, patron);
        expect(200, server.patron(patron).send("POST", "/api/v1/loans/" + loan + "/renewal"));
        return loan;
    }

    private static String row(String page, String loan) {
        int at = page.indexOf("choose-" + loan);
        return at < 0 ? "" : page.substring(page.lastIndexOf("<tr", at), page.indexOf("</tr>", at));
    }

    @Test
    void aRenewalIsGranted() {
        String loan = asked("30023", 12);
        assertThat(row(staff.get(PAGE).body(), loan))
                .contains("Grāmata 23, otrais", "Ilze Kalniņa", "0 of 2", "nobody waits");
        String page = pressed(staff, PAGE, PAGE + "/renew", Map.of("loan", loan));
        assertThat(page).contains("1 loan is renewed.");
        assertThat(row(page, loan)).isEmpty();
        assertThat(server.rest().get("/api/v1/staff/loans/" + loan).body()).contains("\"renewals\":1");
    }

    @Test
    void whatSomebodyWaitsForIsNotRenewedButRefusedWithAReason() {
        String loan = asked("30024", 12);
        server.placed(13, "t24", "riverside");
        assertThat(row(staff.get(PAGE).body(), loan)).contains("somebody waits");
        assertThat(pressed(staff, PAGE, PAGE + "/renew", Map.of("loan", loan)))
                .contains("Grāmata 24, otrais: Somebody waits for this title");
        assertThat(pressed(staff, PAGE, PAGE + "/refuse", Map.of("loan", loan, "reason", " ")))
                .contains("Give a reason");
        String page = pressed(staff, PAGE, PAGE + "/refuse", Map.of("loan", loan, "reason", "Another reader waits."));
        assertThat(page).contains("1 renewal is refused.");
        assertThat(row(page, loan)).isEmpty();
    }

    @Test
    void manyAreRenewedAndManyRefusedAtOnce() {
        String two = asked("30025", 14) + "," + asked("30026", 14);
        assertThat(pressed(staff, PAGE, PAGE + "/renew", Map.of())).contains("Choose at least one request first.");
        assertThat(pressed(staff, PAGE, PAGE + "/renew", Map.of("loan", two))).contains("2 loans are renewed.");
        assertThat(pressed(staff, PAGE, PAGE + "/refuse", Map.of("loan", two, "reason", "No.")))
                .contains("Grāmata 25, otrais: No renewal is requested");
        String other = asked("30027", 14) + "," + asked("30028", 14);
        assertThat(pressed(staff, PAGE, PAGE + "/refuse", Map.of("loan", other, "reason", "No.")))
                .contains("2 renewals are refused.");
    }

    @Test
    void anotherNetworkSeesAndDecidesNothing() {
        String loan = asked("30029", 15);
        Browser abroad = server.abroad();
        assertThat(abroad.get(PAGE + "?all=true").body()).doesNotContain(loan);
        for (String what : new String[] {"renew", "refuse"}) {
            assertThat(pressed(abroad, PAGE, PAGE + "/" + what, Map.of("loan", loan, "reason", "Mine.")))
                    .contains("There is no such loan.")
                    .doesNotContain("Grāmata 29");
        }
        assertThat(staff.post(PAGE + "/renew", Map.of("loan", loan)).statusCode())
                .isEqualTo(403);
        assertThat(row(staff.get(PAGE).body(), loan)).isNotEmpty();
    }
}

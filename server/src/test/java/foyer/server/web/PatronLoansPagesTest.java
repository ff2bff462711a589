package foyer.server.web;

import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.ids;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.newHold;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.web.RestServer.Joined;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A reader's loans and fines on staff's page: each button, and what comes of it (domain A9, A13, A14). */
@Tag("ledger")
class PatronLoansPagesTest {
    private final RestServer server = RestServer.shared();
    private final Browser staff = server.atTheDesk();

    private String lent(String item, Joined reader) {
        return text(server.lent(item, reader.id()), "id");
    }

    private JsonNode loan(String id) {
        return expect(200, server.staff().get("/api/v1/staff/loans/" + id));
    }

    private JsonNode fine(String loan) {
        return expect(200, server.staff().get("/api/v1/staff/fines/" + loan));
    }

    private HttpResponse<String> wishes(Joined reader, String title) {
        return server.patron(reader).with("Idempotency-Key", key()).json("POST", "/api/v1/holds", newHold(title));
    }

    /** Three days late, at ten cents a day. */
    private String owed(String item, Joined reader) {
        String loan = lent(item, reader);
        server.goTo(LocalDate.parse(text(loan(loan), "due")).plusDays(3), LocalTime.of(12, 0));
        expect(200, server.staff().json("POST", "/api/v1/staff/check-ins", "{\"item\":\"" + item + "\"}"));
        assertThat(text(fine(loan), "state")).isEqualTo("owed");
        return loan;
    }

    @Test
    void aCopyIsLentToTheReader() {
        Joined reader = server.joined("Zīle");
        OpenPage after = OpenPage.of(staff, reader.page())
                .fill("Item’s barcode", "30071")
                .press("Lend");
        assertThat(after.said()).isEqualTo("Lent.");
        assertThat(after.under("Loans")).contains("Grāmata 71, otrais", "30071");
        JsonNode loans = expect(200, server.patron(reader).get("/api/v1/loans"));
        assertThat(text(loans.required("list").required(0), "item")).isEqualTo("30071");
        assertThat(server.kept("checked-out", reader.id())).contains("DESK");
    }

    @Test
    void whatCannotBeLentIsRefusedInWords() {
        Joined reader = server.joined("Cielava");
        lent("30072", server.joined("Bezdelīga"));
        OpenPage open = OpenPage.of(staff, reader.page());
        assertThat(open.fill("Item’s barcode", "no-such").press("Lend").said()).isEqualTo("There is no such copy.");
        assertThat(open.fill("Item’s barcode", "50001").press("Lend").said())
                .isEqualTo("It belongs to another library network.");
        OpenPage after = open.fill("Item’s barcode", "30072").press("Lend");
        assertThat(after.said()).isEqualTo("This copy is on loan to another reader.");
        assertThat(after.under("Loans")).contains("Nothing is on loan.");
        assertThat(ids(expect(200, server.patron(reader).get("/api/v1/loans")))).isEmpty();
    }

    @Test
    void aLoanIsRenewedForWhoPhones() {
        Joined reader = server.joined("Gulbis");
        String loan = lent("30073", reader);
        LocalDate due = LocalDate.parse(text(loan(loan), "due"));
        OpenPage after = OpenPage.of(staff, reader.page())
                .choose("How the reader asked", "by phone")
                .fill("Why", "still reading")
                .press("Renew: Grāmata 73, otrais");
        assertThat(after.said()).isEqualTo("The loan is renewed.");
        LocalDate later = LocalDate.parse(text(loan(loan), "due"));
        assertThat(later).isAfter(due);
        assertThat(after.document().select("time[datetime=" + later + "]")).hasSize(1);
        assertThat(loan(loan).required("renewals").asInt()).isEqualTo(1);
        assertThat(server.kept("renewed", reader.id())).contains("PHONE", "still reading");
    }

    @Test
    void whatSomebodyWaitsForIsNotRenewed() {
        Joined reader = server.joined("Stārķis");
        String loan = lent("30074", reader);
        String due = text(loan(loan), "due");
        expect(201, wishes(server.joined("Dzērve"), "t74"));
        OpenPage after = OpenPage.of(staff, reader.page()).press("Renew: Grāmata 74, otrais");
        assertThat(after.said()).startsWith("Somebody waits for this title");
        assertThat(text(loan(loan), "due")).isEqualTo(due);
        assertThat(loan(loan).required("renewals").asInt()).isZero();
    }

    @Test
    void aFineIsPaidAndTheReaderIsNoDebtorAnyMore() {
        Joined reader = server.joined("Vanags");
        String loan = owed("30075", reader);
        assertThat(code(wishes(reader, "t76"))).isEqualTo("unpaid-fines");
        OpenPage open = OpenPage.of(staff, reader.page());
        assertThat(open.words()).contains("Debtor: fines of €0.30");
        assertThat(open.under("Fines")).contains("Grāmata 75, otrais", "3 days late", "€0.30");
        OpenPage after = open.press("Paid: Grāmata 75, otrais");
        assertThat(after.said()).isEqualTo("Marked as paid.");
        assertThat(after.under("Fines")).contains("Nothing is owed.");
        assertThat(after.words()).doesNotContain("Debtor");
        assertThat(text(fine(loan), "state")).isEqualTo("paid");
        expect(201, wishes(reader, "t76"));
        assertThat(open.press("Paid: Grāmata 75, otrais").said()).isEqualTo("There is no such fine.");
    }

    @Test
    void aFineIsWaivedWithAReasonAndNotWithout() {
        Joined reader = server.joined("Ērglis");
        String loan = owed("30077", reader);
        OpenPage without =
                OpenPage.of(staff, reader.page()).fill("Reason", "  ").press("Waive");
        assertThat(without.said()).isEqualTo("Give a reason.");
        assertThat(without.under("Fines")).contains("€0.30");
        assertThat(text(fine(loan), "state")).isEqualTo("owed");
        OpenPage after = without.choose("How the reader asked", "by e-mail")
                .fill("Reason", "was in hospital")
                .press("Waive");
        assertThat(after.said()).isEqualTo("Waived.");
        assertThat(after.under("Fines")).contains("Nothing is owed.");
        assertThat(text(fine(loan), "state")).isEqualTo("waived");
        assertThat(text(fine(loan), "reason")).isEqualTo("was in hospital");
        expect(201, wishes(reader, "t78"));
    }
}

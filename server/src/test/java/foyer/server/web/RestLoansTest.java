package foyer.server.web;

import static foyer.server.web.RestServer.code;
import static foyer.server.web.RestServer.expect;
import static foyer.server.web.RestServer.ids;
import static foyer.server.web.RestServer.key;
import static foyer.server.web.RestServer.newHold;
import static foyer.server.web.RestServer.read;
import static foyer.server.web.RestServer.tag;
import static foyer.server.web.RestServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Loans, renewals and fines by REST. */
@Tag("ledger")
class RestLoansTest {
    private final RestServer server = RestServer.shared();

    private HttpResponse<String> staffPost(String path, String body) {
        return server.staff().json("POST", "/api/v1/staff/" + path, body);
    }

    private static String pair(String item, String patron) {
        return "{\"item\":\"%s\",\"patron\":\"%s\"}".formatted(item, patron);
    }

    @Test
    void aCopyIsHandedOverAndTakenBackAtTheDesk() {
        Browser keyed = server.staff().with("Idempotency-Key", key());
        JsonNode loan = expect(200, keyed.json("POST", "/api/v1/staff/check-outs", pair("30034", "p18")));
        assertThat(text(loan, "patron")).isEqualTo("p18");
        assertThat(text(expect(200, keyed.json("POST", "/api/v1/staff/check-outs", pair("30034", "p18"))), "id"))
                .isEqualTo(text(loan, "id"));
        assertThat(code(staffPost("check-outs", pair("30034", "p19")))).isEqualTo("on-loan");
        assertThat(code(staffPost("check-outs", pair("39999", "p18")))).isEqualTo("no-such-item");
        assertThat(code(staffPost("check-outs", pair("50001", "p18")))).isEqualTo("no-such-item");
        assertThat(code(staffPost("check-outs", pair("30035", "nobody")))).isEqualTo("no-such-patron");
        JsonNode copy = expect(200, staffPost("check-ins", "{\"item\":\"30034\"}"));
        assertThat(text(copy.required("copy"), "state")).isEqualTo("in-quarantine");
        assertThat(code(staffPost("check-ins", "{\"item\":\"50001\"}"))).isEqualTo("no-such-item");
        assertThat(code(staffPost("check-outs", pair("30034", "p18")))).isEqualTo("still-resting");
        assertThat(text(expect(200, server.staff().get("/api/v1/staff/loans/" + text(loan, "id"))), "endedAt"))
                .isNotBlank();
    }

    @Test
    void aCopyThatIsPromisedIsNotHandedToAnother() {
        server.placed(18, "t36");
        assertThat(code(staffPost("check-outs", pair("30036", "p19")))).isEqualTo("promised");
    }

    @Test
    void aRenewalIsAskedForAndRefusedAndAskedForAgainAndGiven() {
        String loan = text(server.lent("30037", "p19"), "id");
        String due = text(expect(200, server.patron(19).get("/api/v1/loans/" + loan)), "due");
        HttpResponse<String> asked = server.patron(19).send("POST", "/api/v1/loans/" + loan + "/renewal");
        assertThat(text(expect(200, asked), "renewalRequestedAt")).isNotBlank();
        assertThat(code(server.patron(19).send("POST", "/api/v1/loans/" + loan + "/renewal")))
                .isEqualTo("already-requested");
        JsonNode list = expect(200, server.staff().get("/api/v1/staff/renewals?branch=riverside"));
        assertThat(ids(list)).contains(loan);
        assertThat(ids(expect(200, server.foreigner().get("/api/v1/staff/renewals"))))
                .isEmpty();
        assertThat(code(staffPost("loans/" + loan + "/refuse-renewal", "{}"))).isEqualTo("reason-missing");
        expect(200, staffPost("loans/" + loan + "/refuse-renewal", "{\"reason\":\"wanted for a course\"}"));
        assertThat(code(staffPost("loans/" + loan + "/refuse-renewal", "{\"reason\":\"again\"}")))
                .isEqualTo("not-requested");
        JsonNode renewed = expect(
                200, staffPost("loans/" + loan + "/renew", "{\"channel\":\"PHONE\",\"why\":\"asked by phone\"}"));
        assertThat(LocalDate.parse(text(renewed, "due"))).isAfter(LocalDate.parse(due));
        assertThat(renewed.required("renewals").asInt()).isEqualTo(1);
        expect(200, staffPost("loans/" + loan + "/renew", "{}"));
        HttpResponse<String> third = server.patron(19).send("POST", "/api/v1/loans/" + loan + "/renewal");
        assertThat(code(third)).isEqualTo("no-renewals-left");
        assertThat(text(read(third), "detail")).isEqualTo("2");
        expect(200, staffPost("check-ins", "{\"item\":\"30037\"}"));
        assertThat(code(staffPost("loans/" + loan + "/renew", "{}"))).isEqualTo("wrong-state");
    }

    @Test
    void whatSomebodyWaitsForIsNotRenewed() {
        String loan = text(server.lent("30038", "p19"), "id");
        String waits = text(server.placed(18, "t38"), "id");
        assertThat(code(server.patron(19).send("POST", "/api/v1/loans/" + loan + "/renewal")))
                .isEqualTo("in-demand");
        JsonNode renewal = renewal(19, loan);
        assertThat(text(renewal, "state")).isEqualTo("no");
        assertThat(text(renewal, "why")).isEqualTo("in-demand");
        expect(204, server.patron(18).send("DELETE", "/api/v1/holds/" + waits));
        assertThat(text(renewal(19, loan), "state")).isEqualTo("may-ask");
        expect(200, server.patron(19).send("POST", "/api/v1/loans/" + loan + "/renewal"));
        assertThat(text(renewal(19, loan), "state")).isEqualTo("requested");
        expect(200, staffPost("check-ins", "{\"item\":\"30038\"}"));
    }

    private JsonNode renewal(int patron, String loan) {
        return expect(200, server.patron(patron).get("/api/v1/account"))
                .required("onLoan")
                .valueStream()
                .filter(one -> text(one.required("loan"), "id").equals(loan))
                .findFirst()
                .orElseThrow()
                .required("renewal");
    }

    @Test
    void aLateReturnCostsAndBlocksUntilItIsSettledAndThePatronLearnsWhomToPhone() {
        String loan = text(server.lent("30039", "p20"), "id");
        LocalDate due = LocalDate.parse(text(expect(200, server.patron(20).get("/api/v1/loans/" + loan)), "due"));
        server.goTo(due.plusDays(3), LocalTime.of(12, 0));
        HttpResponse<String> refused =
                server.patron(20).with("Idempotency-Key", key()).json("POST", "/api/v1/holds", newHold("t40"));
        assertThat(code(refused)).isEqualTo("overdue-loans");
        assertThat(text(read(refused), "phone")).isEqualTo("+371 1");
        assertThat(code(server.patron(20).send("POST", "/api/v1/loans/" + loan + "/renewal")))
                .isEqualTo("too-late");
        JsonNode account = expect(200, server.patron(20).get("/api/v1/account"));
        JsonNode late = account.required("overdue").required(0);
        assertThat(late.required("daysLate").asInt()).isEqualTo(3);
        assertThat(late.required("centsSoFar").asInt()).isEqualTo(30);
        assertThat(text(account.required("blocks").required(0), "code")).isEqualTo("overdue-loans");
        assertThat(text(account.required("blocks").required(0), "phone")).isEqualTo("+371 1");
        expect(200, staffPost("check-ins", "{\"item\":\"30039\"}"));
        JsonNode fine = expect(200, server.patron(20).get("/api/v1/fines"))
                .required("list")
                .required(0);
        assertThat(fine.required("cents").asInt()).isEqualTo(30);
        assertThat(text(fine, "state")).isEqualTo("owed");
        HttpResponse<String> owing =
                server.patron(20).with("Idempotency-Key", key()).json("POST", "/api/v1/holds", newHold("t40"));
        assertThat(code(owing)).isEqualTo("unpaid-fines");
        assertThat(text(read(owing), "phone")).isEqualTo("+371 1");
        assertThat(code(staffPost("fines/" + loan + "/waive", "{\"reason\":\"\"}")))
                .isEqualTo("reason-missing");
        assertThat(code(server.foreigner().json("POST", "/api/v1/staff/fines/" + loan + "/pay", "{}")))
                .isEqualTo("no-such-fine");
        assertThat(text(expect(200, staffPost("fines/" + loan + "/waive", "{\"reason\":\"was ill\"}")), "state"))
                .isEqualTo("waived");
        assertThat(code(staffPost("fines/" + loan + "/pay", "{}"))).isEqualTo("wrong-state");
        JsonNode told = expect(200, server.patron(20).get("/api/v1/fines"))
                .required("list")
                .required(0);
        assertThat(told.has("reason")).isFalse();
        assertThat(text(
                        expect(200, server.staff().get("/api/v1/staff/fines?patron=p20"))
                                .required("list")
                                .required(0),
                        "reason"))
                .isEqualTo("was ill");
        server.placed(20, "t40");
    }

    @Test
    void loansComeInPagesThoseThatRunFirst() {
        List<String> items = List.of("30041", "30042", "30043", "30044");
        List<String> loans =
                items.stream().map(item -> text(server.lent(item, "p21"), "id")).toList();
        expect(200, staffPost("check-ins", "{\"item\":\"30043\"}"));
        JsonNode first = expect(200, server.patron(21).get("/api/v1/loans?limit=3"));
        assertThat(ids(first)).doesNotContain(loans.get(2)).hasSize(3);
        JsonNode last = expect(200, server.patron(21).get("/api/v1/loans?limit=3&cursor=" + text(first, "next")));
        assertThat(ids(last)).containsExactly(loans.get(2));
        assertThat(ids(expect(200, server.staff().get("/api/v1/staff/loans?patron=p21"))))
                .hasSize(4);
        assertThat(code(server.foreigner().get("/api/v1/staff/loans?patron=p21")))
                .isEqualTo("no-such-patron");
        for (String item : items) {
            expect(200, staffPost("check-ins", "{\"item\":\"" + item + "\"}"));
        }
    }

    @Test
    void aLoanOfAnotherIsNotThereAndAChangedOneIsNotRenewed() {
        JsonNode loan = server.lent("30045", "p21");
        String path = "/api/v1/loans/" + text(loan, "id");
        assertThat(code(server.patron(19).get(path))).isEqualTo("no-such-loan");
        assertThat(code(server.patron(19).send("POST", path + "/renewal"))).isEqualTo("no-such-loan");
        String staffPath = "/api/v1/staff/loans/" + text(loan, "id");
        assertThat(code(server.foreigner().get(staffPath))).isEqualTo("no-such-loan");
        assertThat(code(server.foreigner().json("POST", staffPath + "/renew", "{}")))
                .isEqualTo("no-such-loan");
        String read = tag(server.patron(21).get(path));
        expect(200, server.patron(21).with("If-Match", read).send("POST", path + "/renewal"));
        assertThat(code(server.staff().with("If-Match", read).json("POST", staffPath + "/renew", "{}")))
                .isEqualTo("changed-meanwhile");
        expect(200, staffPost("check-ins", "{\"item\":\"30045\"}"));
    }
}

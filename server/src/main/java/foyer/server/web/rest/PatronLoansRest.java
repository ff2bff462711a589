package foyer.server.web.rest;

import foyer.server.desk.LoanDesk;
import foyer.server.projection.FineLists;
import foyer.server.projection.LoanLists;
import foyer.server.projection.LoanRow;
import foyer.server.projection.Paging;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A patron's own loans, and what lateness cost. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Patrons")
class PatronLoansRest {
    private final LoanLists loans;
    private final FineLists fines;
    private final LoanDesk desk;
    private final Answers answers;

    PatronLoansRest(LoanLists loans, FineLists fines, LoanDesk desk, Answers answers) {
        this.loans = loans;
        this.fines = fines;
        this.desk = desk;
        this.answers = answers;
    }

    @GetMapping("/loans")
    @Operation(summary = "My loans", description = "Those that run first, of each kind the newest first.")
    PageJson<LoanJson> loans(@AuthenticationPrincipal Signed.Patron patron, Paging paging) {
        return PageJson.of(loans.ofPatron(patron.getName(), paging), LoanJson::forPatron);
    }

    @GetMapping("/loans/{id}")
    @Operation(summary = "One of my loans")
    ResponseEntity<LoanJson> loan(@AuthenticationPrincipal Signed.Patron patron, @PathVariable String id) {
        return tagged(own(id, patron));
    }

    @PostMapping("/loans/{id}/renewal")
    @Versioned
    @Operation(
            summary = "Ask for a renewal",
            description =
                    "Possible until the due date, and not while somebody waits for the title. Staff decide; where "
                            + "the library leaves it to the rules, the loan is renewed at once.")
    ResponseEntity<LoanJson> renewal(
            @AuthenticationPrincipal Signed.Patron patron, @PathVariable String id, Asked asked) {
        String loan = own(id, patron).id();
        answers.done(desk.askRenewal(asked.patron(), loan, patron.getName()), Problem.NO_SUCH_LOAN, patron.getName());
        return tagged(own(loan, patron));
    }

    @GetMapping("/fines")
    @Operation(summary = "My fines", description = "Newest first, those paid and waived too.")
    PageJson<FineJson> fines(@AuthenticationPrincipal Signed.Patron patron, Paging paging) {
        return PageJson.of(fines.ofPatron(patron.getName(), paging), FineJson::forPatron);
    }

    private LoanRow own(String id, Signed.Patron patron) {
        return loans.find(id)
                .filter(loan -> loan.patron().equals(patron.getName()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_LOAN));
    }

    private static ResponseEntity<LoanJson> tagged(LoanRow loan) {
        return Answers.tagged(loan.version(), LoanJson.forPatron(loan));
    }
}

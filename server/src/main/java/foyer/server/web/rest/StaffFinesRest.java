package foyer.server.web.rest;

import foyer.server.desk.LoanDesk;
import foyer.server.projection.FineLists;
import foyer.server.projection.FineLists.Fine;
import foyer.server.projection.Paging;
import foyer.server.projection.PatronLists;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What late returns cost, and how it is settled at the desk. */
@RestController
@RequestMapping("/api/v1/staff/fines")
@Tag(name = "Staff: loans")
class StaffFinesRest {
    private final FineLists fines;
    private final PatronLists patrons;
    private final LoanDesk desk;

    StaffFinesRest(FineLists fines, PatronLists patrons, LoanDesk desk) {
        this.fines = fines;
        this.patrons = patrons;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "A patron's fines", description = "Newest first, those paid and waived too.")
    PageJson<FineJson> fines(
            @AuthenticationPrincipal Signed.Staff staff,
            @Parameter(description = "The patron's id") @RequestParam @Size(max = 64) String patron,
            Paging paging) {
        if (patrons.find(patron)
                .filter(found -> found.network().equals(staff.network()))
                .isEmpty()) {
            throw new Refused(Problem.NO_SUCH_PATRON);
        }
        return PageJson.of(fines.ofPatron(patron, paging), FineJson::forStaff);
    }

    @GetMapping("/{loan}")
    @Operation(summary = "The fine of a loan")
    FineJson fine(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String loan) {
        return FineJson.forStaff(ours(loan, staff));
    }

    @PostMapping("/{loan}/pay")
    @Operation(summary = "Say that a fine was paid", description = "At the desk.")
    FineJson pay(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String loan, Asked asked) {
        String done = Answers.done(desk.payFine(asked.staff(), ours(loan, staff).loan()), Problem.NO_SUCH_FINE);
        return FineJson.forStaff(ours(done, staff));
    }

    @PostMapping("/{loan}/waive")
    @Operation(summary = "Waive a fine", description = "With a reason, which is kept with it.")
    FineJson waive(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String loan,
            Asked asked,
            @Valid @RequestBody StaffLoansRest.Reason body) {
        String done = Answers.done(
                desk.waiveFine(asked.staff(), ours(loan, staff).loan(), body.text()), Problem.NO_SUCH_FINE);
        return FineJson.forStaff(ours(done, staff));
    }

    private Fine ours(String loan, Signed.Staff staff) {
        return fines.find(loan)
                .filter(fine -> fine.network().equals(staff.network()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_FINE));
    }
}

package foyer.server.web.rest;

import foyer.server.desk.LoanDesk;
import foyer.server.projection.LoanLists;
import foyer.server.projection.LoanRow;
import foyer.server.projection.Paging;
import foyer.server.projection.PatronLists;
import foyer.server.projection.Projections;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loans at the desk, and renewals (domain A12 to A14). */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff: loans", description = "Check-out and check-in at the desk, renewals, fines.")
class StaffLoansRest {
    private final LoanLists loans;
    private final PatronLists patrons;
    private final Projections projections;
    private final LoanDesk desk;
    private final Answers answers;

    StaffLoansRest(LoanLists loans, PatronLists patrons, Projections projections, LoanDesk desk, Answers answers) {
        this.loans = loans;
        this.patrons = patrons;
        this.projections = projections;
        this.desk = desk;
        this.answers = answers;
    }

    @PostMapping("/check-outs")
    @Operation(summary = "Hand a copy over at the desk", description = "A hold it is kept for is fulfilled by it.")
    ResponseEntity<LoanJson> checkOut(
            @AuthenticationPrincipal Signed.Staff staff, Asked asked, @Valid @RequestBody CheckOut body) {
        String item = answers.done(
                desk.checkOut(asked.staff(), body.item(), body.patron()), Problem.NO_SUCH_ITEM, body.patron());
        // A repetition may come after the return: then there is no such loan any more.
        return tagged(loans.running(item).orElseThrow(() -> new Refused(Problem.NO_SUCH_LOAN)));
    }

    @PostMapping("/check-ins")
    @Operation(
            summary = "Take a copy back at the desk",
            description = "Whatever it was: a loan ends, and the copy rests, goes to who waits, or onto its shelf.")
    TitleJson.ItemJson checkIn(
            @AuthenticationPrincipal Signed.Staff staff, Asked asked, @Valid @RequestBody CheckIn body) {
        String item = Answers.done(desk.checkIn(asked.staff(), body.item()), Problem.NO_SUCH_ITEM);
        return projections.item(item).map(TitleJson.ItemJson::of).orElseThrow(() -> new Refused(Problem.NO_SUCH_ITEM));
    }

    @GetMapping("/loans")
    @Operation(summary = "A patron's loans", description = "Those that run first, of each kind the newest first.")
    PageJson<LoanJson> loans(
            @AuthenticationPrincipal Signed.Staff staff,
            @Parameter(description = "The patron's id") @RequestParam @Size(max = 64) String patron,
            Paging paging) {
        if (patrons.find(patron)
                .filter(found -> found.network().equals(staff.network()))
                .isEmpty()) {
            throw new Refused(Problem.NO_SUCH_PATRON);
        }
        return PageJson.of(loans.ofPatron(patron, paging), LoanJson::forStaff);
    }

    @GetMapping("/loans/{id}")
    @Operation(summary = "One loan")
    ResponseEntity<LoanJson> loan(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        return tagged(ours(id, staff));
    }

    @GetMapping("/renewals")
    @Operation(summary = "Renewals that are requested", description = "Those first that wait longest.")
    PageJson<LoanJson> renewals(
            @AuthenticationPrincipal Signed.Staff staff,
            @Parameter(description = "Whose loans; left out, all of the network's")
                    @RequestParam(required = false)
                    @Nullable
                    @Size(max = 64)
                    String branch,
            Paging paging) {
        return PageJson.of(
                loans.renewalsAsked(staff.network(), Optional.ofNullable(branch), paging), LoanJson::forStaff);
    }

    @PostMapping("/loans/{id}/renew")
    @Versioned
    @Operation(summary = "Renew a loan", description = "Because the patron asked, by whatever way.")
    ResponseEntity<LoanJson> renew(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody(required = false) @Nullable Behalf body) {
        String loan = Answers.done(desk.renew(asked.staff(body), ours(id, staff).id()), Problem.NO_SUCH_LOAN);
        return tagged(ours(loan, staff));
    }

    @PostMapping("/loans/{id}/refuse-renewal")
    @Versioned
    @Operation(summary = "Decide against a requested renewal", description = "With a reason.")
    ResponseEntity<LoanJson> refuse(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody Reason body) {
        String loan = Answers.done(
                desk.refuseRenewal(asked.staff(), ours(id, staff).id(), body.text()), Problem.NO_SUCH_LOAN);
        return tagged(ours(loan, staff));
    }

    private LoanRow ours(String id, Signed.Staff staff) {
        return loans.find(id)
                .filter(loan -> loan.network().equals(staff.network()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_LOAN));
    }

    private static ResponseEntity<LoanJson> tagged(LoanRow loan) {
        return Answers.tagged(loan.version(), LoanJson.forStaff(loan));
    }

    @Schema(name = "CheckOut")
    record CheckOut(
            @Schema(description = "The copy's barcode") @NotBlank @Size(max = 64)
            String item,

            @Schema(description = "The patron's id") @NotBlank @Size(max = 64)
            String patron) {}

    @Schema(name = "CheckIn")
    record CheckIn(
            @Schema(description = "The copy's barcode") @NotBlank @Size(max = 64)
            String item) {}

    /** In words of staff's own. */
    @Schema(name = "Reason")
    record Reason(@Nullable @Size(max = 500) String reason) {
        String text() {
            return Objects.requireNonNullElse(reason, "").strip();
        }
    }
}

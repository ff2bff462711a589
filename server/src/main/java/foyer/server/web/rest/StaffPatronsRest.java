package foyer.server.web.rest;

import foyer.server.projection.HoldLists;
import foyer.server.projection.HoldRow;
import foyer.server.projection.Paging;
import foyer.server.projection.PatronLists;
import foyer.server.projection.PatronLists.Person;
import foyer.server.projection.Projections;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Patrons as staff find them, and holds placed on their behalf (domain B11). */
@RestController
@RequestMapping("/api/v1/staff/patrons")
@Tag(name = "Staff: patrons", description = "Find patrons, place holds for them, register, cards, locks.")
class StaffPatronsRest {
    private final PatronLists patrons;
    private final HoldLists holds;
    private final Projections projections;
    private final Explanations explanations;

    StaffPatronsRest(PatronLists patrons, HoldLists holds, Projections projections, Explanations explanations) {
        this.patrons = patrons;
        this.holds = holds;
        this.projections = projections;
        this.explanations = explanations;
    }

    @GetMapping
    @Operation(summary = "Find patrons", description = "By parts of names, card number or user name; by family name.")
    PageJson<PersonJson> search(
            @AuthenticationPrincipal Signed.Staff staff,
            @Parameter(description = "Words, each of which occurs; left out, everybody", example = "kalniņa")
                    @RequestParam(defaultValue = "")
                    @Size(max = 200)
                    String q,
            Paging paging) {
        return PageJson.of(patrons.search(staff.network(), q, paging), PersonJson::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One patron")
    ResponseEntity<PersonJson> patron(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        Person person = ours(id, staff);
        return Answers.tagged(person.version(), PersonJson.of(person));
    }

    @GetMapping("/{id}/holds")
    @Operation(summary = "A patron's holds", description = "As they are, newest first.")
    PageJson<HoldJson> holds(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Paging paging) {
        return PageJson.of(holds.ofPatron(ours(id, staff).id(), paging), HoldJson::forStaff);
    }

    @PostMapping("/{id}/holds")
    @Operation(summary = "Place a hold for a patron", description = "Who cannot use the web phones, and staff do it.")
    @ApiResponse(responseCode = "201", description = "Placed; Location is the hold.")
    ResponseEntity<HoldJson> place(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Parameter(description = "Made by the caller, new for every hold")
                    @RequestHeader(RestArguments.KEY)
                    @Pattern(regexp = RestArguments.KEY_FORM)
                    String key,
            @Valid @RequestBody HoldFor body) {
        String hold = explanations.place(
                asked.staff(body.channel(), body.why()),
                staff,
                ours(id, staff).id(),
                new PatronHoldsRest.NewHold(body.title(), body.item(), body.pickupBranch(), body.notNeededAfter()));
        HoldRow row = projections.hold(hold).orElseThrow(() -> new Refused(Problem.NO_SUCH_HOLD));
        return ResponseEntity.created(URI.create("/api/v1/staff/holds/" + row.id()))
                .eTag(Long.toString(row.version()))
                .body(HoldJson.forStaff(row));
    }

    @GetMapping("/{id}/explanation")
    @Operation(
            summary = "Why can this patron not place this hold",
            description = "What each rule says to a hold that is not placed, and the policy values it rests on.")
    ExplanationJson explanation(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @RequestParam @Size(max = 64) String title,
            @RequestParam(required = false) @Nullable @Size(max = 64) String item,
            @RequestParam @Size(max = 64) String branch,
            Locale language) {
        return explanations.placing(staff, ours(id, staff).id(), title, item, branch, language);
    }

    private Person ours(String id, Signed.Staff staff) {
        return patrons.find(id)
                .filter(person -> person.network().equals(staff.network()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_PATRON));
    }

    /** What a hold is placed on, and how the patron asked for it. */
    @Schema(name = "HoldFor")
    record HoldFor(
            @Schema(description = "The title's id") @NotBlank @Size(max = 64)
            String title,

            @Schema(description = "One copy's barcode; left out, any copy will do") @Nullable @Size(min = 1, max = 64)
            String item,

            @Schema(description = "Where to collect it") @NotBlank @Size(max = 64)
            String pickupBranch,

            @Schema(description = "The last day it is wanted") @Nullable
            LocalDate notNeededAfter,

            @Schema(description = "How the patron asked; left out, at the desk")
            @Nullable
            @Pattern(regexp = Behalf.CHANNELS)
            String channel,

            @Nullable @Size(max = Behalf.MOST) String why) {}
}

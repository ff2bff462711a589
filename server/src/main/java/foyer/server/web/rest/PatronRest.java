package foyer.server.web.rest;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.HoldDesk;
import foyer.server.projection.HoldRow;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a patron asks by REST: own holds and own loans, nobody else's. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Patrons", description = "A patron's own holds and loans. Sign in with HTTP Basic.")
class PatronRest {
    private final Projections projections;
    private final HoldDesk desk;

    PatronRest(Projections projections, HoldDesk desk) {
        this.projections = projections;
        this.desk = desk;
    }

    @PostMapping("/holds")
    @Operation(
            summary = "Place a hold",
            description = "On a title, or on one copy of it, to be collected at a branch. The same Idempotency-Key "
                    + "gets the same answer however often it is sent.")
    @ApiResponse(responseCode = "201", description = "Placed; Location is the hold.")
    ResponseEntity<HoldJson> place(
            @AuthenticationPrincipal Signed.Patron patron,
            @Parameter(description = "Made by the caller, new for every hold", example = "3f0c7e2a-6d5b-4b1e-9f0a")
                    @RequestHeader("Idempotency-Key")
                    @Pattern(regexp = "[!-~]{1,128}")
                    String key,
            @Valid @RequestBody NewHold body) {
        HoldDesk.Wish wish = new HoldDesk.Wish(
                body.title(), Optional.ofNullable(body.item()), body.pickupBranch(), Optional.empty());
        Answer answer = desk.place(Ask.patron(patron.getName()).once(key), patron.getName(), wish);
        HoldRow hold = own(done(answer), patron);
        return ResponseEntity.created(URI.create("/api/v1/holds/" + hold.id())).body(HoldJson.forPatron(hold));
    }

    @GetMapping("/holds")
    @Operation(summary = "My holds", description = "Newest first.")
    List<HoldJson> holds(@AuthenticationPrincipal Signed.Patron patron) {
        return projections.holdsOf(patron.getName()).stream()
                .map(HoldJson::forPatron)
                .toList();
    }

    @GetMapping("/holds/{id}")
    @Operation(summary = "One of my holds")
    HoldJson hold(@AuthenticationPrincipal Signed.Patron patron, @PathVariable String id) {
        return HoldJson.forPatron(own(id, patron));
    }

    @DeleteMapping("/holds/{id}")
    @Operation(summary = "Withdraw a hold", description = "Possible until it was collected.")
    @ApiResponse(responseCode = "204", description = "Withdrawn.")
    ResponseEntity<Void> cancel(@AuthenticationPrincipal Signed.Patron patron, @PathVariable String id) {
        done(desk.cancel(Ask.patron(patron.getName()), own(id, patron).id()));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/loans")
    @Operation(summary = "My loans", description = "Newest first, those that ended too.")
    List<LoanJson> loans(@AuthenticationPrincipal Signed.Patron patron) {
        return projections.loansOf(patron.getName()).stream().map(LoanJson::of).toList();
    }

    private HoldRow own(String id, Signed.Patron patron) {
        return projections
                .hold(id)
                .filter(hold -> hold.patron().equals(patron.getName()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_HOLD));
    }

    static String done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done.id();
            case Answer.Given given -> given.id();
            case Answer.Refused refused -> throw new Refused(Problem.of(refused.code()));
        };
    }

    /** What a hold is placed on. */
    @Schema(name = "NewHold")
    record NewHold(
            @Schema(description = "The title's id", example = "t-000017") @NotBlank @Size(max = 64)
            String title,

            @Schema(description = "One copy's barcode; left out, any copy will do") @Nullable @Size(min = 1, max = 64)
            String item,

            @Schema(description = "Where to collect it", example = "ilukste-central") @NotBlank @Size(max = 64)
            String pickupBranch) {}
}

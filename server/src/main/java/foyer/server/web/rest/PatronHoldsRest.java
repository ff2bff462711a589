package foyer.server.web.rest;

import foyer.server.desk.HoldDesk;
import foyer.server.projection.HoldLists;
import foyer.server.projection.HoldRow;
import foyer.server.projection.Paging;
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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A patron's own holds, nobody else's. */
@RestController
@RequestMapping("/api/v1/holds")
@Tag(name = "Patrons", description = "A patron's own holds, loans and account. Sign in with HTTP Basic.")
class PatronHoldsRest {
    private final HoldLists holds;
    private final HoldDesk desk;
    private final Explanations explanations;
    private final Answers answers;

    PatronHoldsRest(HoldLists holds, HoldDesk desk, Explanations explanations, Answers answers) {
        this.holds = holds;
        this.desk = desk;
        this.explanations = explanations;
        this.answers = answers;
    }

    @PostMapping
    @Operation(
            summary = "Place a hold",
            description = "On a title, or on one copy of it, to be collected at a branch. The same Idempotency-Key "
                    + "gets the same answer however often it is sent.")
    @ApiResponse(responseCode = "201", description = "Placed; Location is the hold.")
    ResponseEntity<HoldJson> place(
            @AuthenticationPrincipal Signed.Patron patron,
            Asked asked,
            @Parameter(description = "Made by the caller, new for every hold", example = "3f0c7e2a-6d5b-4b1e-9f0a")
                    @RequestHeader(RestArguments.KEY)
                    @Pattern(regexp = RestArguments.KEY_FORM)
                    String key,
            @Valid @RequestBody NewHold body) {
        String id = explanations.place(asked.patron(), patron, patron.getName(), body);
        HoldRow hold = own(id, patron);
        return ResponseEntity.created(URI.create("/api/v1/holds/" + hold.id()))
                .eTag(Long.toString(hold.version()))
                .body(HoldJson.forPatron(hold));
    }

    @GetMapping
    @Operation(summary = "My holds", description = "Newest first.")
    PageJson<HoldJson> holds(@AuthenticationPrincipal Signed.Patron patron, Paging paging) {
        return PageJson.of(holds.own(patron.getName(), paging), HoldJson::forPatron);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One of my holds")
    ResponseEntity<HoldJson> hold(@AuthenticationPrincipal Signed.Patron patron, @PathVariable String id) {
        return tagged(own(id, patron));
    }

    @GetMapping("/{id}/expected")
    @Operation(
            summary = "When one of my holds may come",
            description = "Of one that waits in a queue: its place, the day, and how that day was counted.")
    ExplanationJson.ExpectedJson expected(@AuthenticationPrincipal Signed.Patron patron, @PathVariable String id) {
        return explanations.expected(own(id, patron));
    }

    @GetMapping("/explanation")
    @Operation(
            summary = "Why can I not place this hold",
            description = "What each rule says to a hold that is not placed, and the policy values it rests on.")
    ExplanationJson explanation(
            @AuthenticationPrincipal Signed.Patron patron,
            @RequestParam @Size(max = 64) String title,
            @Parameter(description = "One copy's barcode; left out, any copy will do")
                    @RequestParam(required = false)
                    @Nullable
                    @Size(max = 64)
                    String item,
            @Parameter(description = "Where to collect it") @RequestParam @Size(max = 64) String branch,
            Locale language) {
        return explanations.placing(patron, patron.getName(), title, item, branch, language);
    }

    @DeleteMapping("/{id}")
    @Versioned
    @Operation(summary = "Withdraw a hold", description = "Possible until it was collected.")
    @ApiResponse(responseCode = "204", description = "Withdrawn.")
    ResponseEntity<Void> cancel(@AuthenticationPrincipal Signed.Patron patron, @PathVariable String id, Asked asked) {
        answers.done(desk.cancel(asked.patron(), own(id, patron).id()), Problem.NO_SUCH_HOLD, patron.getName());
        return ResponseEntity.noContent().build();
    }

    @PatchMapping("/{id}")
    @Versioned
    @Operation(
            summary = "Change a hold",
            description = "One of the two at a time: `suspendedUntil` passes over a waiting hold until that day "
                    + "without losing its place, `notNeededAfter` is the last day it is wanted; null lifts it.")
    ResponseEntity<HoldJson> change(
            @AuthenticationPrincipal Signed.Patron patron,
            @PathVariable String id,
            Asked asked,
            @RequestBody HoldChange body) {
        String hold = own(id, patron).id();
        body.one();
        String done = answers.done(
                body.suspendedUntil() == null
                        ? desk.neededUntil(
                                asked.patron(), hold, HoldChange.day(body.notNeededAfter(), "notNeededAfter"))
                        : desk.suspend(asked.patron(), hold, HoldChange.day(body.suspendedUntil(), "suspendedUntil")),
                Problem.NO_SUCH_HOLD,
                patron.getName());
        return tagged(own(done, patron));
    }

    private HoldRow own(String id, Signed.Patron patron) {
        return holds.own(patron.getName(), id).orElseThrow(() -> new Refused(Problem.NO_SUCH_HOLD));
    }

    private static ResponseEntity<HoldJson> tagged(HoldRow hold) {
        return Answers.tagged(hold.version(), HoldJson.forPatron(hold));
    }

    /** What a hold is placed on. */
    @Schema(name = "NewHold")
    record NewHold(
            @Schema(description = "The title's id", example = "t-000017") @NotBlank @Size(max = 64)
            String title,

            @Schema(description = "One copy's barcode; left out, any copy will do") @Nullable @Size(min = 1, max = 64)
            String item,

            @Schema(description = "Where to collect it", example = "ilukste-central") @NotBlank @Size(max = 64)
            String pickupBranch,

            @Schema(description = "The last day it is wanted; left out, as long as it takes") @Nullable
            LocalDate notNeededAfter) {
        HoldDesk.Wish wish() {
            return new HoldDesk.Wish(
                    title, Optional.ofNullable(item), pickupBranch, Bounds.dayIf(notNeededAfter, "notNeededAfter"));
        }
    }

    /** What is left out stays; null lifts. */
    @Schema(name = "HoldChange")
    record HoldChange(
            @Schema(implementation = LocalDate.class, description = "Passed over until this day; null: no longer")
            @Nullable
            JsonNode suspendedUntil,

            @Schema(implementation = LocalDate.class, description = "The last day it is wanted; null: no such day")
            @Nullable
            JsonNode notNeededAfter) {
        private static final List<String> BOTH = List.of("suspendedUntil", "notNeededAfter");

        /** Two changes would be two commands, of which one could be refused. */
        void one() {
            if ((suspendedUntil == null) == (notNeededAfter == null)) {
                throw new Refused(Problem.FIELDS_WRONG, BOTH);
            }
        }

        static Optional<LocalDate> day(@Nullable JsonNode node, String field) {
            if (node == null || node.isNull()) {
                return Optional.empty();
            }
            try {
                return Bounds.dayIf(LocalDate.parse(node.asString()), field);
            } catch (DateTimeException e) {
                throw new Refused(Problem.FIELDS_WRONG, List.of(field));
            }
        }
    }
}

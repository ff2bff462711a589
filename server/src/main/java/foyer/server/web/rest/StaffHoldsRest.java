package foyer.server.web.rest;

import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.HoldDesk;
import foyer.server.projection.HoldLists;
import foyer.server.projection.HoldRow;
import foyer.server.projection.Paging;
import foyer.server.projection.Projections;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

/** What staff do with holds of their network: from the review until they lie ready. */
@RestController
@RequestMapping("/api/v1/staff/holds")
@Tag(name = "Staff: holds", description = "Review, preparation, hold shelf. Sign in with HTTP Basic as staff.")
class StaffHoldsRest {
    private static final Set<String> STATES = Set.of(
            "queued",
            "under-review",
            "confirmed",
            "prepared",
            "ready",
            "on-hold-shelf",
            "fulfilled",
            "rejected",
            "cancelled",
            "expired");

    private final HoldLists holds;
    private final Projections projections;
    private final HoldDesk desk;
    private final Explanations explanations;
    private final Problems problems;

    StaffHoldsRest(
            HoldLists holds, Projections projections, HoldDesk desk, Explanations explanations, Problems problems) {
        this.holds = holds;
        this.projections = projections;
        this.desk = desk;
        this.explanations = explanations;
        this.problems = problems;
    }

    @GetMapping
    @Operation(summary = "Holds in some states", description = "Sorted by when they were placed.")
    PageJson<HoldJson> holds(
            @AuthenticationPrincipal Signed.Staff staff,
            @Parameter(description = "One or more", example = "under-review") @RequestParam List<String> state,
            @Parameter(description = "Where they are collected; left out, anywhere")
                    @RequestParam(required = false)
                    @Nullable
                    @Size(max = 64)
                    String branch,
            @Parameter(description = "Which come first: oldest or newest")
                    @RequestParam(defaultValue = "oldest")
                    @Pattern(regexp = "oldest|newest")
                    String order,
            Paging paging) {
        if (state.isEmpty() || !STATES.containsAll(state)) {
            throw new Refused(Problem.PARAMETER_WRONG, List.of("state"));
        }
        return PageJson.of(
                holds.inStates(staff.network(), state, Optional.ofNullable(branch), order.equals("newest"), paging),
                HoldJson::forStaff);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One hold")
    ResponseEntity<HoldJson> hold(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        return tagged(ours(id, staff));
    }

    @GetMapping("/{id}/expected")
    @Operation(summary = "When a hold may come", description = "Of one that waits in a queue.")
    ExplanationJson.ExpectedJson expected(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        return explanations.expected(ours(id, staff));
    }

    @PostMapping("/confirm")
    @Operation(
            summary = "Confirm several holds",
            description = "Each by itself: what became of each is in the answer, in the order of the question.")
    HoldBodies.ManyDone confirmMany(
            @AuthenticationPrincipal Signed.Staff staff,
            Asked asked,
            @Valid @RequestBody HoldBodies.Many body,
            Locale language) {
        return new HoldBodies.ManyDone(body.holds().stream()
                .distinct()
                .map(hold -> result(
                        hold, known(hold, staff) ? desk.confirm(asked.part(hold).staff(), hold) : unknown(), language))
                .toList());
    }

    @PostMapping("/{id}/confirm")
    @Versioned
    @Operation(summary = "Confirm a hold", description = "The copy is taken off the shelf and may be prepared.")
    ResponseEntity<HoldJson> confirm(
            @AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        return then(id, staff, hold -> desk.confirm(asked.staff(), hold));
    }

    @PostMapping("/{id}/reject")
    @Versioned
    @Operation(summary = "Reject a hold", description = "With a reason, which the patron reads.")
    ResponseEntity<HoldJson> reject(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody HoldBodies.Rejection body) {
        String reason = Objects.requireNonNullElse(body.reason(), "");
        return then(id, staff, hold -> desk.reject(asked.staff(), hold, reason, Boolean.TRUE.equals(body.copyGone())));
    }

    @PostMapping("/{id}/prepare")
    @Versioned
    @Operation(summary = "Say that a hold is prepared", description = "Packed; it waits for a compartment.")
    ResponseEntity<HoldJson> prepare(
            @AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        return then(id, staff, hold -> desk.prepare(asked.staff(), hold));
    }

    @PostMapping("/{id}/shelve")
    @Versioned
    @Operation(summary = "Lay a hold onto the hold shelf", description = "From where the desk hands it over.")
    ResponseEntity<HoldJson> shelve(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        return then(id, staff, hold -> desk.shelve(asked.staff(), hold));
    }

    @PostMapping("/{id}/cancel")
    @Versioned
    @Operation(summary = "Withdraw a hold for its patron", description = "Possible until it was collected.")
    ResponseEntity<HoldJson> cancel(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody(required = false) @Nullable Behalf body) {
        return then(id, staff, hold -> desk.cancel(asked.staff(body), hold));
    }

    @PostMapping("/{id}/suspend")
    @Versioned
    @Operation(summary = "Suspend a waiting hold", description = "Passed over until a day, without losing its place.")
    ResponseEntity<HoldJson> suspend(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody HoldBodies.Until body) {
        Ask ask = asked.staff(body.channel(), body.why());
        return then(id, staff, hold -> desk.suspend(ask, hold, Bounds.dayIf(body.day(), "day")));
    }

    @PostMapping("/{id}/needed-until")
    @Versioned
    @Operation(summary = "Say until when a hold is wanted")
    ResponseEntity<HoldJson> neededUntil(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody HoldBodies.Until body) {
        Ask ask = asked.staff(body.channel(), body.why());
        return then(id, staff, hold -> desk.neededUntil(ask, hold, Bounds.dayIf(body.day(), "day")));
    }

    private ResponseEntity<HoldJson> then(String id, Signed.Staff staff, Function<String, Answer> command) {
        String hold = Answers.done(command.apply(ours(id, staff).id()), Problem.NO_SUCH_HOLD);
        return tagged(ours(hold, staff));
    }

    private boolean known(String hold, Signed.Staff staff) {
        return find(hold, staff).isPresent();
    }

    private static Answer unknown() {
        return new Answer.Refused(Problem.NO_SUCH_HOLD.code(), "");
    }

    private HoldBodies.OneDone result(String hold, Answer answer, Locale language) {
        return switch (answer) {
            case Answer.Done done -> new HoldBodies.OneDone(hold, true, null, null, null);
            case Answer.Given given -> new HoldBodies.OneDone(hold, true, null, null, null);
            case Answer.Refused no -> {
                String code = Answers.problem(no, Problem.NO_SUCH_HOLD).code();
                String detail = no.detail().isEmpty() ? null : no.detail();
                yield new HoldBodies.OneDone(hold, false, code, problems.words(code, language), detail);
            }
        };
    }

    private Optional<HoldRow> find(String id, Signed.Staff staff) {
        return projections.hold(id).filter(row -> row.network().equals(staff.network()));
    }

    private HoldRow ours(String id, Signed.Staff staff) {
        return find(id, staff).orElseThrow(() -> new Refused(Problem.NO_SUCH_HOLD));
    }

    private static ResponseEntity<HoldJson> tagged(HoldRow hold) {
        return Answers.tagged(hold.version(), HoldJson.forStaff(hold));
    }
}

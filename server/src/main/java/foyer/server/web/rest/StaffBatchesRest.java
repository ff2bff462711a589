package foyer.server.web.rest;

import foyer.server.desk.Answer;
import foyer.server.desk.BinDesk;
import foyer.server.projection.BatchLists;
import foyer.server.projection.BatchLists.Batch;
import foyer.server.projection.Paging;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The returns of bins (domain B13), and what nobody collected. */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff: door", description = "What staff fetch from the door: returns, and what nobody collected.")
class StaffBatchesRest {
    private static final Set<String> STATES = Set.of("open", "sealed", "quarantined", "released", "emptied");

    private final BatchLists batches;
    private final BinDesk desk;

    StaffBatchesRest(BatchLists batches, BinDesk desk) {
        this.batches = batches;
        this.desk = desk;
    }

    @GetMapping("/batches")
    @Operation(summary = "Bin batches in some states", description = "With what is in them; the oldest first.")
    PageJson<BatchJson> batches(
            @AuthenticationPrincipal Signed.Staff staff,
            @Parameter(description = "One or more", example = "open") @RequestParam List<String> state,
            @RequestParam(required = false) @Nullable @Size(max = 64) String branch,
            @RequestParam(required = false) @Nullable @Size(max = 64) String station,
            Paging paging) {
        if (state.isEmpty() || !STATES.containsAll(state)) {
            throw new Refused(Problem.PARAMETER_WRONG, List.of("state"));
        }
        return PageJson.of(
                batches.inStates(
                        staff.network(), state, Optional.ofNullable(branch), Optional.ofNullable(station), paging),
                BatchJson::of);
    }

    @GetMapping("/batches/{id}")
    @Operation(summary = "One bin batch")
    BatchJson batch(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        return BatchJson.of(ours(id, staff));
    }

    @PostMapping("/batches/{id}/seal")
    @Operation(summary = "Close a batch in its bin", description = "Nothing more comes in; it rests as one.")
    BatchJson seal(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        return then(id, staff, batch -> desk.seal(asked.staff(), batch));
    }

    @PostMapping("/batches/{id}/take-out")
    @Operation(summary = "Take a batch out of its bin", description = "To rest elsewhere.")
    BatchJson takeOut(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        return then(id, staff, batch -> desk.takeOut(asked.staff(), batch));
    }

    @PostMapping("/batches/{id}/release")
    @Operation(summary = "Release a batch", description = "Its rest is over: what is in it may be lent on.")
    BatchJson release(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        return then(id, staff, batch -> desk.release(asked.staff(), batch));
    }

    @PostMapping("/batches/{id}/empty")
    @Operation(summary = "Say that a batch is put away", description = "Everything in it is where it belongs.")
    BatchJson empty(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        return then(id, staff, batch -> desk.empty(asked.staff(), batch));
    }

    @GetMapping("/clear-out")
    @Operation(
            summary = "What is to be taken out of compartments",
            description = "Copies whose hold is over though they still lie behind a door.")
    PageJson<BatchJson.LeftJson> toClear(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam(required = false) @Nullable @Size(max = 64) String branch,
            @RequestParam(required = false) @Nullable @Size(max = 64) String station,
            Paging paging) {
        return PageJson.of(
                batches.toClear(staff.network(), Optional.ofNullable(branch), Optional.ofNullable(station), paging),
                BatchJson.LeftJson::of);
    }

    private BatchJson then(String id, Signed.Staff staff, Function<String, Answer> command) {
        String batch = Answers.done(command.apply(ours(id, staff).id()), Problem.NO_SUCH_BATCH);
        return BatchJson.of(ours(batch, staff));
    }

    private Batch ours(String id, Signed.Staff staff) {
        return batches.find(id)
                .filter(batch -> batch.network().equals(staff.network()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_BATCH));
    }
}

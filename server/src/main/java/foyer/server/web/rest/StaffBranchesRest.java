package foyer.server.web.rest;

import foyer.server.desk.Answer;
import foyer.server.desk.BranchDesk;
import foyer.server.projection.BranchRules;
import foyer.server.projection.BranchRules.Branch;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a branch decides: its policy, its hours, its special days. */
@RestController
@RequestMapping("/api/v1/staff/branches")
@Tag(name = "Staff: branches", description = "Policy, hours and special days. All four share one version.")
class StaffBranchesRest {
    private final BranchRules rules;
    private final BranchDesk desk;

    StaffBranchesRest(BranchRules rules, BranchDesk desk) {
        this.rules = rules;
        this.desk = desk;
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "A branch with its rules",
            description = "Hours, special days, and every policy value with who decided it and what it may be.")
    ResponseEntity<BranchRulesJson> branch(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        return tagged(ours(id, staff));
    }

    @PutMapping("/{id}/policy")
    @Versioned
    @Operation(
            summary = "Say what the branch decides otherwise than its network",
            description = "Replaces what it said before: a key that is left out is the network's again.")
    ResponseEntity<BranchRulesJson> policy(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody PolicyValues body) {
        return then(desk.policy(asked.staff(), ours(id, staff).id(), body.values()), staff);
    }

    @PutMapping("/{id}/hours")
    @Versioned
    @Operation(summary = "Say when the branch is open")
    ResponseEntity<BranchRulesJson> hours(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody Hours body) {
        return then(desk.hours(asked.staff(), ours(id, staff).id(), body.hours(), body.holidays()), staff);
    }

    @PutMapping("/{id}/days/{day}")
    @Versioned
    @Operation(summary = "Say that a day is not like the others", description = "Closed, or open at other hours.")
    ResponseEntity<BranchRulesJson> specialDay(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Asked asked,
            @Valid @RequestBody Day body) {
        String date = Bounds.day(day, Problem.DAY_WRONG, "day").toString();
        return then(
                desk.specialDay(
                        asked.staff(),
                        ours(id, staff).id(),
                        date,
                        Objects.requireNonNullElse(body.hours(), ""),
                        Objects.requireNonNullElse(body.words(), "")),
                staff);
    }

    @DeleteMapping("/{id}/days/{day}")
    @Versioned
    @Operation(summary = "Say that a day is as any other again")
    ResponseEntity<BranchRulesJson> ordinaryDay(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Asked asked) {
        return then(
                desk.ordinaryDay(asked.staff(), ours(id, staff).id(), Bounds.day(day, Problem.DAY_WRONG, "day")),
                staff);
    }

    private ResponseEntity<BranchRulesJson> then(Answer answer, Signed.Staff staff) {
        return tagged(ours(Answers.done(answer, Problem.NO_SUCH_BRANCH), staff));
    }

    private Branch ours(String id, Signed.Staff staff) {
        return rules.find(id)
                .filter(branch -> branch.network().equals(staff.network()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_BRANCH));
    }

    private static ResponseEntity<BranchRulesJson> tagged(Branch branch) {
        return Answers.tagged(branch.version(), BranchRulesJson.of(branch));
    }

    @Schema(name = "PolicyValues")
    record PolicyValues(
            @Schema(description = "By key; each of its key's form", example = "{\"pickup-days\":\"5\"}")
            @NotNull
            @Size(max = 100)
            Map<@Size(max = 64) String, @NotNull @Size(max = 500) String> values) {}

    @Schema(name = "Hours")
    record Hours(
            @Schema(
                    description = "A day that is left out is closed",
                    example = "MONDAY 10:00-18:00; TUESDAY 10:00-14:00,15:00-19:00")
            @NotNull
            @Size(max = 1_000)
            String hours,

            @Schema(description = "Whose public holidays are kept") @NotNull @Pattern(regexp = "NONE|LATVIA|GREECE")
            String holidays) {}

    @Schema(name = "Day")
    record Day(
            @Schema(description = "Left out or empty: closed", example = "10:00-14:00") @Nullable @Size(max = 200)
            String hours,

            @Schema(description = "Why; people read it", example = "Stocktaking") @Nullable @Size(max = 200)
            String words) {}
}

package foyer.server.web.rest;

import foyer.server.projection.Figures;
import foyer.server.projection.Paging;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was counted. */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff: figures", description = "What was counted when it happened. Days are of UTC.")
class StaffFiguresRest {
    private final Figures figures;

    StaffFiguresRest(Figures figures) {
        this.figures = figures;
    }

    @GetMapping("/statistics")
    @Operation(summary = "What happened, counted", description = "By day, branch and kind; both days count.")
    PageJson<CountJson> statistics(
            @AuthenticationPrincipal Signed.Staff staff,
            @Parameter(example = "2026-11-01") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(example = "2026-11-30") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate until,
            @RequestParam(required = false) @Nullable @Size(max = 64) String branch,
            @Parameter(example = "loan") @RequestParam(required = false) @Nullable @Size(max = 64) String kind,
            Paging paging) {
        inOrder(from, until);
        return PageJson.of(
                figures.counts(
                        staff.network(), Optional.ofNullable(branch), Optional.ofNullable(kind), from, until, paging),
                row -> new CountJson(row.day(), row.branch(), row.kind(), row.times()));
    }

    @GetMapping("/refusals")
    @Operation(
            summary = "What was refused, counted",
            description =
                    "By day, place and reason: at the network's stations, and as `desk` what its readers and staff "
                            + "asked on the web and at the desks.")
    PageJson<RefusalsJson> refusals(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Paging paging) {
        inOrder(from, until);
        return PageJson.of(
                figures.refusals(staff.network(), from, until, paging),
                row -> new RefusalsJson(row.day(), row.place(), row.reason(), row.times()));
    }

    private static void inOrder(LocalDate from, LocalDate until) {
        Bounds.day(from, Problem.PARAMETER_WRONG, "from");
        Bounds.day(until, Problem.PARAMETER_WRONG, "until");
        if (until.isBefore(from)) {
            throw new Refused(Problem.PARAMETER_WRONG, List.of("from", "until"));
        }
    }

    @Schema(name = "Count")
    record CountJson(
            LocalDate day,
            String branch,
            @Schema(example = "loan") String kind,
            long times) {}

    @Schema(name = "Refusals")
    record RefusalsJson(
            LocalDate day,
            @Schema(description = "A station's id, or desk") String place,
            @Schema(example = "hold-limit") String reason,
            long times) {}
}

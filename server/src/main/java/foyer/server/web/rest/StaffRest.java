package foyer.server.web.rest;

import foyer.server.desk.AlarmDesk;
import foyer.server.desk.Answer;
import foyer.server.desk.Ask;
import foyer.server.desk.HoldDesk;
import foyer.server.projection.HoldRow;
import foyer.server.projection.Projections;
import foyer.server.projection.Projections.DeadLetter;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** What staff do and look at by REST, in their own network. */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff", description = "Review of holds, stations, items. Sign in with HTTP Basic as staff.")
class StaffRest {
    private static final String STATES = "under-review|confirmed|ready|fulfilled|rejected|cancelled";

    private final Projections projections;
    private final HoldDesk desk;
    private final AlarmDesk alarms;

    StaffRest(Projections projections, HoldDesk desk, AlarmDesk alarms) {
        this.projections = projections;
        this.desk = desk;
        this.alarms = alarms;
    }

    @GetMapping("/holds")
    @Operation(summary = "Holds in a state", description = "Oldest first.")
    List<HoldJson> holds(
            @AuthenticationPrincipal Signed.Staff staff,
            @Parameter(example = "under-review") @RequestParam @Pattern(regexp = STATES) String state) {
        return projections.holds(staff.network(), List.of(state)).stream()
                .map(HoldJson::forStaff)
                .toList();
    }

    @GetMapping("/holds/{id}")
    @Operation(summary = "One hold")
    HoldJson hold(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        return HoldJson.forStaff(ours(id, staff));
    }

    @PostMapping("/holds/{id}/confirm")
    @Operation(summary = "Confirm a hold", description = "The copy is taken off the shelf and may be loaded.")
    HoldJson confirm(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        return decided(desk.confirm(Ask.staff(staff.getName()), ours(id, staff).id()), staff);
    }

    @PostMapping("/holds/{id}/reject")
    @Operation(summary = "Reject a hold", description = "With a reason, which the patron reads.")
    HoldJson reject(
            @AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, @Valid @RequestBody Rejection body) {
        String reason = Objects.requireNonNullElse(body.reason(), "");
        if (reason.isBlank()) {
            throw new Refused(Problem.REASON_MISSING);
        }
        return decided(desk.reject(Ask.staff(staff.getName()), ours(id, staff).id(), reason, false), staff);
    }

    @GetMapping("/stations")
    @Operation(summary = "Stations")
    List<StationLineJson> stations(@AuthenticationPrincipal Signed.Staff staff) {
        return projections.stations(staff.network()).stream()
                .map(line -> new StationLineJson(line.id(), line.branch(), line.branchName(), line.online()))
                .toList();
    }

    @GetMapping("/stations/{id}")
    @Operation(summary = "One station now")
    StationJson station(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        if (projections.stations(staff.network()).stream()
                .noneMatch(line -> line.id().equals(id))) {
            throw new Refused(Problem.NO_SUCH_STATION);
        }
        return projections.station(id).map(StationJson::of).orElseThrow(() -> new Refused(Problem.NO_SUCH_STATION));
    }

    @GetMapping("/items/{barcode}")
    @Operation(summary = "One copy", description = "By its barcode: which title, and where it is.")
    ItemJson item(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String barcode) {
        return projections
                .item(barcode)
                .filter(item -> ours(item.titleId(), staff.network()))
                .map(item -> new ItemJson(item.titleId(), item.title(), TitleJson.CopyJson.of(item.copy())))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_ITEM));
    }

    @GetMapping("/loans")
    @Operation(summary = "A patron's loans", description = "Newest first, those that ended too.")
    List<LoanJson> loans(
            @AuthenticationPrincipal Signed.Staff staff,
            @Parameter(description = "The patron's id") @RequestParam @Size(max = 64) String patron) {
        return projections.loansOf(patron).stream()
                .filter(loan -> ours(loan.titleId(), staff.network()))
                .map(LoanJson::of)
                .toList();
    }

    @GetMapping("/dead-letters")
    @Operation(summary = "Messages that could not be read", description = "Newest first, at most 100.")
    List<DeadLetterJson> deadLetters(@AuthenticationPrincipal Signed.Staff staff) {
        return projections.deadLetters(staff.network()).stream()
                .map(DeadLetterJson::of)
                .toList();
    }

    @PostMapping("/alarms/{id}/close")
    @Operation(summary = "Close an alarm", description = "After somebody looked.")
    @ApiResponse(responseCode = "204", description = "Closed.")
    ResponseEntity<Void> close(@AuthenticationPrincipal Signed.Staff staff, @PathVariable long id) {
        PatronRest.done(alarms.close(Ask.staff(staff.getName()), id));
        return ResponseEntity.noContent().build();
    }

    private HoldJson decided(Answer answer, Signed.Staff staff) {
        return HoldJson.forStaff(ours(PatronRest.done(answer), staff));
    }

    private boolean ours(String titleId, String network) {
        return projections
                .title(titleId)
                .filter(title -> title.network().equals(network))
                .isPresent();
    }

    private HoldRow ours(String hold, Signed.Staff staff) {
        return projections
                .hold(hold)
                .filter(row -> ours(row.titleId(), staff.network()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_HOLD));
    }

    /** Why a hold is rejected. */
    @Schema(name = "Rejection")
    record Rejection(
            @Schema(description = "In words the patron reads", example = "The copy is damaged.")
            @Nullable
            @Size(max = 500)
            String reason) {}

    @Schema(name = "StationLine")
    record StationLineJson(String id, String branch, Map<String, String> branchName, boolean online) {}

    @Schema(name = "Item")
    record ItemJson(String titleId, String title, TitleJson.CopyJson copy) {}

    /** A message that could not be read or applied: kept, and here only described. */
    @Schema(name = "DeadLetter")
    record DeadLetterJson(long id, @Nullable String station, String why, int bytes, Instant receivedAt) {
        static DeadLetterJson of(DeadLetter row) {
            return new DeadLetterJson(row.id(), row.station().orElse(null), row.why(), row.bytes(), row.receivedAt());
        }
    }
}

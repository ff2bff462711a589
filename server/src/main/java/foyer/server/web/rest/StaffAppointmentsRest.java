package foyer.server.web.rest;

import foyer.server.desk.AppointmentDesk;
import foyer.server.projection.AppointmentLists;
import foyer.server.projection.AppointmentLists.Appointment;
import foyer.server.projection.Paging;
import foyer.server.projection.Projections;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Times of pickup that staff agree with patrons on the phone (domain B8). */
@RestController
@RequestMapping("/api/v1/staff/appointments")
@Tag(name = "Staff: appointments", description = "Times of pickup, agreed on the phone or at the desk.")
class StaffAppointmentsRest {
    private final AppointmentLists appointments;
    private final Projections projections;
    private final AppointmentDesk desk;
    private final Answers answers;

    StaffAppointmentsRest(
            AppointmentLists appointments, Projections projections, AppointmentDesk desk, Answers answers) {
        this.appointments = appointments;
        this.projections = projections;
        this.desk = desk;
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "A branch's appointments of a day", description = "In their order.")
    PageJson<AppointmentJson> appointments(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam @Size(max = 64) String branch,
            @Parameter(example = "2026-11-27") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate day,
            @RequestParam(defaultValue = "agreed") @Pattern(regexp = "agreed|kept|missed|cancelled") String state,
            Paging paging) {
        if (projections.branches(staff.network()).stream()
                .noneMatch(row -> row.id().equals(branch))) {
            throw new Refused(Problem.NO_SUCH_BRANCH);
        }
        return PageJson.of(appointments.onDay(branch, day, state, paging), AppointmentJson::forStaff);
    }

    @GetMapping("/slots")
    @Operation(summary = "Free times of a day", description = "At which an order can still be collected at a branch.")
    AppointmentJson.SlotsJson slots(
            @AuthenticationPrincipal Signed.Staff staff,
            @RequestParam @Size(max = 64) String branch,
            @Parameter(example = "2026-11-27") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate day) {
        return appointments
                .slots(staff.network(), branch, Bounds.day(day, Problem.PARAMETER_WRONG, "day"), "")
                .map(AppointmentJson.SlotsJson::of)
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_BRANCH));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One appointment")
    ResponseEntity<AppointmentJson> appointment(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id) {
        return tagged(ours(id, staff));
    }

    @PostMapping
    @Operation(summary = "Agree on a time with a patron")
    @ApiResponse(responseCode = "201", description = "Agreed; Location is the appointment.")
    ResponseEntity<AppointmentJson> agree(
            @AuthenticationPrincipal Signed.Staff staff, Asked asked, @Valid @RequestBody Agreed body) {
        String id = answers.done(
                desk.agree(
                        asked.staff(body.channel(), body.why()),
                        body.patron(),
                        body.branch(),
                        Bounds.moment(body.from(), "from")),
                Problem.NO_SUCH_BRANCH,
                body.patron());
        Appointment agreed = ours(id, staff);
        return ResponseEntity.created(URI.create("/api/v1/staff/appointments/" + id))
                .eTag(Long.toString(agreed.version()))
                .body(AppointmentJson.forStaff(agreed));
    }

    @PostMapping("/{id}/move")
    @Versioned
    @Operation(summary = "Move an appointment", description = "To another free time of the same branch.")
    ResponseEntity<AppointmentJson> move(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody Moved body) {
        String done = Answers.done(
                desk.move(
                        asked.staff(body.channel(), body.why()),
                        ours(id, staff).id(),
                        Bounds.moment(body.from(), "from")),
                Problem.NO_SUCH_APPOINTMENT);
        return tagged(ours(done, staff));
    }

    @PostMapping("/{id}/cancel")
    @Versioned
    @Operation(summary = "Cancel an appointment for its patron")
    ResponseEntity<AppointmentJson> cancel(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody(required = false) @Nullable Behalf body) {
        String done =
                Answers.done(desk.cancel(asked.staff(body), ours(id, staff).id()), Problem.NO_SUCH_APPOINTMENT);
        return tagged(ours(done, staff));
    }

    @PostMapping("/{id}/missed")
    @Versioned
    @Operation(summary = "Say that nobody came", description = "Not before its time is over.")
    ResponseEntity<AppointmentJson> missed(
            @AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        String done = Answers.done(desk.missed(asked.staff(), ours(id, staff).id()), Problem.NO_SUCH_APPOINTMENT);
        return tagged(ours(done, staff));
    }

    private static ResponseEntity<AppointmentJson> tagged(Appointment row) {
        return Answers.tagged(row.version(), AppointmentJson.forStaff(row));
    }

    private Appointment ours(String id, Signed.Staff staff) {
        return appointments
                .find(id)
                .filter(found -> found.network().equals(staff.network()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_APPOINTMENT));
    }

    /** Who, when and where, and how it was agreed. */
    @Schema(name = "Agreed")
    record Agreed(
            @Schema(description = "The patron's id") @NotBlank @Size(max = 64)
            String patron,

            @NotBlank @Size(max = 64) String branch,

            @Schema(description = "When a free slot begins") @NotNull
            Instant from,

            @Schema(description = "How it was agreed; left out, at the desk")
            @Nullable
            @Pattern(regexp = Behalf.CHANNELS)
            String channel,

            @Nullable @Size(max = Behalf.MOST) String why) {}

    @Schema(name = "Moved")
    record Moved(
            @Schema(description = "When a free slot begins") @NotNull
            Instant from,

            @Schema(description = "How the patron asked; left out, at the desk")
            @Nullable
            @Pattern(regexp = Behalf.CHANNELS)
            String channel,

            @Nullable @Size(max = Behalf.MOST) String why) {}
}

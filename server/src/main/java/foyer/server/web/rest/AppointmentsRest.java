package foyer.server.web.rest;

import foyer.server.desk.AppointmentDesk;
import foyer.server.projection.AppointmentLists;
import foyer.server.projection.AppointmentLists.Appointment;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A patron's own times of pickup (domain B1, B8). */
@RestController
@RequestMapping("/api/v1/appointments")
@Tag(name = "Patrons")
class AppointmentsRest {
    private final AppointmentLists appointments;
    private final AppointmentDesk desk;
    private final Answers answers;

    AppointmentsRest(AppointmentLists appointments, AppointmentDesk desk, Answers answers) {
        this.appointments = appointments;
        this.desk = desk;
        this.answers = answers;
    }

    @GetMapping("/slots")
    @Operation(summary = "Free times of a day", description = "At which an order can still be collected at a branch.")
    AppointmentJson.SlotsJson slots(
            @AuthenticationPrincipal Signed.Patron patron,
            @RequestParam @Size(max = 64) String branch,
            @Parameter(example = "2026-11-27") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate day) {
        return appointments
                .slots(patron.network(), branch, Bounds.day(day, Problem.PARAMETER_WRONG, "day"), patron.getName())
                .map(AppointmentJson.SlotsJson::of)
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_BRANCH));
    }

    @GetMapping
    @Operation(summary = "My appointments", description = "Those agreed, the next first.")
    List<AppointmentJson> appointments(@AuthenticationPrincipal Signed.Patron patron) {
        return appointments.ofPatron(patron.getName()).stream()
                .map(AppointmentJson::forPatron)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One of my appointments")
    ResponseEntity<AppointmentJson> appointment(
            @AuthenticationPrincipal Signed.Patron patron, @PathVariable String id) {
        return tagged(own(id, patron));
    }

    @PostMapping
    @Operation(
            summary = "Agree on a time of pickup",
            description = "One of the free times of a branch at which something waits or is being prepared.")
    @ApiResponse(responseCode = "201", description = "Agreed; Location is the appointment.")
    ResponseEntity<AppointmentJson> agree(
            @AuthenticationPrincipal Signed.Patron patron, Asked asked, @Valid @RequestBody NewAppointment body) {
        String id = answers.done(
                desk.agree(asked.patron(), patron.getName(), body.branch(), Bounds.moment(body.from(), "from")),
                Problem.NO_SUCH_BRANCH,
                patron.getName());
        Appointment agreed = own(id, patron);
        return ResponseEntity.created(URI.create("/api/v1/appointments/" + id))
                .eTag(Long.toString(agreed.version()))
                .body(AppointmentJson.forPatron(agreed));
    }

    @PatchMapping("/{id}")
    @Versioned
    @Operation(summary = "Move an appointment", description = "To another free time of the same branch.")
    ResponseEntity<AppointmentJson> move(
            @AuthenticationPrincipal Signed.Patron patron,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody NewTime body) {
        String appointment = own(id, patron).id();
        answers.done(
                desk.move(asked.patron(), appointment, Bounds.moment(body.from(), "from")),
                Problem.NO_SUCH_APPOINTMENT,
                patron.getName());
        return tagged(own(appointment, patron));
    }

    @DeleteMapping("/{id}")
    @Versioned
    @Operation(summary = "Cancel an appointment")
    @ApiResponse(responseCode = "204", description = "Cancelled.")
    ResponseEntity<Void> cancel(@AuthenticationPrincipal Signed.Patron patron, @PathVariable String id, Asked asked) {
        answers.done(desk.cancel(asked.patron(), own(id, patron).id()), Problem.NO_SUCH_APPOINTMENT, patron.getName());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<AppointmentJson> tagged(Appointment row) {
        return Answers.tagged(row.version(), AppointmentJson.forPatron(row));
    }

    private Appointment own(String id, Signed.Patron patron) {
        return appointments
                .find(id)
                .filter(found -> found.patron().equals(patron.getName()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_APPOINTMENT));
    }

    /** When and where. */
    @Schema(name = "NewAppointment")
    record NewAppointment(
            @Schema(example = "kalamaria-central") @NotBlank @Size(max = 64)
            String branch,

            @Schema(description = "When a free slot begins") @NotNull
            Instant from) {}

    @Schema(name = "NewTime")
    record NewTime(
            @Schema(description = "When a free slot begins") @NotNull
            Instant from) {}
}

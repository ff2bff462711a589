package foyer.server.web.rest;

import foyer.server.desk.AlarmDesk;
import foyer.server.projection.Projections;
import foyer.server.projection.Projections.DeadLetter;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stations of the network, what needs a look, and where a copy is. */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff: door")
class StaffStationsRest {
    private final Projections projections;
    private final AlarmDesk alarms;

    StaffStationsRest(Projections projections, AlarmDesk alarms) {
        this.projections = projections;
        this.alarms = alarms;
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
    TitleJson.ItemJson item(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String barcode) {
        return projections
                .item(barcode)
                .filter(item -> projections
                        .networkOfTitle(item.titleId())
                        .filter(staff.network()::equals)
                        .isPresent())
                .map(TitleJson.ItemJson::of)
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_ITEM));
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
    ResponseEntity<Void> close(@AuthenticationPrincipal Signed.Staff staff, @PathVariable long id, Asked asked) {
        Answers.done(alarms.close(asked.staff(), id), Problem.NO_SUCH_ALARM);
        return ResponseEntity.noContent().build();
    }

    @Schema(name = "StationLine")
    record StationLineJson(String id, String branch, Map<String, String> branchName, boolean online) {
        StationLineJson {
            branchName = Map.copyOf(branchName);
        }
    }

    /** A message that could not be read or applied: kept, and here only described. */
    @Schema(name = "DeadLetter")
    record DeadLetterJson(long id, @Nullable String station, String why, int bytes, Instant receivedAt) {
        static DeadLetterJson of(DeadLetter row) {
            return new DeadLetterJson(row.id(), row.station().orElse(null), row.why(), row.bytes(), row.receivedAt());
        }
    }
}

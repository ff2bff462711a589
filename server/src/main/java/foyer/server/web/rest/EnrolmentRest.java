package foyer.server.web.rest;

import foyer.server.broker.EnrolmentDesk;
import foyer.server.broker.EnrolmentDesk.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a new station gets its certificate. Its one-time token is the only credential. */
@RestController
@Tag(name = "Stations", description = "How a new station becomes one of ours.")
class EnrolmentRest {
    private final EnrolmentDesk desk;

    EnrolmentRest(EnrolmentDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/station-enrolment")
    @SecurityRequirements
    @Operation(
            summary = "Enrol a station",
            description = "With a one-time token and a PKCS#10 request of a P-256 key the station made itself.")
    ResponseEntity<Enrolled> enrol(@Valid @RequestBody Request body) {
        return switch (desk.enrol(body.token(), body.csr())) {
            case Answer.Enrolled done ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new Enrolled(
                                done.certificate(), done.ca(), done.commandKey(), done.cardKey(), done.brokerUrl()));
            case Answer.Refused refused -> throw new Refused(Problem.of(refused.why()));
        };
    }

    /** What a station sends. */
    @Schema(name = "EnrolmentRequest")
    record Request(
            @Schema(description = "One use, good for 15 minutes") @NotBlank @Size(max = 256)
            String token,

            @Schema(description = "PKCS#10 in PEM, subject CN=<station>") @NotBlank @Size(max = 16_384)
            String csr) {
        @Override
        public String toString() {
            return "Request";
        }
    }

    /** What it gets back, once. */
    @Schema(name = "Enrolled")
    record Enrolled(
            @Schema(description = "The station's, PEM") String certificate,
            @Schema(description = "The authority's, PEM") String ca,

            @Schema(description = "Base64 of the Ed25519 key whose signatures the station obeys")
            String commandKey,

            @Schema(description = "Base64 of 32 bytes; a secret")
            String cardKey,

            @Schema(example = "ssl://library.example:8883") String brokerUrl) {
        @Override
        public String toString() {
            return "Enrolled";
        }
    }
}

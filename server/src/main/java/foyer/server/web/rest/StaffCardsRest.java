package foyer.server.web.rest;

import foyer.server.desk.Answer;
import foyer.server.desk.PatronDesk;
import foyer.server.projection.PatronLists;
import foyer.server.projection.PatronLists.Person;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Patrons join, lose cards, forget secrets, are locked and unlocked (domain A1, B10, B14). */
@RestController
@RequestMapping("/api/v1/staff/patrons")
@Tag(name = "Staff: patrons")
class StaffCardsRest {
    private final PatronLists patrons;
    private final PatronDesk desk;

    StaffCardsRest(PatronLists patrons, PatronDesk desk) {
        this.patrons = patrons;
        this.desk = desk;
    }

    @PostMapping
    @Operation(
            summary = "Register a patron",
            description = "Card, user name and secrets are in the answer this once; a repetition tells the id alone.")
    @ApiResponse(responseCode = "201", description = "Registered; Location is the patron.")
    ResponseEntity<SecretsJson> register(
            @AuthenticationPrincipal Signed.Staff staff, Asked asked, @Valid @RequestBody Newcomer body) {
        SecretsJson secrets = given(desk.register(asked.staff(), body.newcomer()), Problem.NO_SUCH_BRANCH);
        return ResponseEntity.created(URI.create("/api/v1/staff/patrons/" + secrets.patron()))
                .cacheControl(CacheControl.noStore())
                .body(secrets);
    }

    @PostMapping("/{id}/card")
    @Versioned
    @Operation(
            summary = "Replace a lost card",
            description = "The old one is refused from now on. Card and PIN are in the answer this once.")
    ResponseEntity<SecretsJson> card(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody(required = false) @Nullable Card body) {
        Optional<String> printed = Optional.ofNullable(body).flatMap(one -> Optional.ofNullable(one.card()));
        String patron = ours(id, staff).id();
        return once(given(desk.replaceCard(asked.staff(), patron, printed), Problem.NO_SUCH_PATRON));
    }

    @PostMapping("/{id}/secrets")
    @Versioned
    @Operation(summary = "Give a new PIN and password", description = "They are in the answer this once.")
    ResponseEntity<SecretsJson> secrets(
            @AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        return once(given(desk.resetSecrets(asked.staff(), ours(id, staff).id()), Problem.NO_SUCH_PATRON));
    }

    @PostMapping("/{id}/lock")
    @Versioned
    @Operation(summary = "Lock an account", description = "With a reason, which the patron reads.")
    ResponseEntity<PersonJson> lock(
            @AuthenticationPrincipal Signed.Staff staff,
            @PathVariable String id,
            Asked asked,
            @Valid @RequestBody StaffLoansRest.Reason body) {
        return person(desk.lock(asked.staff(), ours(id, staff).id(), body.text()), staff);
    }

    @PostMapping("/{id}/unlock")
    @Versioned
    @Operation(summary = "Unlock an account")
    ResponseEntity<PersonJson> unlock(
            @AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Asked asked) {
        return person(desk.unlock(asked.staff(), ours(id, staff).id()), staff);
    }

    private ResponseEntity<PersonJson> person(Answer answer, Signed.Staff staff) {
        Person person = ours(Answers.done(answer, Problem.NO_SUCH_PATRON), staff);
        return Answers.tagged(person.version(), PersonJson.of(person));
    }

    private static SecretsJson given(Answer answer, Problem unknown) {
        return answer instanceof Answer.Given given
                ? new SecretsJson(given.id(), given.secrets())
                : new SecretsJson(Answers.done(answer, unknown), Map.of());
    }

    private static ResponseEntity<SecretsJson> once(SecretsJson secrets) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(secrets);
    }

    private Person ours(String id, Signed.Staff staff) {
        return patrons.find(id)
                .filter(person -> person.network().equals(staff.network()))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_PATRON));
    }

    /** Somebody who joins. */
    @Schema(name = "Newcomer")
    record Newcomer(
            @NotBlank @Size(max = 64) String branch,
            @NotBlank @Size(max = 100) String given,
            @NotBlank @Size(max = 100) String family,
            @Nullable @Size(max = 200) String email,
            @Nullable @Size(max = 40) String phone,

            @Schema(example = "lv") @NotNull @Pattern(regexp = "lv|el|en|ru")
            String language,

            @Schema(description = "Wants compartments that can be reached sitting") @Nullable
            Boolean low,

            @Schema(description = "A number printed already; left out, the next one") @Nullable @Size(min = 1, max = 20)
            String card,

            @Schema(description = "A user name; left out, the card's number") @Nullable @Size(min = 1, max = 64)
            String login) {
        PatronDesk.Newcomer newcomer() {
            return new PatronDesk.Newcomer(
                    branch,
                    given.strip(),
                    family.strip(),
                    Objects.requireNonNullElse(email, "").strip(),
                    Objects.requireNonNullElse(phone, "").strip(),
                    language,
                    Boolean.TRUE.equals(low),
                    Optional.ofNullable(card),
                    Optional.ofNullable(login));
        }

        @Override
        public String toString() {
            return "Newcomer";
        }
    }

    @Schema(name = "NewCard")
    record Card(
            @Schema(description = "A number printed already; left out, the next one") @Nullable @Size(min = 1, max = 20)
            String card) {
        @Override
        public String toString() {
            return "Card";
        }
    }

    /** Shown this once. */
    @Schema(name = "Secrets", description = "Shown this once and kept nowhere.")
    record SecretsJson(
            String patron,

            @Schema(description = "By name; empty in the answer to a repetition", example = "{\"pin\":\"0417\"}")
            Map<String, String> secrets) {
        SecretsJson {
            secrets = Map.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "SecretsJson[" + patron + "]";
        }
    }
}

package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.PatronLists.Lock;
import foyer.server.projection.PatronLists.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A patron as staff see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Patron", description = "A patron as staff see them.")
record PersonJson(
        String id,
        @Schema(description = "At which the patron joined") String branch,
        String card,

        @Schema(description = "The last day the card is good; absent for ever") @Nullable
        LocalDate cardExpires,

        @Schema(description = "The user name") String login,
        String given,
        String family,
        String language,

        @Schema(description = "Wants compartments that can be reached sitting")
        boolean low,

        String email,
        String phone,
        @Nullable Instant joinedAt,

        @Schema(description = "Absent when it is not locked") @Nullable
        LockJson lock) {
    static PersonJson of(Person row) {
        return new PersonJson(
                row.id(),
                row.branch(),
                row.card(),
                row.cardExpires().orElse(null),
                row.login(),
                row.given(),
                row.family(),
                row.language(),
                row.low(),
                row.email(),
                row.phone(),
                row.joinedAt().orElse(null),
                row.lock().map(LockJson::of).orElse(null));
    }

    @Override
    public String toString() {
        return "PersonJson[" + id + "]";
    }

    @Schema(name = "Lock")
    record LockJson(
            @Schema(description = "The patron reads it") String reason,
            @Schema(description = "Who locked it") String by,
            Instant at) {
        static LockJson of(Lock row) {
            return new LockJson(row.reason(), row.by(), row.at());
        }
    }
}

package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.LoanRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A loan. Times are the station's own. {@code patron} and {@code patronName} are there for staff only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Loan", description = "A loan. It begins when the door opens and ends when the book drops.")
record LoanJson(
        @Schema(example = "l-01JD9") String id,
        @Schema(example = "LV-ILU-000123") String item,
        @Schema(example = "t-000017") String titleId,
        @Schema(example = "Dvēseļu putenis") String title,
        @Schema(example = "Aleksandrs Grīns") String author,

        @Schema(description = "The hold it came from") @Nullable
        String hold,

        @Schema(description = "Whose rules it follows", example = "ilukste-central")
        String branch,

        Instant begunAt,
        LocalDate due,
        @Schema(description = "How often it was renewed") int renewals,

        @Schema(description = "Since when a renewal is requested") @Nullable
        Instant renewalRequestedAt,

        @Schema(description = "When the patron said that it was returned") @Nullable
        Instant claimedReturnedAt,

        @Schema(description = "Absent while it runs") @Nullable
        Instant endedAt,

        @Schema(description = "For staff only") @Nullable String patron,
        @Schema(description = "For staff only") @Nullable String patronName) {
    static LoanJson forPatron(LoanRow row) {
        return of(row, null, null);
    }

    static LoanJson forStaff(LoanRow row) {
        return of(row, row.patron(), row.patronName());
    }

    private static LoanJson of(LoanRow row, @Nullable String patron, @Nullable String patronName) {
        return new LoanJson(
                row.id(),
                row.item(),
                row.titleId(),
                row.title(),
                row.author(),
                row.hold().orElse(null),
                row.branch(),
                row.begunAt(),
                row.due(),
                row.renewals(),
                row.askedAt().orElse(null),
                row.claimedAt().orElse(null),
                row.endedAt().orElse(null),
                patron,
                patronName);
    }

    @Override
    public String toString() {
        return "LoanJson[" + id + "]";
    }
}

package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.FineLists.Fine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a late return costs. {@code patron} and {@code reason} are there for staff only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Fine", description = "What a late return costs; fixed when the loan ended.")
record FineJson(
        @Schema(description = "Its loan, which is its id as well")
        String loan,

        String item,
        @Schema(example = "Dvēseļu putenis") String title,
        @Schema(description = "Whose rules it follows") String branch,
        @Schema(description = "In cents", example = "45") int cents,
        int daysLate,
        LocalDate due,
        Instant at,

        @Schema(allowableValues = {"owed", "paid", "waived"})
        String state,

        @Nullable Instant settledAt,

        @Schema(description = "Why it was waived; for staff only") @Nullable
        String reason,

        @Schema(description = "For staff only") @Nullable String patron) {
    static FineJson forPatron(Fine row) {
        return of(row, null, null);
    }

    static FineJson forStaff(Fine row) {
        return of(row, row.reason().orElse(null), row.patron());
    }

    private static FineJson of(Fine row, @Nullable String reason, @Nullable String patron) {
        return new FineJson(
                row.loan(),
                row.item(),
                row.title(),
                row.branch(),
                row.cents(),
                row.daysLate(),
                row.due(),
                row.at(),
                row.state(),
                row.settledAt().orElse(null),
                reason,
                patron);
    }
}

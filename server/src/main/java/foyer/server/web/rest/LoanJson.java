package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.LoanRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A loan. Times are the station's own. */
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

        Instant begunAt,
        LocalDate due,

        @Schema(description = "Absent while it runs") @Nullable
        Instant endedAt) {
    static LoanJson of(LoanRow row) {
        return new LoanJson(
                row.id(),
                row.item(),
                row.titleId(),
                row.title(),
                row.author(),
                row.hold().orElse(null),
                row.begunAt(),
                row.due(),
                row.endedAt().orElse(null));
    }
}

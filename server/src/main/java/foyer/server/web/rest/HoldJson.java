package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.HoldRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A hold. {@code patron} and {@code patronName} are there for staff only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Hold", description = "A hold: one title, or one copy of it, asked for by a patron.")
record HoldJson(
        @Schema(example = "h-01JD9") String id,

        @Schema(allowableValues = {"under-review", "confirmed", "ready", "fulfilled", "rejected", "cancelled"})
        String state,

        @Schema(example = "t-000017") String titleId,
        @Schema(example = "Dvēseļu putenis") String title,
        @Schema(example = "Aleksandrs Grīns") String author,

        @Schema(description = "The copy, once one is chosen") @Nullable
        String item,

        @Schema(example = "ilukste-central") String pickupBranch,
        Instant placedAt,

        @Schema(description = "Why it was rejected") @Nullable
        String reason,

        @Schema(description = "The door behind which it waits", example = "7") @Nullable
        String door,

        @Nullable Instant readyAt,
        @Schema(description = "For staff only") @Nullable String patron,
        @Schema(description = "For staff only") @Nullable String patronName) {
    static HoldJson forPatron(HoldRow row) {
        return of(row, null, null);
    }

    static HoldJson forStaff(HoldRow row) {
        return of(row, row.patron(), row.patronName());
    }

    private static HoldJson of(HoldRow row, @Nullable String patron, @Nullable String patronName) {
        return new HoldJson(
                row.id(),
                row.state(),
                row.titleId(),
                row.title(),
                row.author(),
                row.item().orElse(null),
                row.pickupBranch(),
                row.placedAt(),
                row.reason().orElse(null),
                row.door().orElse(null),
                row.readyAt().orElse(null),
                patron,
                patronName);
    }
}

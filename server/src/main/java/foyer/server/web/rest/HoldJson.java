package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.HoldRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A hold. {@code patron} and {@code patronName} are there for staff only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Hold", description = "A hold: one title, or one copy of it, asked for by a patron.")
record HoldJson(
        @Schema(example = "h-01JD9") String id,

        @Schema(
                description = "For the patron it is under review until the hour at which outcomes are told",
                allowableValues = {
                    "queued",
                    "under-review",
                    "confirmed",
                    "prepared",
                    "ready",
                    "on-hold-shelf",
                    "fulfilled",
                    "rejected",
                    "cancelled",
                    "expired"
                })
        String state,

        @Schema(description = "Since when it is in its state")
        Instant stateAt,

        @Schema(example = "t-000017") String titleId,
        @Schema(example = "Dvēseļu putenis") String title,
        @Schema(example = "Aleksandrs Grīns") String author,

        @Schema(description = "The copy, once one is chosen") @Nullable
        String item,

        @Schema(example = "ilukste-central") String pickupBranch,
        Instant placedAt,

        @Schema(description = "The last day it is wanted") @Nullable
        LocalDate notNeededAfter,

        @Schema(description = "Passed over in the queue until this day") @Nullable
        LocalDate suspendedUntil,

        @Schema(description = "The last day to collect it, once it is known") @Nullable
        LocalDate lastDay,

        @Schema(description = "Why it was rejected, or how staff cancelled it") @Nullable
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
                row.stateAt(),
                row.titleId(),
                row.title(),
                row.author(),
                row.item().orElse(null),
                row.pickupBranch(),
                row.placedAt(),
                row.notNeededAfter().orElse(null),
                row.suspendedUntil().orElse(null),
                row.lastDay().orElse(null),
                row.reason().orElse(null),
                row.door().orElse(null),
                row.readyAt().orElse(null),
                patron,
                patronName);
    }

    @Override
    public String toString() {
        return "HoldJson[" + id + "]";
    }
}

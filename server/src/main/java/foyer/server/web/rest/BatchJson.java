package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.BatchLists.Batch;
import foyer.server.projection.BatchLists.Inside;
import foyer.server.projection.BatchLists.Left;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The returns of one bin from one emptying to the next. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Batch", description = "The returns of one bin from one emptying to the next.")
record BatchJson(
        String id,
        String branch,
        String station,
        String bin,

        @Schema(allowableValues = {"open", "sealed", "quarantined", "released", "emptied"})
        String state,

        Instant openedAt,

        @Schema(description = "Since when it is in its state")
        Instant stateAt,

        @Schema(description = "When the last of its copies has rested") @Nullable
        Instant restsUntil,

        List<InsideJson> items) {
    BatchJson {
        items = List.copyOf(items);
    }

    static BatchJson of(Batch row) {
        return new BatchJson(
                row.id(),
                row.branch(),
                row.station(),
                row.bin(),
                row.state(),
                row.openedAt(),
                row.stateAt(),
                row.restsUntil().orElse(null),
                row.items().stream().map(InsideJson::of).toList());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "InBatch")
    record InsideJson(
            String item,
            String titleId,
            String title,
            @Schema(description = "When it dropped") Instant at,

            @Schema(description = "It may not be lent on yet")
            boolean rests,

            @Schema(description = "The hold it is kept for since") @Nullable
            String hold) {
        static InsideJson of(Inside row) {
            return new InsideJson(
                    row.item(),
                    row.titleId(),
                    row.title(),
                    row.at(),
                    row.rests(),
                    row.hold().orElse(null));
        }
    }

    @Schema(name = "Left", description = "A copy that still lies behind a door though its hold is over.")
    record LeftJson(
            String item,
            String titleId,
            String title,
            String branch,
            String station,
            String door,
            String hold,

            @Schema(allowableValues = {"fulfilled", "rejected", "cancelled", "expired"})
            String holdState,

            Instant since) {
        static LeftJson of(Left row) {
            return new LeftJson(
                    row.item(),
                    row.titleId(),
                    row.title(),
                    row.branch(),
                    row.station(),
                    row.door(),
                    row.hold(),
                    row.holdState(),
                    row.since());
        }
    }
}

package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.Projections;
import foyer.server.projection.TitleRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A title and its copies. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Title", description = "A title and its copies.")
record TitleJson(
        @Schema(example = "t-000017") String id,
        @Schema(example = "Dvēseļu putenis") String title,
        @Schema(example = "Aleksandrs Grīns") String author,
        @Schema(example = "9789934074259") @Nullable String isbn,
        @Schema(example = "2018") @Nullable Integer year,
        @Schema(description = "ISO 639-1", example = "lv") String language,
        List<CopyJson> copies) {
    static TitleJson of(TitleRow row) {
        return new TitleJson(
                row.id(),
                row.title(),
                row.author(),
                row.isbn().orElse(null),
                row.year().orElse(null),
                row.language(),
                row.copies().stream().map(CopyJson::of).toList());
    }

    /** A copy with its title. */
    @Schema(name = "Item")
    record ItemJson(String titleId, String title, CopyJson copy) {
        static ItemJson of(Projections.Copy row) {
            return new ItemJson(row.titleId(), row.title(), CopyJson.of(row.copy()));
        }
    }

    /** One copy and where it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Copy", description = "One copy and where it is.")
    record CopyJson(
            @Schema(description = "The item's barcode", example = "LV-ILU-000123")
            String item,

            @Schema(example = "ilukste-central") String branch,

            @Schema(allowableValues = {"available", "held", "in-compartment", "on-loan", "in-quarantine", "uncertain"})
            String state,

            @Schema(description = "When it is due, while it is on loan") @Nullable
            LocalDate due,

            @Schema(description = "Until when it rests, while it is in quarantine") @Nullable
            Instant quarantineUntil) {
        static CopyJson of(TitleRow.Copy row) {
            return new CopyJson(
                    row.item(),
                    row.branch(),
                    row.state(),
                    row.due().orElse(null),
                    row.quarantineUntil().orElse(null));
        }
    }
}

package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What staff send about holds, and what they hear of several. */
final class HoldBodies {
    private static final int MOST = 200;

    private HoldBodies() {}

    /** Why a hold is rejected. */
    @Schema(name = "Rejection")
    record Rejection(
            @Schema(description = "In words the patron reads", example = "The copy is damaged.")
            @Nullable
            @Size(max = 500)
            String reason,

            @Schema(
                    description =
                            "The copy is missing or cannot be lent: the next in the queue is not offered it either")
            @Nullable
            Boolean copyGone) {}

    /** A day that a patron has told staff. */
    @Schema(name = "Until")
    record Until(
            @Schema(description = "Null or left out: lifted") @Nullable
            LocalDate day,

            @Schema(description = "How the patron asked; left out, at the desk")
            @Nullable
            @Pattern(regexp = Behalf.CHANNELS)
            String channel,

            @Nullable @Size(max = Behalf.MOST) String why) {}

    @Schema(name = "ManyHolds")
    record Many(
            @Schema(description = "Their ids, at most " + MOST) @NotEmpty @Size(max = MOST)
            List<@NotBlank @Size(max = 64) String> holds) {
        Many {
            holds = holds == null ? List.of() : List.copyOf(holds);
        }
    }

    @Schema(name = "ManyHoldsDone")
    record ManyDone(List<OneDone> results) {
        ManyDone {
            results = List.copyOf(results);
        }
    }

    /** What became of one of several. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OneHoldDone")
    record OneDone(
            String hold,
            boolean done,

            @Schema(description = "Why not", example = "wrong-state") @Nullable
            String code,

            @Schema(description = "Why not, in words") @Nullable
            String title,

            @Schema(example = "cancelled") @Nullable String detail) {}
}

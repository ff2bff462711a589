package foyer.server.web.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How a patron asked staff to do it, and why (domain A14, B11). */
@Schema(name = "Behalf", description = "How the patron asked, and why. Kept with what was done.")
record Behalf(
        @Schema(
                description = "Left out: at the desk",
                allowableValues = {"DESK", "PHONE", "EMAIL"})
        @Nullable
        @Pattern(regexp = CHANNELS)
        String channel,

        @Schema(description = "In words of staff's own", example = "cannot use the web") @Nullable @Size(max = MOST)
        String why) {
    static final String CHANNELS = "DESK|PHONE|EMAIL";
    static final int MOST = 500;

    @Override
    public String toString() {
        return "Behalf[" + channel + "]";
    }
}

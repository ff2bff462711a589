package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.AppointmentLists.Appointment;
import foyer.server.projection.AppointmentLists.FreeSlot;
import foyer.server.projection.AppointmentLists.Slots;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time of pickup. The patron, with name and phone, is there for staff only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Appointment", description = "An agreed time at which a patron collects.")
record AppointmentJson(
        String id,
        @Schema(example = "kalamaria-central") String branch,
        Instant from,

        @Schema(description = "The first moment after") Instant until,

        @Schema(allowableValues = {"agreed", "kept", "missed", "cancelled"})
        String state,

        @Schema(description = "The door that is kept for it; for staff only") @Nullable
        String door,

        @Schema(description = "Of the door; for staff only") @Nullable
        String station,

        @Schema(description = "For staff only") @Nullable String patron,
        @Schema(description = "For staff only") @Nullable String patronName,
        @Schema(description = "For staff only") @Nullable String patronPhone) {
    static AppointmentJson forPatron(Appointment row) {
        return new AppointmentJson(
                row.id(), row.branch(), row.from(), row.until(), row.state(), null, null, null, null, null);
    }

    static AppointmentJson forStaff(Appointment row) {
        return new AppointmentJson(
                row.id(),
                row.branch(),
                row.from(),
                row.until(),
                row.state(),
                row.door().orElse(null),
                row.station().orElse(null),
                row.patron(),
                row.patronName(),
                row.patronPhone());
    }

    @Override
    public String toString() {
        return "AppointmentJson[" + id + "]";
    }

    @Schema(name = "Slots", description = "What can still be agreed on a day.")
    record SlotsJson(
            @Schema(
                    description = "Whether the branch hands over at agreed times",
                    allowableValues = {"none", "offered", "required"})
            String offered,

            List<SlotJson> free) {
        SlotsJson {
            free = List.copyOf(free);
        }

        static SlotsJson of(Slots slots) {
            return new SlotsJson(
                    slots.offered(), slots.free().stream().map(SlotJson::of).toList());
        }
    }

    @Schema(name = "Slot")
    record SlotJson(
            Instant from,
            Instant until,
            @Schema(description = "How many still fit in") int left) {
        static SlotJson of(FreeSlot slot) {
            return new SlotJson(slot.from(), slot.until(), slot.left());
        }
    }
}

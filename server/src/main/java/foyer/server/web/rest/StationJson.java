package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.projection.StationPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A station as staff see it now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Station", description = "A station as staff see it now: doors, bins, and what needs a look.")
record StationJson(
        @Schema(example = "ilukste-entrance") String id,
        @Schema(example = "ilukste-central") String branch,
        boolean online,
        @Nullable Instant heardAt,

        @Schema(description = "Events the station has not yet handed over")
        long waiting,

        @Schema(allowableValues = {"IDLE", "PICKUP", "RETURN", "STAFF", "OUT_OF_ORDER"})
        String doing,

        List<DoorJson> doors,
        List<BinJson> bins,
        List<AlarmJson> alarms) {
    static StationJson of(StationPage page) {
        return new StationJson(
                page.id(),
                page.branch(),
                page.online(),
                page.heardAt().orElse(null),
                page.waiting(),
                page.doing().name(),
                page.doors().stream().map(DoorJson::of).toList(),
                page.bins().stream().map(BinJson::of).toList(),
                page.alarms().stream().map(AlarmJson::of).toList());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Door", description = "A door as it hangs, in cells of a grid counted from 0 at the upper left.")
    record DoorJson(
            @Schema(example = "7") String door,
            @Schema(allowableValues = {"S", "M", "L"}) String size,

            @Schema(allowableValues = {"LOW", "MIDDLE", "HIGH"})
            String height,

            int column,
            int row,
            int columns,
            int rows,

            @Schema(allowableValues = {"OPEN", "CLOSED", "UNKNOWN"})
            String position,

            @Schema(allowableValues = {"FREE", "HOLDING", "TO_INSPECT", "JAMMED"})
            String use,

            @Schema(description = "How many items are inside")
            int items) {
        static DoorJson of(StationPage.Door door) {
            var plan = door.plan();
            return new DoorJson(
                    plan.id().value(),
                    plan.size().name(),
                    plan.height().name(),
                    plan.column(),
                    plan.row(),
                    plan.columns(),
                    plan.rows(),
                    door.position().name(),
                    door.use().name(),
                    door.items());
        }
    }

    @Schema(name = "Bin", description = "A returns bin; dropped since it was last emptied.")
    record BinJson(
            String bin,

            @Schema(allowableValues = {"OPEN", "CLOSED", "UNKNOWN"})
            String flap,

            int dropped,
            int capacity) {
        static BinJson of(StationPage.Bin bin) {
            return new BinJson(bin.id(), bin.flap().name(), bin.dropped(), bin.capacity());
        }
    }

    @Schema(name = "Alarm", description = "Something staff must look at.")
    record AlarmJson(
            long id, @Schema(example = "door-jammed") String kind, Map<String, String> values, Instant at) {
        static AlarmJson of(StationPage.Alarm alarm) {
            return new AlarmJson(alarm.id(), alarm.kind(), alarm.values(), alarm.at());
        }
    }
}

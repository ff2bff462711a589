package foyer.station;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Why a door is opened, and for whom: carried by every event of that opening, so that each can be read alone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Purpose.Pickup.class, name = "pickup"),
    @JsonSubTypes.Type(value = Purpose.Load.class, name = "load"),
    @JsonSubTypes.Type(value = Purpose.Inspect.class, name = "inspect"),
})
public sealed interface Purpose {
    /** A patron takes items of an order. The loans of {@code holds} begin when the door has opened. */
    record Pickup(OrderId order, PatronId patron, List<HoldId> holds) implements Purpose {
        public Pickup {
            holds = List.copyOf(holds);
        }
    }

    /** Staff put one item of an order into the compartment. */
    record Load(OrderId order, HoldId hold, ItemBarcode item, StaffId staff) implements Purpose {}

    /** Staff look into a compartment that may not be used before somebody has, and leave it empty. */
    record Inspect(StaffId staff) implements Purpose {}
}

package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What was prepared for one patron to collect together in one compartment; never a word for a hold or a loan. */
public record OrderId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        Ids.require("OrderId", value, Ids.TOKEN);
    }

    @Override
    public String toString() {
        return value;
    }
}

package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One patron's hold on one title or item. */
public record HoldId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HoldId {
        Ids.require("HoldId", value, Ids.TOKEN);
    }

    @Override
    public String toString() {
        return value;
    }
}

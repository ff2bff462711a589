package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One decision to open one door: at most one pulse is ever sent for it. Made on the station, stored before the pulse. */
public record IntentId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IntentId {
        Ids.require("IntentId", value, Ids.TOKEN);
    }

    @Override
    public String toString() {
        return value;
    }
}

package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A member of staff, opaque. */
public record StaffId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StaffId {
        Ids.require("StaffId", value, Ids.TOKEN);
    }

    @Override
    public String toString() {
        return value;
    }
}

package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A return bin by the name on its flap. */
public record BinId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BinId {
        Ids.require("BinId", value, Ids.NAME);
    }

    @Override
    public String toString() {
        return value;
    }
}

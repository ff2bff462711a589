package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A compartment by the number on its door, as the installer named it, {@code 1} to 12 letters, digits or dashes. */
public record CompartmentId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CompartmentId {
        Ids.require("CompartmentId", value, Ids.NAME);
    }

    @Override
    public String toString() {
        return value;
    }
}

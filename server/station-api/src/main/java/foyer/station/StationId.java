package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A station (kiosk, lockers, bins): the common name of its client certificate, {@code [a-z0-9-]{1,32}}. */
public record StationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StationId {
        Ids.require("StationId", value, Ids.STATION);
    }

    @Override
    public String toString() {
        return value;
    }
}

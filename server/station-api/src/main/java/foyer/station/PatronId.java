package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A patron, opaque on the station: no card number and no name can be read from it. */
public record PatronId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PatronId {
        Ids.require("PatronId", value, Ids.TOKEN);
    }

    @Override
    public String toString() {
        return value;
    }
}

package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One connection of a station to the broker: random, so that the last will of an older connection is told apart. */
public record LinkId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LinkId {
        Ids.require("LinkId", value, Ids.TOKEN);
    }

    @Override
    public String toString() {
        return value;
    }
}

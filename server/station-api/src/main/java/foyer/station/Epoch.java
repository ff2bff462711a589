package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The life of one station database: random, new whenever that database is created or restored. */
public record Epoch(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Epoch {
        Ids.require("Epoch", value, Ids.TOKEN);
    }

    @Override
    public String toString() {
        return value;
    }
}

package foyer.station;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The barcode of an item (a copy), as the scanner read it: 1 to 40 printable characters without spaces. */
public record ItemBarcode(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemBarcode {
        Ids.require("ItemBarcode", value, Ids.BARCODE);
    }

    @Override
    public String toString() {
        return value;
    }
}

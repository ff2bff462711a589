package foyer.kiosk.circulation;

import foyer.station.ItemBarcode;
import java.time.Instant;

/** One line of what was brought back in this visit. */
public record Returned(ItemBarcode item, Result result, Instant at) {
    public enum Result {
        RECEIVED,
        NOT_OURS,
        NOT_DROPPED
    }
}

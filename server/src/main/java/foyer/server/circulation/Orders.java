package foyer.server.circulation;

import foyer.station.OrderId;

/** What a hold is prepared with: the order already being prepared for its patron at its branch, or a new one. */
@FunctionalInterface
public interface Orders {
    OrderId of(Hold.Facts hold);
}

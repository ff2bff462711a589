package foyer.kiosk.circulation;

import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the station takes a compartment for, whatever its door's sensor says. */
public sealed interface Use {

    record Free() implements Use {}

    /** One order's items, by hold. Never empty: what holds nothing is {@link Free}. */
    record Holding(OrderId order, Map<HoldId, ItemBarcode> items) implements Use {
        public Holding {
            items = Map.copyOf(items);
            if (items.isEmpty()) {
                throw new IllegalArgumentException("a compartment that holds nothing is free");
            }
        }
    }

    /** Not to be used before staff have looked in and left it empty. {@code held}: what it is believed to hold. */
    record Blocked(Why why, Optional<Holding> held) implements Use {}

    enum Why {
        JAMMED,
        UNCERTAIN,
        FORCED,
        /** The bank is locked as long as one compartment is blocked for this. */
        WRONG_DOOR
    }

    default Optional<Holding> held() {
        return switch (this) {
            case Free() -> Optional.empty();
            case Holding holding -> Optional.of(holding);
            case Blocked(Why why, Optional<Holding> held) -> held;
        };
    }

    /** The same contents and one item more; another order's item in it is a bug of the caller. */
    static Holding with(Optional<Holding> before, OrderId order, HoldId hold, ItemBarcode item) {
        Map<HoldId, ItemBarcode> items =
                new HashMap<>(before.map(Holding::items).orElse(Map.of()));
        items.put(hold, item);
        return new Holding(before.map(Holding::order).orElse(order), items);
    }

    /** The same contents without these holds. */
    static Use without(Holding before, Iterable<HoldId> taken) {
        Map<HoldId, ItemBarcode> items = new HashMap<>(before.items());
        taken.forEach(items::remove);
        return items.isEmpty() ? new Free() : new Holding(before.order(), items);
    }
}

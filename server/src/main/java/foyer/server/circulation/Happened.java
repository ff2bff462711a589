package foyer.server.circulation;

import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.StationEvent;
import foyer.station.StationId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A station's fact with what the ledger knows of whatever it names.
 *
 * @param at the station's time of the fact, or the server's where the station's clock was not set
 */
public record Happened(StationId station, Instant at, StationEvent event, Known known) {

    /**
     * @param holds by id: those the event names, and those of the items it names
     * @param items by barcode: those the event names, those of the holds, and those thought to be behind the door
     * @param running by item: the loans that run
     */
    public record Known(
            Site site, Map<HoldId, Hold> holds, Map<ItemBarcode, Item> items, Map<ItemBarcode, Loan.Running> running) {
        public Known {
            holds = Map.copyOf(holds);
            items = Map.copyOf(items);
            running = Map.copyOf(running);
        }

        Optional<Hold> hold(HoldId id) {
            return Optional.ofNullable(holds.get(id));
        }

        Optional<Item> item(ItemBarcode barcode) {
            return Optional.ofNullable(items.get(barcode));
        }

        Optional<Loan.Running> loan(ItemBarcode barcode) {
            return Optional.ofNullable(running.get(barcode));
        }

        List<Item> behind(Place place) {
            return items.values().stream()
                    .filter(item -> placeOf(item.state()).equals(Optional.of(place)))
                    .toList();
        }

        private static Optional<Place> placeOf(ItemState state) {
            return switch (state) {
                case ItemState.InCompartment in -> Optional.of(in.place());
                case ItemState.Uncertain uncertain -> uncertain.place();
                case ItemState.OnShelf s -> Optional.empty();
                case ItemState.Held s -> Optional.empty();
                case ItemState.OnLoan s -> Optional.empty();
                case ItemState.InQuarantine s -> Optional.empty();
            };
        }
    }

    /** Where the station stands. */
    public record Site(String branch, String network, ZoneId zone, Policy policy) {}

    Place at(CompartmentId door) {
        return new Place(station, door);
    }

    Mention mention() {
        return Mention.of(event);
    }

    /** Something about this fact that staff must look at. */
    Change flag(Mention mention) {
        return new Change.DiscrepancyRaised(station, EventKind.of(event), mention, at);
    }

    /** @param detail a stable code, which pages have words for: {@code unknown-hold, not-on-loan, ...} */
    Change flag(String detail) {
        return flag(mention().with("detail", detail));
    }
}

package foyer.server.circulation;

import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.StationEvent;
import foyer.station.StationId;
import java.time.Instant;
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
     * @param lent by item: the loans that have not ended
     * @param queues by title: of the items
     * @param batch what lies in the bin the event names, with its items
     * @param freshBatch the id of the batch that this event may open
     * @param appointment the one agreed, at this branch, with the patron the event names
     */
    public record Known(
            Site site,
            Map<HoldId, Hold> holds,
            Map<ItemBarcode, Item> items,
            Map<ItemBarcode, Lent> lent,
            Map<String, Queue> queues,
            Optional<Batches.Known> batch,
            BatchId freshBatch,
            Optional<Appointment.Agreed> appointment) {
        public Known {
            holds = Map.copyOf(holds);
            items = Map.copyOf(items);
            lent = Map.copyOf(lent);
            queues = Map.copyOf(queues);
        }

        Optional<Hold> hold(HoldId id) {
            return Optional.ofNullable(holds.get(id));
        }

        Optional<Item> item(ItemBarcode barcode) {
            return Optional.ofNullable(items.get(barcode));
        }

        Optional<Lent> lent(ItemBarcode barcode) {
            return Optional.ofNullable(lent.get(barcode));
        }

        Queue queue(Item item) {
            return Optional.ofNullable(queues.get(item.title()))
                    .orElseThrow(() -> new IllegalArgumentException("the queue of " + item.title() + " is not known"));
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

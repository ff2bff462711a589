package foyer.server.ingest;

import foyer.server.circulation.BatchId;
import foyer.server.circulation.EventKind;
import foyer.server.circulation.Happened;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.Lent;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Place;
import foyer.server.circulation.Queue;
import foyer.server.circulation.Site;
import foyer.server.circulation.StationFacts;
import foyer.server.ledger.Appointments;
import foyer.server.ledger.Changes;
import foyer.server.ledger.Holds;
import foyer.server.ledger.Items;
import foyer.server.ledger.Journal;
import foyer.server.ledger.Picture;
import foyer.server.ledger.Places;
import foyer.server.ledger.Stations;
import foyer.station.CompartmentId;
import foyer.station.EventEnvelope;
import foyer.station.EventEnvelope.ClockQuality;
import foyer.station.HoldId;
import foyer.station.Ids;
import foyer.station.ItemBarcode;
import foyer.station.Purpose;
import foyer.station.StationEvent;
import foyer.station.StationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One fact: load what it names, decide, write. Inside the caller's transaction. */
@Component
final class Facts {
    private final Places places;
    private final Picture picture;
    private final Holds holds;
    private final Items items;
    private final Appointments appointments;
    private final Changes changes;
    private final Journal journal;
    private final Stations stations;

    Facts(
            Places places,
            Picture picture,
            Holds holds,
            Items items,
            Appointments appointments,
            Changes changes,
            Journal journal,
            Stations stations) {
        this.places = places;
        this.picture = picture;
        this.holds = holds;
        this.items = items;
        this.appointments = appointments;
        this.changes = changes;
        this.journal = journal;
        this.stations = stations;
    }

    void apply(StationId station, EventEnvelope envelope, Instant receivedAt) {
        Site site = places.site(station).orElseThrow(() -> new IllegalStateException("no such station"));
        StationEvent event = envelope.event();
        // A clock that was never set tells nothing; the server's is late, but of this year.
        Instant at = envelope.clock() == ClockQuality.UNSET ? receivedAt : envelope.wall();
        Happened happened = new Happened(station, at, event, known(station, event, site));
        Mention mention = Mention.of(event);
        Journal.Line line =
                new Journal.Line(Optional.of(station), EventKind.of(event), station.value(), mention, at, receivedAt);
        changes.apply(line, StationFacts.decide(happened));
        if (event instanceof StationEvent.Refused refused) {
            String day = at.atZone(site.calendar().zone()).toLocalDate().toString();
            journal.refused(
                    site.network(), station.value(), day, refused.reason().name());
        }
        if (event instanceof StationEvent.DesiredApplied applied) {
            stations.desiredApplied(station, applied.version());
        }
    }

    private Happened.Known known(StationId station, StationEvent event, Site site) {
        Map<HoldId, Hold> knownHolds = new HashMap<>();
        Map<ItemBarcode, Item> knownItems = new HashMap<>();
        for (HoldId id : holdsNamed(event)) {
            holds.find(id).ifPresent(hold -> {
                knownHolds.put(id, hold);
                hold.item().flatMap(items::find).ifPresent(item -> knownItems.put(item.barcode(), item));
            });
        }
        Mention mention = Mention.of(event);
        mention.item().flatMap(items::find).ifPresent(item -> knownItems.put(item.barcode(), item));
        opened(event).ifPresent(door -> items.behind(new Place(station, door))
                .forEach(item -> knownItems.put(item.barcode(), item)));
        for (Item item : knownItems.values()) {
            item.state()
                    .hold()
                    .filter(id -> !knownHolds.containsKey(id))
                    .flatMap(holds::find)
                    .ifPresent(hold -> knownHolds.put(hold.id(), hold));
        }
        Map<ItemBarcode, Lent> lent = new HashMap<>();
        Map<String, Queue> queues = new HashMap<>();
        knownItems.values().forEach(item -> {
            picture.lent(item.barcode()).ifPresent(loan -> lent.put(item.barcode(), loan));
            queues.computeIfAbsent(item.title(), picture::queue);
        });
        return new Happened.Known(
                site,
                knownHolds,
                knownItems,
                lent,
                queues,
                mention.bin().flatMap(bin -> picture.inBin(station, bin)),
                new BatchId("batch-" + Ids.random()),
                mention.patron().flatMap(patron -> appointments.agreed(patron, site.branch())));
    }

    private static List<HoldId> holdsNamed(StationEvent event) {
        return purpose(event)
                .map(purpose -> switch (purpose) {
                    case Purpose.Pickup pickup -> pickup.holds();
                    case Purpose.Load load -> List.of(load.hold());
                    case Purpose.Inspect inspect -> List.<HoldId>of();
                })
                .orElse(List.of());
    }

    /** The door whose inside counts: a look into it settles what was thought to be there. */
    private static Optional<CompartmentId> opened(StationEvent event) {
        return purpose(event).flatMap(purpose -> switch (purpose) {
            case Purpose.Inspect inspect -> Mention.of(event).door();
            case Purpose.Pickup pickup -> Mention.of(event).door();
            case Purpose.Load load -> Optional.<CompartmentId>empty();
        });
    }

    private static Optional<Purpose> purpose(StationEvent event) {
        return switch (event) {
            case StationEvent.DoorIntended e -> Optional.of(e.purpose());
            case StationEvent.DoorOpened e -> Optional.of(e.purpose());
            case StationEvent.DoorClosed e -> Optional.of(e.purpose());
            case StationEvent.DoorConfirmed e -> Optional.of(e.purpose());
            case StationEvent.DoorJammed e -> Optional.of(e.purpose());
            case StationEvent.DoorUncertain e -> Optional.of(e.purpose());
            case StationEvent.WrongDoor e -> Optional.empty();
            case StationEvent.DoorForced e -> Optional.empty();
            case StationEvent.ReturnIntended e -> Optional.empty();
            case StationEvent.FlapOpened e -> Optional.empty();
            case StationEvent.ReturnReceived e -> Optional.empty();
            case StationEvent.ReturnAbandoned e -> Optional.empty();
            case StationEvent.ReturnUncertain e -> Optional.empty();
            case StationEvent.BinEmptied e -> Optional.empty();
            case StationEvent.Refused e -> Optional.empty();
            case StationEvent.HealthChanged e -> Optional.empty();
            case StationEvent.DesiredApplied e -> Optional.empty();
        };
    }
}

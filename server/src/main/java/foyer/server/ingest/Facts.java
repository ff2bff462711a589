package foyer.server.ingest;

import foyer.server.circulation.EventKind;
import foyer.server.circulation.Happened;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Loan;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Place;
import foyer.server.circulation.StationFacts;
import foyer.server.ledger.Changes;
import foyer.server.ledger.Holds;
import foyer.server.ledger.Items;
import foyer.server.ledger.Journal;
import foyer.server.ledger.Loans;
import foyer.server.ledger.Places;
import foyer.server.ledger.Stations;
import foyer.station.CompartmentId;
import foyer.station.EventEnvelope;
import foyer.station.EventEnvelope.ClockQuality;
import foyer.station.HoldId;
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
    private final Holds holds;
    private final Items items;
    private final Loans loans;
    private final Changes changes;
    private final Journal journal;
    private final Stations stations;

    Facts(Places places, Holds holds, Items items, Loans loans, Changes changes, Journal journal, Stations stations) {
        this.places = places;
        this.holds = holds;
        this.items = items;
        this.loans = loans;
        this.changes = changes;
        this.journal = journal;
        this.stations = stations;
    }

    void apply(StationId station, EventEnvelope envelope, Instant receivedAt) {
        Happened.Site site = places.site(station).orElseThrow(() -> new IllegalStateException("no such station"));
        StationEvent event = envelope.event();
        // A clock that was never set tells nothing; the server's is late, but of this year.
        Instant at = envelope.clock() == ClockQuality.UNSET ? receivedAt : envelope.wall();
        Happened happened = new Happened(station, at, event, known(station, event, site));
        changes.apply(StationFacts.decide(happened), receivedAt);
        Mention mention = Mention.of(event);
        journal.write(
                new Journal.Line(Optional.of(station), EventKind.of(event), station.value(), mention, at, receivedAt));
        if (event instanceof StationEvent.Refused refused) {
            String day = at.atZone(site.zone()).toLocalDate().toString();
            journal.refused(station.value(), day, refused.reason().name());
        }
        if (event instanceof StationEvent.DesiredApplied applied) {
            stations.desiredApplied(station, applied.version());
        }
    }

    private Happened.Known known(StationId station, StationEvent event, Happened.Site site) {
        Map<HoldId, Hold> knownHolds = new HashMap<>();
        Map<ItemBarcode, Item> knownItems = new HashMap<>();
        for (HoldId id : holdsNamed(event)) {
            holds.find(id).ifPresent(hold -> {
                knownHolds.put(id, hold);
                items.find(hold.facts().item()).ifPresent(item -> knownItems.put(item.barcode(), item));
            });
        }
        Mention.of(event).item().flatMap(items::find).ifPresent(item -> knownItems.put(item.barcode(), item));
        inspected(event).ifPresent(door -> items.behind(new Place(station, door))
                .forEach(item -> knownItems.put(item.barcode(), item)));
        for (Item item : knownItems.values()) {
            holdOf(item.state())
                    .filter(id -> !knownHolds.containsKey(id))
                    .flatMap(holds::find)
                    .ifPresent(hold -> knownHolds.put(hold.id(), hold));
        }
        Map<ItemBarcode, Loan.Running> running = new HashMap<>();
        knownItems.keySet().forEach(item -> loans.running(item).ifPresent(loan -> running.put(item, loan)));
        return new Happened.Known(site, knownHolds, knownItems, running);
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

    private static Optional<CompartmentId> inspected(StationEvent event) {
        return purpose(event).filter(Purpose.Inspect.class::isInstance).flatMap(inspect -> Mention.of(event)
                .door());
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

    private static Optional<HoldId> holdOf(ItemState state) {
        return switch (state) {
            case ItemState.Held held -> Optional.of(held.hold());
            case ItemState.InCompartment in -> Optional.of(in.hold());
            case ItemState.Uncertain uncertain -> uncertain.hold();
            case ItemState.OnShelf s -> Optional.empty();
            case ItemState.OnLoan s -> Optional.empty();
            case ItemState.InQuarantine s -> Optional.empty();
        };
    }
}

package foyer.server.circulation.property;

import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.ItemState;
import foyer.server.circulation.Loan;
import foyer.server.circulation.Place;
import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.Purpose;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import foyer.station.StationEvent.Reached;
import foyer.station.StationId;
import java.util.List;
import java.util.Optional;

/** What stations tell: mostly what should happen there, and sometimes what should not. */
final class Doors {
    private final Story story;
    private final Library library;
    private final StationId station;
    private final StaffId staff;

    Doors(Story story) {
        this.story = story;
        this.library = story.library();
        this.station = story.one(List.copyOf(library.world().stations().values()));
        this.staff = library.world().staffOf(site().network());
    }

    private foyer.server.circulation.Site site() {
        return library.world().site(library.world().branchOf(station));
    }

    Event act() {
        return switch (story.random().nextInt(20)) {
            case 0, 1, 2, 3 -> load();
            case 4, 5, 6, 7 -> pickUp();
            case 8, 9, 10, 11 -> returned();
            case 12 -> returnUncertain();
            case 13, 14 -> inspect();
            case 15 -> tell(new StationEvent.BinEmptied(bin(), staff, 3));
            case 16 -> tell(new StationEvent.DoorForced(door()));
            case 17 ->
                tell(new StationEvent.HealthChanged("printer", story.random().nextBoolean(), "words"));
            case 18 -> tell(new StationEvent.WrongDoor(intent(), door(), List.of(door())));
            default -> tell(new StationEvent.DoorIntended(intent(), door(), new Purpose.Inspect(staff)));
        };
    }

    private Event tell(StationEvent event) {
        return story.happened(station, event);
    }

    private IntentId intent() {
        return new IntentId(library.fresh("intent-"));
    }

    private BinId bin() {
        return story.one(World.BINS);
    }

    private CompartmentId door() {
        return story.one(library.world().doors(site().branch())).place().compartment();
    }

    private boolean seldom() {
        return story.random().nextInt(25) == 0;
    }

    private Event load() {
        List<Hold> holds = seldom()
                ? library.holds()
                : library.openHolds().stream()
                        .filter(hold -> hold.facts().pickupBranch().equals(site().branch()))
                        .filter(hold -> hold.preparedAs().isPresent())
                        .toList();
        Optional<Hold> any = story.any(holds);
        if (any.isEmpty()) {
            return story.nothing();
        }
        Hold hold = any.get();
        ItemBarcode item =
                seldom() ? story.one(library.items()).barcode() : hold.item().orElseGet(this::lost);
        HoldId id = seldom() ? new HoldId("unheard-of") : hold.id();
        OrderId order = hold.preparedAs().orElseGet(() -> new OrderId("order-of-the-door"));
        Purpose load = new Purpose.Load(order, id, item, staff);
        CompartmentId door =
                seldom() ? door() : story.any(library.empty(station)).orElseGet(this::door);
        return switch (story.random().nextInt(12)) {
            case 0 -> tell(new StationEvent.DoorUncertain(intent(), door, load, story.one(List.of(Reached.values()))));
            case 1 -> tell(new StationEvent.DoorJammed(intent(), door, load));
            default -> tell(new StationEvent.DoorConfirmed(intent(), door, load));
        };
    }

    private ItemBarcode lost() {
        return story.random().nextBoolean()
                ? new ItemBarcode("no-such-item")
                : story.one(library.items()).barcode();
    }

    private Event pickUp() {
        List<Hold> holds = seldom()
                ? library.holds()
                : library.openHolds().stream()
                        .filter(hold -> hold instanceof Hold.Ready ready
                                && ready.place().station().equals(station))
                        .toList();
        Optional<Hold> any = story.any(holds);
        if (any.isEmpty()) {
            return story.nothing();
        }
        Hold hold = any.get();
        CompartmentId door =
                hold instanceof Hold.Ready ready && !seldom() ? ready.place().compartment() : door();
        var patron = seldom() ? story.one(library.patrons()).id() : hold.facts().patron();
        List<HoldId> ids = holds.stream()
                .filter(other -> other.facts().patron().equals(hold.facts().patron()))
                .filter(other -> other.preparedAs().equals(hold.preparedAs()))
                .map(Hold::id)
                .toList();
        Purpose pickup =
                new Purpose.Pickup(hold.preparedAs().orElseGet(() -> new OrderId("order-of-the-door")), patron, ids);
        return switch (story.random().nextInt(12)) {
            case 0 ->
                tell(new StationEvent.DoorUncertain(intent(), door, pickup, story.one(List.of(Reached.values()))));
            case 1 -> tell(new StationEvent.DoorJammed(intent(), door, pickup));
            case 2 -> tell(new StationEvent.DoorConfirmed(intent(), door, pickup));
            default -> tell(new StationEvent.DoorOpened(intent(), door, pickup, seldom()));
        };
    }

    private ItemBarcode back() {
        if (seldom()) {
            return story.random().nextBoolean()
                    ? story.one(library.items()).barcode()
                    : new ItemBarcode("no-such-item");
        }
        return story.any(library.openLoans())
                .map(Loan::facts)
                .map(Loan.Facts::item)
                .orElseGet(() -> story.one(library.items()).barcode());
    }

    private Event returned() {
        return tell(new StationEvent.ReturnReceived(intent(), bin(), back()));
    }

    private Event returnUncertain() {
        return tell(new StationEvent.ReturnUncertain(intent(), bin(), back()));
    }

    /** Mostly where something lies that nobody may collect. */
    private Event inspect() {
        List<Place> left = library.items().stream()
                .map(Item::state)
                .flatMap(state -> switch (state) {
                    case ItemState.InCompartment in -> Optional.of(in.place()).stream();
                    case ItemState.Uncertain lost -> lost.place().stream();
                    default -> Optional.<Place>empty().stream();
                })
                .filter(place -> place.station().equals(station))
                .toList();
        CompartmentId door = story.any(left)
                .filter(place -> !seldom())
                .map(Place::compartment)
                .orElseGet(this::door);
        return tell(new StationEvent.DoorConfirmed(intent(), door, new Purpose.Inspect(staff)));
    }
}

package foyer.kiosk.circulation;

import foyer.station.Birth.CompartmentPlan;
import foyer.station.Birth.Height;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.Purpose;
import foyer.station.ServerMessage.Desired;
import foyer.station.ServerMessage.Grant;
import foyer.station.ServerMessage.Granted;
import foyer.station.ServerMessage.KnownItem;
import foyer.station.ServerMessage.Reader;
import foyer.station.ServerMessage.Reserved;
import foyer.station.ServerMessage.ToLoad;
import foyer.station.StationState.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about what is in the compartments and what the server wants there. */
public final class Shelf {
    private Shelf() {}

    /** One granted hold that is really here. */
    public record Line(
            OrderId order,
            HoldId hold,
            ItemBarcode item,
            String title,
            String author,
            int loanDays,
            CompartmentId door) {}

    /** What this patron may take now: granted, and in a compartment in order; in the order of the wall. */
    public static List<Line> lines(Kiosk kiosk, PatronId patron) {
        List<Grant> grants = kiosk.station().desired().map(Desired::grants).orElse(List.of()).stream()
                .filter(grant -> grant.patron().equals(patron))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (CompartmentPlan plan : kiosk.wall().compartments()) {
            if (kiosk.station().use(plan.id()) instanceof Use.Holding holding) {
                grants.stream()
                        .filter(grant -> grant.order().equals(holding.order()))
                        .flatMap(grant -> grant.items().stream())
                        .filter(granted -> holding.items().containsKey(granted.hold()))
                        .forEach(granted -> lines.add(line(holding.order(), granted, plan.id())));
            }
        }
        return lines;
    }

    /** What is being taken, as the patron was shown it: the grant itself may have ended with the door's opening. */
    public static List<Line> taken(Kiosk kiosk, CompartmentId door, Purpose.Pickup pickup) {
        return pickup.holds().stream()
                .flatMap(hold -> kiosk.said()
                        .flatMap(Shelf::granted)
                        .filter(granted -> granted.hold().equals(hold))
                        .limit(1))
                .map(granted -> line(pickup.order(), granted, door))
                .toList();
    }

    private static Stream<Granted> granted(Desired desired) {
        return desired.grants().stream().flatMap(grant -> grant.items().stream());
    }

    private static Line line(OrderId order, Granted granted, CompartmentId door) {
        return new Line(
                order, granted.hold(), granted.item(), granted.title(), granted.author(), granted.loanDays(), door);
    }

    /** What is still to be put into a compartment. */
    public static List<ToLoad> toLoad(Kiosk kiosk) {
        Set<HoldId> placed = kiosk.station().uses().values().stream()
                .flatMap(use -> use.held().stream())
                .flatMap(holding -> holding.items().keySet().stream())
                .collect(Collectors.toSet());
        return kiosk.station().desired().map(Desired::toLoad).orElse(List.of()).stream()
                .filter(load -> !placed.contains(load.hold()))
                .toList();
    }

    /** Doors staff should look into: blocked ones, and those that hold what nobody may collect any more. */
    public static List<CompartmentId> toInspect(Kiosk kiosk) {
        return kiosk.wall().compartments().stream()
                .map(CompartmentPlan::id)
                .filter(door -> needsLook(kiosk.station(), door))
                .toList();
    }

    private static boolean needsLook(Station station, CompartmentId door) {
        return switch (station.use(door)) {
            case Use.Free free -> false;
            case Use.Blocked blocked -> true;
            case Use.Holding holding -> holding.items().keySet().stream().anyMatch(hold -> !wanted(station, hold));
        };
    }

    private static boolean wanted(Station station, HoldId hold) {
        return station.desired()
                .map(desired -> Stream.concat(
                                desired.toLoad().stream().map(ToLoad::hold),
                                granted(desired).map(Granted::hold))
                        .anyMatch(hold::equals))
                .orElse(true);
    }

    /** Compartments an order could be put into now: free, nothing underway, and their sensor says closed. */
    public static List<CompartmentPlan> free(Kiosk kiosk) {
        return kiosk.wall().compartments().stream()
                .filter(plan -> kiosk.station().use(plan.id()) instanceof Use.Free)
                .filter(plan -> usable(kiosk, plan.id()))
                .toList();
    }

    private static boolean usable(Kiosk kiosk, CompartmentId door) {
        return !kiosk.station().doors().containsKey(door) && kiosk.sensors().position(door) == Position.CLOSED;
    }

    /**
     * Where to put it: to its order's other items, else into the one reserved for the patron, else into the smallest
     * free compartment; low ones first for who needs them, and last for who does not. Never into one that is reserved
     * for somebody else.
     */
    static Optional<CompartmentId> compartmentFor(Kiosk kiosk, ToLoad load) {
        Optional<CompartmentId> begun = kiosk.wall().compartments().stream()
                .map(CompartmentPlan::id)
                .filter(door -> kiosk.station().use(door) instanceof Use.Holding holding
                        && holding.order().equals(load.order()))
                .filter(door -> usable(kiosk, door))
                .findFirst();
        Comparator<CompartmentPlan> lowFirst = Comparator.comparing(plan -> plan.height() != Height.LOW);
        Comparator<CompartmentPlan> smallFirst = Comparator.comparing(CompartmentPlan::size);
        Comparator<CompartmentPlan> best = low(kiosk, load.patron())
                ? lowFirst.thenComparing(smallFirst)
                : lowFirst.reversed().thenComparing(smallFirst);
        List<CompartmentPlan> free = free(kiosk);
        return begun.or(() -> free.stream()
                        .filter(plan -> keptFor(kiosk, plan.id()).contains(load.patron()))
                        .min(best)
                        .map(CompartmentPlan::id))
                .or(() -> free.stream()
                        .filter(plan -> keptFor(kiosk, plan.id()).isEmpty())
                        .min(best)
                        .map(CompartmentPlan::id));
    }

    /** Who comes for it at an agreed time; perhaps several, on different days. */
    private static Set<PatronId> keptFor(Kiosk kiosk, CompartmentId door) {
        return kiosk.station().desired().map(Desired::reserved).orElse(List.of()).stream()
                .filter(reserved -> reserved.door().equals(door))
                .map(Reserved::patron)
                .collect(Collectors.toSet());
    }

    private static boolean low(Kiosk kiosk, PatronId patron) {
        return kiosk.station().desired().map(Desired::readers).orElse(List.of()).stream()
                .filter(reader -> reader.patron().equals(patron))
                .anyMatch(Reader::low);
    }

    /** A door of an unfinished opening that stands open: no other opens before it is closed. */
    static Optional<CompartmentId> standingOpen(Kiosk kiosk) {
        return kiosk.wall().compartments().stream()
                .map(CompartmentPlan::id)
                .filter(door -> kiosk.station().doors().containsKey(door))
                .filter(door -> kiosk.sensors().position(door) == Position.OPEN)
                .findFirst();
    }

    /** What is known of an item: on loan, to load or granted. */
    public static Optional<KnownItem> known(Kiosk kiosk, ItemBarcode item) {
        return kiosk.said()
                .flatMap(Shelf::known)
                .filter(known -> known.item().equals(item))
                .findFirst();
    }

    private static Stream<KnownItem> known(Desired desired) {
        return Stream.of(
                        desired.onLoan().stream(),
                        desired.toLoad().stream().map(load -> new KnownItem(load.item(), load.title(), load.author())),
                        granted(desired)
                                .map(granted -> new KnownItem(granted.item(), granted.title(), granted.author())))
                .flatMap(known -> known);
    }
}

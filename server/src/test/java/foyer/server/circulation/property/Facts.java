package foyer.server.circulation.property;

import foyer.server.circulation.Mention;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.Purpose;
import foyer.station.StationEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a station's event names. */
final class Facts {
    private Facts() {}

    static List<HoldId> holds(StationEvent event) {
        return purpose(event)
                .map(purpose -> switch (purpose) {
                    case Purpose.Pickup pickup -> pickup.holds();
                    case Purpose.Load load -> List.of(load.hold());
                    case Purpose.Inspect inspect -> List.<HoldId>of();
                })
                .orElse(List.of());
    }

    /** The door whose inside counts. */
    static Optional<CompartmentId> opened(StationEvent event) {
        return purpose(event)
                .filter(purpose -> !(purpose instanceof Purpose.Load))
                .flatMap(purpose -> Mention.of(event).door());
    }

    private static Optional<Purpose> purpose(StationEvent event) {
        return Stream.of(event)
                .flatMap(one -> switch (one) {
                    case StationEvent.DoorOpened e -> Stream.of(e.purpose());
                    case StationEvent.DoorConfirmed e -> Stream.of(e.purpose());
                    case StationEvent.DoorUncertain e -> Stream.of(e.purpose());
                    case StationEvent.DoorJammed e -> Stream.of(e.purpose());
                    default -> Stream.<Purpose>empty();
                })
                .findFirst();
    }
}

package foyer.kiosk.session;

import foyer.kiosk.circulation.Acceptance;
import foyer.kiosk.circulation.Kiosk;
import foyer.kiosk.circulation.Now;
import foyer.kiosk.circulation.Use;
import foyer.kiosk.circulation.Visit;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.CompartmentId;
import foyer.station.Purpose;
import foyer.station.StationState;
import foyer.station.StationState.Doing;
import java.util.Comparator;
import java.util.List;

/** The retained picture of the station for everybody: doors, bins, health, and nothing about anybody. */
final class Pictures {
    private Pictures() {}

    static StationState of(Kiosk kiosk, Now now, long waiting) {
        List<StationState.Door> doors = kiosk.wall().compartments().stream()
                .map(CompartmentPlan::id)
                .map(door -> new StationState.Door(door, kiosk.sensors().position(door), use(kiosk, door)))
                .toList();
        List<StationState.Bin> bins = kiosk.wall().bins().stream()
                .map(bin -> new StationState.Bin(
                        bin.id(),
                        kiosk.sensors().flap(bin.id()).position(),
                        kiosk.station().dropped(bin.id()),
                        Acceptance.capacity(kiosk, bin)))
                .toList();
        List<StationState.Health> health = kiosk.station().health().entrySet().stream()
                .map(part -> new StationState.Health(
                        part.getKey(), part.getValue().well(), part.getValue().words()))
                .sorted(Comparator.comparing(StationState.Health::part))
                .toList();
        return new StationState(now.wall(), waiting, doors, bins, health, doing(kiosk));
    }

    private static StationState.Use use(Kiosk kiosk, CompartmentId door) {
        return switch (kiosk.station().use(door)) {
            case Use.Free free -> StationState.Use.FREE;
            case Use.Holding holding -> StationState.Use.HOLDING;
            case Use.Blocked blocked ->
                switch (blocked.why()) {
                    case JAMMED -> StationState.Use.JAMMED;
                    case UNCERTAIN, FORCED, WRONG_DOOR -> StationState.Use.TO_INSPECT;
                };
        };
    }

    private static Doing doing(Kiosk kiosk) {
        if (kiosk.storageLow() || kiosk.station().desired().isEmpty()) {
            return Doing.OUT_OF_ORDER;
        }
        return switch (kiosk.visit()) {
            case Visit.Recovering v -> Doing.OUT_OF_ORDER;
            case Visit.Idle v -> kiosk.station().locked() ? Doing.OUT_OF_ORDER : Doing.IDLE;
            case Visit.TypingCard v -> Doing.PICKUP;
            case Visit.TypingPin pin -> pin.claim().staff() ? Doing.STAFF : Doing.PICKUP;
            case Visit.Checking checking -> checking.claim().staff() ? Doing.STAFF : Doing.PICKUP;
            case Visit.Choosing v -> Doing.PICKUP;
            case Visit.Pulsing pulsing -> doing(pulsing.job().purpose());
            case Visit.Stuck stuck -> doing(stuck.job().purpose());
            case Visit.Open open -> doing(open.job().purpose());
            case Visit.Closed closed -> doing(closed.job().purpose());
            case Visit.Returning v -> Doing.RETURN;
            case Visit.FlapPulsing v -> Doing.RETURN;
            case Visit.FlapOpen v -> Doing.RETURN;
            case Visit.StaffHome v -> Doing.STAFF;
            case Visit.EmptyingBin v -> Doing.STAFF;
            case Visit.InTrouble v -> Doing.IDLE;
        };
    }

    private static Doing doing(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Pickup pickup -> Doing.PICKUP;
            case Purpose.Load load -> Doing.STAFF;
            case Purpose.Inspect inspect -> Doing.STAFF;
        };
    }
}

package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.Purpose;
import foyer.station.StationEvent;
import foyer.station.StationEvent.BinEmptied;
import foyer.station.StationEvent.DesiredApplied;
import foyer.station.StationEvent.DoorClosed;
import foyer.station.StationEvent.DoorConfirmed;
import foyer.station.StationEvent.DoorForced;
import foyer.station.StationEvent.DoorIntended;
import foyer.station.StationEvent.DoorJammed;
import foyer.station.StationEvent.DoorOpened;
import foyer.station.StationEvent.DoorUncertain;
import foyer.station.StationEvent.FlapOpened;
import foyer.station.StationEvent.HealthChanged;
import foyer.station.StationEvent.Reached;
import foyer.station.StationEvent.Refused;
import foyer.station.StationEvent.ReturnAbandoned;
import foyer.station.StationEvent.ReturnIntended;
import foyer.station.StationEvent.ReturnReceived;
import foyer.station.StationEvent.ReturnUncertain;
import foyer.station.StationEvent.WrongDoor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One fact changes the state. Events are what happened: none is refused here, whatever the state was. */
final class Fold {
    private final Station before;
    private final Map<CompartmentId, Use> uses;
    private final Map<CompartmentId, Underway.Door> doors;
    private final Map<BinId, Underway.Flap> flaps;
    private final Map<BinId, Integer> dropped;
    private final Map<String, Station.Health> health;

    private Fold(Station before) {
        this.before = before;
        uses = new HashMap<>(before.uses());
        doors = new HashMap<>(before.doors());
        flaps = new HashMap<>(before.flaps());
        dropped = new HashMap<>(before.dropped());
        health = new HashMap<>(before.health());
    }

    static Station apply(Station before, StationEvent event) {
        return switch (event) {
            case Refused refused -> before;
            case DesiredApplied applied -> before;
            case DoorIntended e -> new Fold(before).intended(e);
            case DoorOpened e -> new Fold(before).reached(e.door(), Reached.OPEN);
            case DoorClosed e -> new Fold(before).reached(e.door(), Reached.CLOSED);
            case DoorConfirmed e -> new Fold(before).confirmed(e.door(), e.purpose());
            case DoorJammed e ->
                new Fold(before).ended(e.door()).block(e.door(), Use.Why.JAMMED).done();
            case DoorUncertain e -> new Fold(before).uncertain(e);
            case WrongDoor e -> new Fold(before).wrong(e);
            case DoorForced e ->
                new Fold(before).block(e.door(), Use.Why.FORCED).done();
            case ReturnIntended e -> new Fold(before).flap(new Underway.Flap(e.intent(), e.bin(), e.item(), false));
            case FlapOpened e -> new Fold(before).flap(new Underway.Flap(e.intent(), e.bin(), e.item(), true));
            case ReturnReceived e -> new Fold(before).returned(e.bin(), 1);
            case ReturnAbandoned e -> new Fold(before).returned(e.bin(), 0);
            // It may lie in the bin, so it takes its room there.
            case ReturnUncertain e -> new Fold(before).returned(e.bin(), 1);
            case BinEmptied e -> new Fold(before).emptied(e.bin());
            case HealthChanged e -> new Fold(before).health(e);
        };
    }

    private Station intended(DoorIntended e) {
        Underway.Door earlier = doors.get(e.door());
        boolean opened = earlier != null && earlier.atLeast() != Reached.INTENT;
        doors.put(e.door(), new Underway.Door(e.intent(), e.door(), e.purpose(), Reached.INTENT, opened));
        return done();
    }

    private Station reached(CompartmentId door, Reached reached) {
        doors.computeIfPresent(door, (same, underway) -> underway.reaching(reached));
        return done();
    }

    private Station confirmed(CompartmentId door, Purpose purpose) {
        doors.remove(door);
        switch (purpose) {
            case Purpose.Pickup pickup -> {
                if (uses.get(door) instanceof Use.Holding holding) {
                    uses.put(door, Use.without(holding, pickup.holds()));
                }
            }
            case Purpose.Load load -> {
                if (before.use(door) instanceof Use.Blocked(Use.Why why, Optional<Use.Holding> held)) {
                    uses.put(door, new Use.Blocked(why, Optional.of(loaded(held, load))));
                } else {
                    uses.put(door, loaded(before.use(door).held(), load));
                }
            }
            case Purpose.Inspect inspect -> uses.put(door, new Use.Free());
        }
        return done();
    }

    private Station uncertain(DoorUncertain e) {
        doors.remove(e.door());
        if (e.reached() == Reached.INTENT) {
            return done();
        }
        if (e.purpose() instanceof Purpose.Load load) {
            uses.put(e.door(), loaded(before.use(e.door()).held(), load));
        }
        return block(e.door(), Use.Why.UNCERTAIN).done();
    }

    private Station wrong(WrongDoor e) {
        doors.remove(e.target());
        block(e.target(), Use.Why.WRONG_DOOR);
        e.changed().forEach(door -> block(door, Use.Why.WRONG_DOOR));
        return done();
    }

    private Station flap(Underway.Flap flap) {
        flaps.put(flap.bin(), flap);
        return done();
    }

    private Station returned(BinId bin, int items) {
        flaps.remove(bin);
        dropped.merge(bin, items, Integer::sum);
        return done();
    }

    private Station emptied(BinId bin) {
        dropped.put(bin, 0);
        return done();
    }

    private Station health(HealthChanged e) {
        health.put(e.part(), new Station.Health(e.well(), e.words()));
        return done();
    }

    private Fold ended(CompartmentId door) {
        doors.remove(door);
        return this;
    }

    /** A wrong door locks the bank, so no lesser reason may take its place. */
    private Fold block(CompartmentId door, Use.Why why) {
        Use use = Optional.ofNullable(uses.get(door)).orElseGet(() -> before.use(door));
        boolean locks = use instanceof Use.Blocked blocked && blocked.why() == Use.Why.WRONG_DOOR;
        uses.put(door, new Use.Blocked(locks ? Use.Why.WRONG_DOOR : why, use.held()));
        return this;
    }

    private static Use.Holding loaded(Optional<Use.Holding> held, Purpose.Load load) {
        return Use.with(held, load.order(), load.hold(), load.item());
    }

    private Station done() {
        return new Station(before.desired(), uses, doors, flaps, dropped, health);
    }
}

package foyer.kiosk.circulation;

import foyer.station.Birth.CompartmentPlan;
import foyer.station.CompartmentId;
import foyer.station.IntentId;
import foyer.station.StationEvent.DoorForced;
import foyer.station.StationEvent.DoorOpened;
import foyer.station.StationEvent.DoorUncertain;
import foyer.station.StationEvent.FlapOpened;
import foyer.station.StationEvent.Reached;
import foyer.station.StationEvent.ReturnUncertain;
import foyer.station.StationState.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What was underway and is nobody's any more, after a power cut or a board's silence, is settled here by what the
 * sensors say, as the table in the station protocol has it. Nothing is ever pulsed again.
 */
final class Recovery {
    private Recovery() {}

    /** Runs after every input; finds nothing to do in all but the rarest. */
    static void sweep(Turn turn) {
        Optional<IntentId> own = turn.visit().own();
        for (CompartmentPlan plan : turn.kiosk().wall().compartments()) {
            Optional.ofNullable(turn.station().doors().get(plan.id()))
                    .filter(door -> !own.equals(Optional.of(door.intent())))
                    .ifPresent(door -> settle(turn, door));
        }
        for (Wall.Bin bin : turn.kiosk().wall().bins()) {
            Optional.ofNullable(turn.station().flaps().get(bin.id()))
                    .filter(flap -> !own.equals(Optional.of(flap.intent())))
                    .ifPresent(flap -> settle(turn, flap));
        }
        forced(turn);
        prompt(turn);
    }

    private static void settle(Turn turn, Underway.Door door) {
        Position position = turn.sensors().position(door.door());
        if (position == Position.UNKNOWN) {
            return;
        }
        switch (door.reached()) {
            case INTENT -> {
                if (position == Position.OPEN) {
                    turn.fact(new DoorOpened(door.intent(), door.door(), door.purpose(), true));
                } else {
                    uncertain(turn, door, door.atLeast());
                }
            }
            case OPEN -> {
                if (position == Position.CLOSED) {
                    uncertain(turn, door, Reached.OPEN);
                }
            }
            case CLOSED -> uncertain(turn, door, Reached.CLOSED);
        }
    }

    private static void uncertain(Turn turn, Underway.Door door, Reached reached) {
        turn.fact(new DoorUncertain(door.intent(), door.door(), door.purpose(), reached));
    }

    private static void settle(Turn turn, Underway.Flap flap) {
        if (turn.sensors().flap(flap.bin()).position() == Position.CLOSED) {
            turn.fact(new ReturnUncertain(flap.intent(), flap.bin(), flap.item()));
        }
    }

    /** A door that stands open and that nobody had been let open; while a lock is pulsed its board's answer says first. */
    private static void forced(Turn turn) {
        if (turn.visit() instanceof Visit.Pulsing || turn.visit() instanceof Visit.FlapPulsing) {
            return;
        }
        for (CompartmentPlan plan : turn.kiosk().wall().compartments()) {
            CompartmentId door = plan.id();
            boolean told = turn.station().use(door) instanceof Use.Blocked blocked
                    && (blocked.why() == Use.Why.FORCED || blocked.why() == Use.Why.WRONG_DOOR);
            if (!told
                    && turn.sensors().position(door) == Position.OPEN
                    && !turn.station().doors().containsKey(door)) {
                turn.fact(new DoorForced(door));
            }
        }
    }

    /** A door or flap still open from before asks to be closed before anybody else is served. */
    private static void prompt(Turn turn) {
        boolean starting = turn.visit() instanceof Visit.Recovering;
        if (!starting && !(turn.visit() instanceof Visit.Idle)) {
            return;
        }
        List<Underway.Door> doors = turn.kiosk().wall().compartments().stream()
                .flatMap(plan -> Optional.ofNullable(turn.station().doors().get(plan.id())).stream())
                .filter(door -> turn.sensors().position(door.door()) == Position.OPEN)
                .toList();
        List<Underway.Flap> flaps = turn.kiosk().wall().bins().stream()
                .flatMap(bin -> Optional.ofNullable(turn.station().flaps().get(bin.id())).stream())
                .filter(flap -> turn.sensors().flap(flap.bin()).position() == Position.OPEN)
                .toList();
        if (!doors.isEmpty()) {
            Underway.Door door = doors.getFirst();
            Job job = new Job(door.door(), door.purpose(), Set.of(), 0);
            turn.to(new Visit.Open(job, door.intent(), Visit.Watch.RECOVERED, false));
        } else if (!flaps.isEmpty()) {
            prompt(turn, flaps.getFirst());
        } else if (starting && settled(turn)) {
            turn.end();
        }
    }

    private static void prompt(Turn turn, Underway.Flap flap) {
        if (!flap.opened()) {
            turn.fact(new FlapOpened(flap.intent(), flap.bin(), flap.item()));
        }
        turn.to(new Visit.FlapOpen(
                flap.intent(), flap.bin(), flap.item(), false, OptionalLong.empty(), true, List.of()));
    }

    private static boolean settled(Turn turn) {
        boolean nothing =
                turn.station().doors().isEmpty() && turn.station().flaps().isEmpty();
        return nothing || turn.now().ms() - turn.kiosk().sitting().since() >= Allowance.RECOVERY_MS;
    }
}

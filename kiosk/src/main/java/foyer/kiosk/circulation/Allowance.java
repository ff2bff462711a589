package foyer.kiosk.circulation;

import foyer.station.Purpose;
import foyer.station.StationEvent.DoorUncertain;
import foyer.station.StationEvent.Reached;
import foyer.station.StationState.Position;
import java.util.Optional;
import java.util.OptionalLong;

/** How long each step may take, all in milliseconds of {@link Now#ms}, and what follows when nobody answers. */
public final class Allowance {
    static final long VISIT_MS = 60_000;
    static final long STAFF_MS = 120_000;
    static final long TROUBLE_MS = 30_000;
    /** After it a pickup counts as taken. */
    static final long TAKE_MS = 20_000;
    /** A door open longer is an alarm. */
    static final long DOOR_OPEN_MS = 60_000;
    /** A sensor silent longer, at a door or flap that was open, is not waited for any more. */
    static final long SENSOR_SILENT_MS = 60_000;
    /** The hardware answers within a few seconds; a PIN is checked within one. */
    static final long ANSWER_MS = 30_000;
    /** For the first word of the sensors of what was underway; boards that are dead must not hold up the others. */
    static final long RECOVERY_MS = 10_000;

    private Allowance() {}

    /** When the visit comes to its end by itself, or empty when it waits for a door, a flap or a machine. */
    public static OptionalLong endsAt(Kiosk kiosk) {
        OptionalLong allowed =
                switch (kiosk.visit()) {
                    case Visit.Idle idle -> idle.touched() ? OptionalLong.of(VISIT_MS) : OptionalLong.empty();
                    case Visit.TypingCard v -> OptionalLong.of(VISIT_MS);
                    case Visit.TypingPin v -> OptionalLong.of(VISIT_MS);
                    case Visit.Choosing v -> OptionalLong.of(VISIT_MS);
                    case Visit.Stuck v -> OptionalLong.of(VISIT_MS);
                    case Visit.Returning v -> OptionalLong.of(VISIT_MS);
                    case Visit.StaffHome v -> OptionalLong.of(STAFF_MS);
                    case Visit.EmptyingBin v -> OptionalLong.of(STAFF_MS);
                    case Visit.InTrouble v -> OptionalLong.of(TROUBLE_MS);
                    case Visit.Closed closed ->
                        OptionalLong.of(closed.job().purpose() instanceof Purpose.Pickup ? TAKE_MS : STAFF_MS);
                    case Visit.Recovering v -> OptionalLong.empty();
                    case Visit.Checking v -> OptionalLong.empty();
                    case Visit.Pulsing v -> OptionalLong.empty();
                    case Visit.Open v -> OptionalLong.empty();
                    case Visit.FlapPulsing v -> OptionalLong.empty();
                    case Visit.FlapOpen v -> OptionalLong.empty();
                };
        return allowed.isPresent()
                ? OptionalLong.of(kiosk.sitting().since() + allowed.getAsLong())
                : OptionalLong.empty();
    }

    static void tick(Turn turn) {
        OptionalLong end = endsAt(turn.kiosk());
        if (end.isPresent() && turn.now().ms() >= end.getAsLong()) {
            expired(turn);
            return;
        }
        boolean unanswered = turn.now().ms() - turn.kiosk().sitting().since() >= ANSWER_MS;
        switch (turn.visit()) {
            case Visit.Open open -> open(turn, open);
            case Visit.FlapOpen open -> Returns.tick(turn, open);
            case Visit.Pulsing pulsing
            when unanswered -> Doors.answered(turn, pulsing.intent(), new Input.Outcome.NotConfirmed());
            case Visit.FlapPulsing flap
            when unanswered -> Returns.answered(turn, flap.intent(), new Input.Outcome.NotConfirmed());
            case Visit.Checking checking when unanswered -> turn.end();
            case Visit waiting -> {}
        }
    }

    private static void expired(Turn turn) {
        switch (turn.visit()) {
            case Visit.Closed closed -> Doors.unconfirmed(turn, closed);
            case Visit.Stuck stuck -> {
                Doors.giveUp(turn, stuck.job(), stuck.intent());
                turn.end();
            }
            case Visit others -> turn.end();
        }
    }

    private static void open(Turn turn, Visit.Open open) {
        Sensors.Reading door = turn.sensors().door(open.job().door());
        if (door.position() == Position.UNKNOWN && turn.now().ms() - door.since() >= SENSOR_SILENT_MS) {
            turn.fact(new DoorUncertain(
                    open.intent(), open.job().door(), open.job().purpose(), Reached.OPEN));
            turn.trouble(Problem.DOOR_UNKNOWN, Optional.of(open.job().door()), new Visit.Idle(false));
        } else if (!open.late() && turn.now().ms() - turn.kiosk().sitting().since() >= DOOR_OPEN_MS) {
            turn.stay(new Visit.Open(open.job(), open.intent(), open.watch(), true));
        }
    }
}

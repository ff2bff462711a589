package foyer.kiosk.circulation;

import foyer.station.StationEvent.DesiredApplied;
import foyer.station.StationEvent.HealthChanged;
import foyer.station.StationEvent.Refusal;

/** The station's one decision function. */
public final class Circulation {
    /** The part of the station that server messages come in by, as its health is told. */
    static final String COMMANDS = "commands";

    private Circulation() {}

    /** What follows from this input, in this state, at this moment. The same three always give the same answer. */
    public static Decision decide(Kiosk kiosk, Input input, Now now) {
        Turn turn = new Turn(kiosk, now);
        switch (input) {
            case Input.DoorReported report -> Doors.reported(turn, report);
            case Input.FlapReported report -> Returns.reported(turn, report);
            case Input.Dropped drop -> Returns.dropped(turn, drop.bin());
            case Input.Level level -> turn.sensors(turn.sensors().level(level.bin(), level.full()));
            case Input.DoorAnswered answer -> Doors.answered(turn, answer.intent(), answer.outcome());
            case Input.FlapAnswered answer -> Returns.answered(turn, answer.intent(), answer.outcome());
            case Input.Health health -> health(turn, health);
            case Input.DesiredArrived arrived -> desired(turn, arrived);
            case Input.DesiredRejected rejected -> rejected(turn, rejected.why());
            case Input.Tick tick -> Allowance.tick(turn);
            case Input.Pressed pressed -> byPerson(turn, pressed);
            case Input.Choose choose -> byPerson(turn, choose);
            case Input.Inspect inspect -> byPerson(turn, inspect);
            case Input.EmptyBin empty -> byPerson(turn, empty);
            case Input.Scanned scanned -> byPerson(turn, scanned);
            case Input.CardTyped typed -> byPerson(turn, typed);
            case Input.Unreadable unreadable -> byPerson(turn, unreadable);
            case Input.PinTyped typed -> byPerson(turn, typed);
            case Input.PinChecked checked -> SignIn.checked(turn, checked.ticket(), checked.right());
        }
        Recovery.sweep(turn);
        return turn.decision();
    }

    /** Nobody can be served before the server's first word and before the sensors have told what was underway. */
    private static void byPerson(Turn turn, Input input) {
        if (turn.station().desired().isPresent() && !(turn.visit() instanceof Visit.Recovering)) {
            Person.did(turn, input);
        }
    }

    private static void health(Turn turn, Input.Health health) {
        Station.Health told = new Station.Health(health.well(), health.words());
        // A part never heard of is well, so that it works is no news at the first start.
        boolean known = told.well() && turn.station().well(health.part());
        if (!known && !told.equals(turn.station().health().get(health.part()))) {
            turn.fact(new HealthChanged(health.part(), health.well(), health.words()));
        }
    }

    private static void desired(Turn turn, Input.DesiredArrived arrived) {
        if (arrived.desired().version() <= turn.station().version()) {
            return;
        }
        turn.adopt(arrived.desired());
        turn.fact(new DesiredApplied(arrived.desired().version()));
        if (!turn.station().well(COMMANDS)) {
            turn.fact(new HealthChanged(COMMANDS, true, "messages are signed by the server again"));
        }
    }

    /** Told once, however many come: a flood of forgeries must not fill the journal. */
    private static void rejected(Turn turn, String why) {
        if (turn.station().well(COMMANDS)) {
            turn.fact(new HealthChanged(COMMANDS, false, why));
        }
    }

    static void outOfOrder(Turn turn, String why, Visit then) {
        turn.refuse(Refusal.OUT_OF_ORDER, why, Problem.OUT_OF_ORDER, then);
    }
}

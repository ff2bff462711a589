package foyer.kiosk.circulation;

import static foyer.kiosk.circulation.Bench.ANNA;
import static foyer.kiosk.circulation.Bench.BIN;
import static foyer.kiosk.circulation.Bench.HOLD;
import static foyer.kiosk.circulation.Bench.ITEM;
import static foyer.kiosk.circulation.Bench.ORDER;
import static foyer.kiosk.circulation.Bench.STAFF;
import static foyer.kiosk.circulation.Bench.id;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.station.IntentId;
import foyer.station.Purpose;
import foyer.station.StationEvent;
import foyer.station.StationEvent.DoorClosed;
import foyer.station.StationEvent.DoorConfirmed;
import foyer.station.StationEvent.DoorIntended;
import foyer.station.StationEvent.DoorOpened;
import foyer.station.StationEvent.DoorUncertain;
import foyer.station.StationEvent.FlapOpened;
import foyer.station.StationEvent.Reached;
import foyer.station.StationEvent.ReturnIntended;
import foyer.station.StationState.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of station-protocol, row by row: a power cut after each of a door's steps. */
class RecoveryTest {
    private static final IntentId INTENT = new IntentId("cut");
    private static final Purpose PICKUP = new Purpose.Pickup(ORDER, ANNA, List.of(HOLD));
    private static final Purpose LOAD = new Purpose.Load(ORDER, HOLD, ITEM, STAFF);

    /** steps: how many of intended, opened, closed were durable. */
    @ParameterizedTest
    @CsvSource({
        "1, OPEN,   DoorOpened,    -,      true",
        "1, CLOSED, DoorUncertain, INTENT, false",
        "2, OPEN,   -,             -,      true",
        "2, CLOSED, DoorUncertain, OPEN,   false",
        "3, CLOSED, DoorUncertain, CLOSED, false",
        "3, OPEN,   DoorUncertain, CLOSED, false",
    })
    void aPickupCutShort(int steps, Position sensor, String fact, String reached, boolean prompts) {
        Bench bench = cut(PICKUP, steps);
        assertThat(bench.facts).as("nothing before the sensors' first word").isEmpty();
        bench.door("1", sensor);
        if (fact.equals("-")) {
            assertThat(bench.facts).isEmpty();
        } else {
            assertThat(bench.told()).startsWith(fact);
        }
        if (!reached.equals("-")) {
            assertThat(((DoorUncertain) bench.facts.getFirst()).reached()).isEqualTo(Reached.valueOf(reached));
        }
        assertThat(bench.kiosk.visit() instanceof Visit.Open).isEqualTo(prompts);
        bench.closedAll();
        bench.pass(90);
        assertThat(bench.pulses()).as("never pulsed again").isZero();
        assertThat(bench.kiosk.station().doors()).isEmpty();
        boolean mayTryAgain = steps == 1 && sensor == Position.CLOSED;
        assertThat(bench.use("1"))
                .isInstanceOf(mayTryAgain ? Use.Holding.class : prompts ? Use.Free.class : Use.Blocked.class);
    }

    @Test
    void anOpeningFoundIsARecoveredOne() {
        Bench bench = cut(PICKUP, 1);
        bench.door("1", Position.OPEN);
        assertThat(bench.facts).containsExactly(new DoorOpened(INTENT, id("1"), PICKUP, true));
        bench.door("1", Position.CLOSED);
        bench.pass(20);
        assertThat(bench.facts)
                .containsExactly(
                        new DoorOpened(INTENT, id("1"), PICKUP, true),
                        new DoorClosed(INTENT, id("1"), PICKUP),
                        new DoorConfirmed(INTENT, id("1"), PICKUP));
    }

    @Test
    void anOpenDoorFromBeforeLetsNobodyElseInUntilItIsClosed() {
        Bench bench = cut(PICKUP, 2);
        bench.door("1", Position.OPEN);
        bench.scanCard("berta");
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Open.class);
        assertThat(bench.effects).isEmpty();
    }

    @Test
    void aReopeningCutShortRemembersThatTheDoorHadBeenOpen() {
        Bench bench = cut(PICKUP, 3);
        bench.kiosk =
                bench.kiosk.with(bench.kiosk.station().after(new DoorIntended(new IntentId("again"), id("1"), PICKUP)));
        bench.door("1", Position.CLOSED);
        assertThat(((DoorUncertain) bench.facts.getFirst()).reached()).isEqualTo(Reached.CLOSED);
        assertThat(bench.use("1")).isInstanceOf(Use.Blocked.class);
    }

    @ParameterizedTest
    @CsvSource({"1, CLOSED, Free", "2, CLOSED, Blocked", "3, CLOSED, Blocked", "2, OPEN, Blocked"})
    void aLoadCutShortIsInTheStationToVerify(int steps, Position sensor, String use) {
        Bench bench = new Bench(after(LOAD, steps));
        bench.door("1", sensor);
        bench.closedAll();
        assertThat(bench.use("1").getClass().getSimpleName()).isEqualTo(use);
        assertThat(bench.use("1").held().isPresent()).isEqualTo(use.equals("Blocked"));
        assertThat(bench.pulses()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"false, CLOSED, false", "true, CLOSED, false", "true, OPEN, false", "false, OPEN, true"})
    void aReturnCutShortIsClaimedReturned(boolean opened, Position sensor, boolean drops) {
        Station station = Station.EMPTY.after(new ReturnIntended(INTENT, BIN, ITEM));
        Bench bench = new Bench(opened ? station.after(new FlapOpened(INTENT, BIN, ITEM)) : station);
        bench.flap(sensor);
        if (drops) {
            bench.send(new Input.Dropped(BIN));
        }
        if (sensor == Position.OPEN) {
            assertThat(bench.kiosk.visit()).isInstanceOf(Visit.FlapOpen.class);
            bench.flap(Position.CLOSED);
            bench.pass(2);
        }
        assertThat(bench.told()).endsWith(drops ? "ReturnReceived" : "ReturnUncertain");
        assertThat(bench.kiosk.station().dropped(BIN)).isEqualTo(1);
        assertThat(bench.pulses()).isZero();
    }

    @Test
    void aBoardThatStaysSilentHoldsUpTheOthersForTenSecondsOnly() {
        Bench bench = cut(PICKUP, 1);
        bench.send(new Input.DesiredArrived(Bench.desired()));
        bench.door("1", Position.UNKNOWN);
        bench.door("2", Position.CLOSED);
        bench.pass(9);
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Recovering.class);
        bench.pass(1);
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
        bench.scanCard("berta");
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.TypingPin.class);
    }

    @Test
    void aDoorFoundOpenThatNobodyHadOpenedIsForced() {
        Bench bench = new Bench(Station.EMPTY);
        bench.door("2", Position.OPEN);
        assertThat(bench.facts).containsExactly(new StationEvent.DoorForced(id("2")));
    }

    private static Bench cut(Purpose purpose, int steps) {
        IntentId loaded = new IntentId("loaded");
        List<StationEvent> events = new ArrayList<>();
        events.add(new DoorIntended(loaded, id("1"), LOAD));
        events.add(new DoorConfirmed(loaded, id("1"), LOAD));
        events.addAll(steps(purpose, steps));
        return new Bench(Station.of(events));
    }

    private static Station after(Purpose purpose, int steps) {
        return Station.of(steps(purpose, steps));
    }

    private static List<StationEvent> steps(Purpose purpose, int steps) {
        return List.<StationEvent>of(
                        new DoorIntended(INTENT, id("1"), purpose),
                        new DoorOpened(INTENT, id("1"), purpose, false),
                        new DoorClosed(INTENT, id("1"), purpose))
                .subList(0, steps);
    }
}

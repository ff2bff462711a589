package foyer.kiosk.circulation;

import static foyer.kiosk.circulation.Bench.ANNA;
import static foyer.kiosk.circulation.Bench.HOLD;
import static foyer.kiosk.circulation.Bench.ITEM;
import static foyer.kiosk.circulation.Bench.OTHER;
import static foyer.kiosk.circulation.Bench.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.kiosk.circulation.Input.Outcome;
import foyer.station.CompartmentId;
import foyer.station.StationEvent;
import foyer.station.StationEvent.DoorUncertain;
import foyer.station.StationEvent.Reached;
import foyer.station.StationEvent.Refusal;
import foyer.station.StationEvent.Refused;
import foyer.station.StationState.Position;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Doors that do not open, do not close, or move by themselves while somebody collects. */
class DoorTroubleTest {
    @Test
    void aDoorThatStaysClosedIsPulsedAgainOnlyByThePersonsPressAndTwiceAtMost() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.answer(new Outcome.Jammed());
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Stuck.class);
        bench.pass(30);
        assertThat(bench.pulses()).isEqualTo(1);
        bench.press(Input.Key.RETRY);
        assertThat(bench.pulses()).isEqualTo(2);
        bench.answer(new Outcome.Jammed());
        assertThat(bench.told()).containsExactly("DoorIntended", "DoorIntended", "DoorJammed");
        assertThat(bench.use("1")).isInstanceOfSatisfying(Use.Blocked.class, blocked -> assertThat(blocked.why())
                .isEqualTo(Use.Why.JAMMED));
        bench.press(Input.Key.RETRY);
        assertThat(bench.pulses()).isEqualTo(2);
        assertThat(bench.intents()).hasSize(2);
    }

    @Test
    void whoGivesUpAtAStuckDoorLeavesAJam() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.answer(new Outcome.Jammed());
        bench.pass(60);
        assertThat(bench.told()).containsExactly("DoorIntended", "DoorJammed");
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
    }

    @Test
    void aStuckDoorThatOpensLateIsOpen() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.answer(new Outcome.Jammed());
        bench.door("1", Position.OPEN);
        assertThat(bench.told()).containsExactly("DoorIntended", "DoorOpened");
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Open.class);
    }

    @Test
    void aDoorClosedBeforeItsOpeningWasToldIsClosed() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.door("1", Position.OPEN);
        bench.door("1", Position.CLOSED);
        bench.answer(new Outcome.Opened(0));
        assertThat(bench.told()).containsExactly("DoorIntended", "DoorOpened", "DoorClosed");
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Closed.class);
    }

    @Test
    void anotherDoorMovingLocksTheBankUntilStaffHaveLookedIntoEachOfThem() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.door("3", Position.OPEN);
        bench.answer(new Outcome.WrongDoor(Set.of("3")));
        assertThat(bench.told()).containsExactly("DoorIntended", "WrongDoor");
        assertThat(bench.kiosk.station().locked()).isTrue();
        bench.press(Input.Key.OK);
        bench.door("3", Position.CLOSED);
        bench.scanCard("anna");
        assertThat(bench.facts.getLast()).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Refusal.OUT_OF_ORDER));
        bench.press(Input.Key.OK);
        bench.staffSignIn();
        for (String door : new String[] {"1", "3"}) {
            assertThat(bench.kiosk.station().locked()).isTrue();
            bench.send(new Input.Inspect(new CompartmentId(door)));
            bench.opens(door);
            bench.door(door, Position.CLOSED);
            bench.press(Input.Key.SEEN_EMPTY);
        }
        assertThat(bench.kiosk.station().locked()).isFalse();
    }

    @Test
    void aClosedDoorThatWasPulsedAndNotConfirmedMayBeTriedAgainLater() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.answer(new Outcome.NotConfirmed());
        assertThat(bench.facts.getLast())
                .isInstanceOfSatisfying(DoorUncertain.class, uncertain -> assertThat(uncertain.reached())
                        .isEqualTo(Reached.INTENT));
        assertThat(bench.use("1")).isInstanceOf(Use.Holding.class);
        bench.press(Input.Key.OK);
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Choosing(ANNA, Set.of(HOLD)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Position.class,
            names = {"OPEN", "CLOSED"})
    void aBoardThatFellSilentIsBelievedWhenItSpeaksAgainAndHoldsUpNobodyMeanwhile(Position then) {
        Bench bench = Bench.holding("1");
        bench.load("3", SECOND, OTHER);
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.door("1", Position.UNKNOWN);
        bench.answer(new Outcome.NotConfirmed());
        bench.press(Input.Key.OK);
        bench.signIn("anna");
        bench.send(new Input.Choose(HOLD, false));
        bench.press(Input.Key.OPEN);
        bench.opens("3");
        bench.door("3", Position.CLOSED);
        bench.press(Input.Key.TAKEN);
        assertThat(bench.use("3")).isEqualTo(new Use.Free());
        bench.door("1", then);
        StationEvent settled = bench.facts.getLast();
        if (then == Position.OPEN) {
            assertThat(settled)
                    .isInstanceOfSatisfying(StationEvent.DoorOpened.class, opened -> assertThat(opened.recovered())
                            .isTrue());
            assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Open.class);
        } else {
            assertThat(settled).isInstanceOf(DoorUncertain.class);
        }
        assertThat(bench.pulses()).isEqualTo(2);
    }

    @Test
    void aDoorThatWasNotPulsedLeavesTheBooksToBeTakenLater() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.answer(new Outcome.NotPulsed("the board does not answer"));
        assertThat(bench.told()).containsExactly("DoorIntended", "DoorUncertain");
        assertThat(bench.use("1")).isInstanceOf(Use.Holding.class);
    }

    @Test
    void anOpenDoorIsLateAfterAMinuteAndTheNextPersonIsAskedToCloseIt() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.opens("1");
        bench.scanCard("berta");
        assertThat(bench.kiosk.visit()).isInstanceOfSatisfying(Visit.Open.class, open -> assertThat(open.watch())
                .isEqualTo(Visit.Watch.ATTENDED));
        bench.pass(59);
        assertThat(late(bench)).isFalse();
        bench.pass(1);
        assertThat(late(bench)).isTrue();
        bench.scanCard("berta");
        assertThat(bench.kiosk.visit()).isInstanceOfSatisfying(Visit.Open.class, open -> assertThat(open.watch())
                .isEqualTo(Visit.Watch.LEFT));
        assertThat(bench.pulses()).isEqualTo(1);
        bench.door("1", Position.CLOSED);
        assertThat(bench.told()).endsWith("DoorClosed", "DoorConfirmed");
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
    }

    @Test
    void aSensorThatFallsSilentAtAnOpenDoorDoesNotHoldUpTheStationForEver() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.opens("1");
        bench.door("1", Position.UNKNOWN);
        bench.pass(60);
        assertThat(bench.facts.getLast())
                .isInstanceOfSatisfying(DoorUncertain.class, uncertain -> assertThat(uncertain.reached())
                        .isEqualTo(Reached.OPEN));
        assertThat(bench.use("1")).isInstanceOf(Use.Blocked.class);
    }

    @Test
    void aDoorNobodyHadOpenedIsForcedAndToldOnce() {
        Bench bench = Bench.holding("1");
        bench.door("1", Position.OPEN);
        bench.door("1", Position.CLOSED);
        bench.door("1", Position.OPEN);
        bench.pass(5);
        assertThat(bench.facts).containsExactly(new StationEvent.DoorForced(new CompartmentId("1")));
        assertThat(bench.use("1").held().orElseThrow().items()).containsEntry(HOLD, ITEM);
        bench.signIn("anna");
        assertThat(bench.pulses()).isZero();
    }

    private static boolean late(Bench bench) {
        return bench.kiosk.visit() instanceof Visit.Open open && open.late();
    }
}

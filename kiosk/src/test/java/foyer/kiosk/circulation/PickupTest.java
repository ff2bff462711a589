package foyer.kiosk.circulation;

import static foyer.kiosk.circulation.Bench.ANNA;
import static foyer.kiosk.circulation.Bench.HOLD;
import static foyer.kiosk.circulation.Bench.ORDER;
import static foyer.kiosk.circulation.Bench.OTHER;
import static foyer.kiosk.circulation.Bench.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.kiosk.circulation.Input.Outcome;
import foyer.station.CompartmentId;
import foyer.station.Purpose;
import foyer.station.ServerMessage.Desired;
import foyer.station.StationEvent.DoorIntended;
import foyer.station.StationEvent.DoorUncertain;
import foyer.station.StationEvent.Reached;
import foyer.station.StationEvent.Refusal;
import foyer.station.StationEvent.Refused;
import foyer.station.StationState.Position;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PickupTest {
    @Test
    void aBookIsTaken() {
        Bench bench = Bench.holding("2");
        bench.signIn("anna");
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Choosing(ANNA, Set.of(HOLD)));
        bench.press(Input.Key.OPEN);
        assertThat(bench.facts.getLast()).isInstanceOfSatisfying(DoorIntended.class, intended -> {
            assertThat(intended.door()).isEqualTo(new CompartmentId("2"));
            assertThat(intended.purpose()).isEqualTo(new Purpose.Pickup(ORDER, ANNA, List.of(HOLD)));
        });
        bench.opens("2");
        bench.door("2", Position.CLOSED);
        assertThat(bench.use("2")).isInstanceOf(Use.Holding.class);
        bench.press(Input.Key.TAKEN);
        assertThat(bench.told()).containsExactly("DoorIntended", "DoorOpened", "DoorClosed", "DoorConfirmed");
        assertThat(bench.use("2")).isEqualTo(new Use.Free());
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
        assertThat(bench.pulses()).isEqualTo(1);
    }

    @Test
    void whoWalksAwayHasTakenTheBooksAfterTwentySecondsAndNotBefore() {
        Bench bench = Bench.taken();
        bench.pass(19);
        assertThat(bench.told()).doesNotContain("DoorConfirmed");
        bench.pass(1);
        assertThat(bench.told()).contains("DoorConfirmed");
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
    }

    @Test
    void theTitlesStayOnTheScreenThoughTheGrantEndsWithTheOpening() {
        Bench bench = Bench.holding("2");
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.opens("2");
        Purpose.Pickup pickup = new Purpose.Pickup(ORDER, ANNA, List.of(HOLD));
        bench.send(new Input.DesiredArrived(withoutGrants(8)));
        bench.send(new Input.DesiredArrived(withoutGrants(9)));
        assertThat(Shelf.taken(bench.kiosk, new CompartmentId("2"), pickup))
                .extracting(Shelf.Line::hold)
                .containsExactly(HOLD);
        bench.door("2", Position.CLOSED);
        bench.press(Input.Key.TAKEN);
        assertThat(Shelf.taken(bench.kiosk, new CompartmentId("2"), pickup))
                .as("the next person sees nothing of it")
                .isEmpty();
    }

    private static Desired withoutGrants(long version) {
        Desired all = Bench.desired(version, Bench.RULES);
        return new Desired(
                version,
                all.issuedAt(),
                all.branch(),
                all.rules(),
                all.readers(),
                all.staff(),
                all.toLoad(),
                all.reserved(),
                List.of(),
                all.onLoan());
    }

    @Test
    void theNextPersonIsAnotherVisit() {
        Bench bench = Bench.taken();
        long visit = bench.kiosk.sitting().number();
        bench.press(Input.Key.TAKEN);
        assertThat(bench.kiosk.sitting().number()).isGreaterThan(visit);
    }

    @Test
    void twoDoorsAreOpenedOneAfterTheOther() {
        Bench bench = Bench.holding("1");
        bench.load("3", SECOND, OTHER);
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.opens("1");
        bench.door("1", Position.CLOSED);
        bench.press(Input.Key.TAKEN);
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Choosing(ANNA, Set.of(SECOND)));
        bench.press(Input.Key.OPEN);
        bench.opens("3");
        bench.door("3", Position.CLOSED);
        bench.press(Input.Key.TAKEN);
        assertThat(bench.use("3")).isEqualTo(new Use.Free());
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
    }

    @Test
    void whatIsNotChosenStays() {
        Bench bench = Bench.holding("1");
        bench.load("1", SECOND, OTHER);
        bench.signIn("anna");
        bench.send(new Input.Choose(SECOND, false));
        bench.press(Input.Key.OPEN);
        bench.opens("1");
        bench.door("1", Position.CLOSED);
        bench.press(Input.Key.TAKEN);
        assertThat(bench.use("1").held().orElseThrow().items()).containsOnlyKeys(SECOND);
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.Idle(false));
    }

    @Test
    void nothingChosenOpensNothing() {
        Bench bench = Bench.holding("1");
        bench.signIn("anna");
        bench.send(new Input.Choose(HOLD, false));
        bench.press(Input.Key.OPEN);
        assertThat(bench.pulses()).isZero();
    }

    @Test
    void anothersBooksAreNotThere() {
        Bench bench = Bench.holding("1");
        bench.signIn("berta");
        assertThat(bench.facts).containsExactly(new Refused(Refusal.NOTHING_READY, "nothing is ready"));
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.InTrouble.class);
    }

    @Test
    void aGrantTakenBackIsNotOpenedThoughTheBookIsHere() {
        Bench bench = Bench.holding("1");
        Desired now = Bench.desired(2, Bench.RULES);
        bench.send(new Input.DesiredArrived(new Desired(
                2,
                now.issuedAt(),
                now.branch(),
                now.rules(),
                now.readers(),
                now.staff(),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
        bench.signIn("anna");
        assertThat(bench.told()).contains("Refused");
        assertThat(bench.use("1")).isInstanceOf(Use.Holding.class);
        assertThat(Shelf.toInspect(bench.kiosk)).containsExactly(new CompartmentId("1"));
    }

    @Test
    void aForgottenBookIsWorthANewIntentTwice() {
        Bench bench = Bench.taken();
        for (int again = 0; again < Job.REOPENINGS; again++) {
            bench.press(Input.Key.REOPEN);
            bench.opens("2");
            bench.door("2", Position.CLOSED);
        }
        bench.press(Input.Key.REOPEN);
        assertThat(bench.pulses()).isEqualTo(1 + Job.REOPENINGS);
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Closed.class);
        assertThat(bench.intents()).hasSize(1 + Job.REOPENINGS);
    }

    @Test
    void aReopeningThatFailsDoesNotUndoTheLoan() {
        Bench bench = Bench.taken();
        bench.press(Input.Key.REOPEN);
        bench.answer(new Outcome.NotPulsed("the board does not answer"));
        assertThat(bench.facts.getLast())
                .isInstanceOfSatisfying(DoorUncertain.class, uncertain -> assertThat(uncertain.reached())
                        .isEqualTo(Reached.CLOSED));
        assertThat(bench.use("2")).isInstanceOf(Use.Blocked.class);
    }

    @Test
    void anAnswerOfAnOldIntentChangesNothing() {
        Bench bench = Bench.taken();
        bench.press(Input.Key.TAKEN);
        int before = bench.facts.size();
        bench.answer(new Outcome.Opened(Long.MAX_VALUE));
        assertThat(bench.facts).hasSize(before);
    }

    @Test
    void noStepOfTheWallClockChangesWhatOpens() {
        for (long jump : new long[] {-400L * 86_400, 400L * 86_400}) {
            Bench bench = Bench.holding("2");
            bench.signIn("anna");
            bench.wall = bench.wall.plusSeconds(jump);
            bench.pass(1);
            bench.press(Input.Key.OPEN);
            bench.opens("2");
            bench.door("2", Position.CLOSED);
            bench.press(Input.Key.TAKEN);
            assertThat(bench.told()).containsExactly("DoorIntended", "DoorOpened", "DoorClosed", "DoorConfirmed");
        }
    }

    @Test
    void aFullDiskFinishesWhatIsOpenAndBeginsNothing() {
        Bench bench = Bench.taken();
        bench.kiosk = bench.kiosk.withStorageLow(true);
        bench.press(Input.Key.TAKEN);
        assertThat(bench.told()).endsWith("DoorConfirmed");
        bench.scanCard("anna");
        assertThat(bench.told()).endsWith("Refused");
        assertThat(bench.kiosk.visit())
                .isInstanceOfSatisfying(Visit.InTrouble.class, trouble -> assertThat(trouble.problem())
                        .isEqualTo(Problem.OUT_OF_ORDER));
    }
}

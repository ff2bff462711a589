package foyer.kiosk.circulation;

import static foyer.kiosk.circulation.Bench.HOLD;
import static foyer.kiosk.circulation.Bench.ITEM;
import static foyer.kiosk.circulation.Bench.OTHER;
import static foyer.kiosk.circulation.Bench.STAFF;
import static foyer.kiosk.circulation.Bench.id;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.kiosk.circulation.Input.Outcome;
import foyer.station.ServerMessage.Desired;
import foyer.station.ServerMessage.Reserved;
import foyer.station.ServerMessage.ToLoad;
import foyer.station.StationEvent.DoorIntended;
import foyer.station.StationEvent.DoorUncertain;
import foyer.station.StationEvent.Reached;
import foyer.station.StationEvent.Refusal;
import foyer.station.StationEvent.Refused;
import foyer.station.StationState.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffWorkTest {
    @Test
    void aBookIsLoadedIntoTheSmallestDoorAndALowOneIsLeftForWhoNeedsIt() {
        Bench bench = Bench.ready();
        bench.staffSignIn();
        bench.scanItem(ITEM);
        assertThat(door(bench)).isEqualTo("1");
        bench.opens("1");
        bench.door("1", Position.CLOSED);
        assertThat(bench.use("1")).isEqualTo(new Use.Free());
        bench.press(Input.Key.LOADED);
        assertThat(bench.told()).containsExactly("DoorIntended", "DoorOpened", "DoorClosed", "DoorConfirmed");
        assertThat(bench.use("1").held().orElseThrow().items()).containsEntry(HOLD, ITEM);
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.StaffHome(STAFF, Optional.of(Visit.Note.LOADED)));
        assertThat(Shelf.toLoad(bench.kiosk)).extracting(ToLoad::hold).doesNotContain(HOLD);
    }

    @Test
    void whoNeedsALowDoorGetsOne() {
        Bench bench = Bench.ready();
        bench.staffSignIn();
        bench.scanItem(OTHER);
        assertThat(door(bench)).isEqualTo("2");
    }

    /** Door 1 is the one that would be chosen for either, and is kept for Berta. */
    @Test
    void whatIsReservedForAnAppointmentIsForThatPatronOnly() {
        Desired all = Bench.desired();
        Bench bench = Bench.ready(new Desired(
                all.version(),
                all.issuedAt(),
                all.branch(),
                all.rules(),
                all.readers(),
                all.staff(),
                all.toLoad(),
                List.of(new Reserved(id("1"), Bench.BERTA)),
                all.grants(),
                all.onLoan()));
        bench.staffSignIn();
        bench.scanItem(ITEM);
        assertThat(door(bench)).isEqualTo("3");
        bench.opens("3");
        bench.door("3", Position.CLOSED);
        bench.press(Input.Key.LOADED);
        bench.scanItem(OTHER);
        assertThat(door(bench)).isEqualTo("1");
    }

    @Test
    void anOrdersSecondItemJoinsItsFirstAndDisturbsNothing() {
        Bench bench = Bench.ready();
        bench.load("3", Bench.SECOND, OTHER);
        bench.staffSignIn();
        bench.scanItem(ITEM);
        assertThat(door(bench)).isEqualTo("3");
        bench.opens("3");
        bench.door("3", Position.CLOSED);
        bench.press(Input.Key.LOADED);
        assertThat(bench.use("3").held().orElseThrow().items()).containsOnlyKeys(HOLD, Bench.SECOND);
    }

    @Test
    void whatIsNotToBeLoadedHereIsRefused() {
        Bench bench = Bench.holding("1");
        bench.staffSignIn();
        bench.scanItem(ITEM);
        bench.scanForeign();
        assertThat(bench.facts)
                .containsExactly(
                        new Refused(Refusal.NOT_TO_LOAD, "item 33191000105864"),
                        new Refused(Refusal.NOT_TO_LOAD, "a barcode that is none of our items"));
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.StaffHome(STAFF, Optional.of(Visit.Note.NOT_TO_LOAD)));
    }

    @Test
    void withoutACompartmentTheOrderWaits() {
        Bench bench = Bench.ready();
        bench.door("1", Position.UNKNOWN);
        bench.door("2", Position.UNKNOWN);
        bench.door("3", Position.UNKNOWN);
        bench.staffSignIn();
        bench.scanItem(ITEM);
        assertThat(bench.told()).containsExactly("Refused");
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.StaffHome(STAFF, Optional.of(Visit.Note.NO_COMPARTMENT)));
    }

    @Test
    void whatStaffDidNotConfirmIsToBeLookedInto() {
        Bench bench = Bench.ready();
        bench.staffSignIn();
        bench.scanItem(ITEM);
        bench.opens("1");
        bench.door("1", Position.CLOSED);
        bench.pass(120);
        assertThat(bench.facts.getLast())
                .isInstanceOfSatisfying(DoorUncertain.class, uncertain -> assertThat(uncertain.reached())
                        .isEqualTo(Reached.CLOSED));
        assertThat(bench.use("1")).isInstanceOf(Use.Blocked.class);
        assertThat(bench.use("1").held().orElseThrow().items()).containsEntry(HOLD, ITEM);
    }

    @Test
    void aJammedDoorIsFreeAgainOnceSeenEmpty() {
        Bench bench = Bench.ready();
        bench.staffSignIn();
        bench.scanItem(ITEM);
        bench.answer(new Outcome.Jammed());
        bench.press(Input.Key.RETRY);
        bench.answer(new Outcome.Jammed());
        bench.press(Input.Key.OK);
        assertThat(Shelf.toInspect(bench.kiosk)).containsExactly(id("1"));
        bench.send(new Input.Inspect(id("1")));
        bench.opens("1");
        bench.door("1", Position.CLOSED);
        bench.press(Input.Key.SEEN_EMPTY);
        assertThat(bench.use("1")).isEqualTo(new Use.Free());
        assertThat(bench.kiosk.visit()).isEqualTo(new Visit.StaffHome(STAFF, Optional.of(Visit.Note.EMPTIED)));
    }

    @Test
    void aDoorForcedOpenIsLookedIntoWithoutAPulse() {
        Bench bench = Bench.holding("1");
        bench.door("1", Position.OPEN);
        bench.staffSignIn();
        bench.send(new Input.Inspect(id("1")));
        assertThat(bench.pulses()).isZero();
        bench.door("1", Position.CLOSED);
        bench.press(Input.Key.SEEN_EMPTY);
        assertThat(bench.told()).endsWith("DoorIntended", "DoorOpened", "DoorClosed", "DoorConfirmed");
        assertThat(bench.use("1")).isEqualTo(new Use.Free());
    }

    @Test
    void aDoorInOrderIsNotOpenedForALook() {
        Bench bench = Bench.holding("1");
        bench.staffSignIn();
        bench.send(new Input.Inspect(id("1")));
        bench.send(new Input.Inspect(id("2")));
        assertThat(bench.pulses()).isZero();
    }

    @Test
    void nobodyButStaffInspectsAndOnlyTheirOwnAnswerCounts() {
        Bench bench = Bench.holding("1");
        bench.send(new Input.Inspect(id("1")));
        bench.signIn("anna");
        bench.press(Input.Key.OPEN);
        bench.opens("1");
        bench.door("1", Position.CLOSED);
        bench.press(Input.Key.SEEN_EMPTY);
        bench.press(Input.Key.LOADED);
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.Closed.class);
    }

    @Test
    void afterALostDatabaseEveryCompartmentIsLookedInto() {
        Bench bench = new Bench(Station.EMPTY);
        bench.closedAll();
        bench.send(new Input.Health(Station.DATABASE, false, "set aside"));
        bench.send(new Input.DesiredArrived(Bench.desired()));
        bench.staffSignIn();
        bench.scanItem(ITEM);
        assertThat(bench.told()).endsWith("Refused");
        assertThat(Shelf.toInspect(bench.kiosk)).hasSize(3);
        for (String door : new String[] {"1", "2", "3"}) {
            bench.send(new Input.Inspect(id(door)));
            bench.opens(door);
            bench.door(door, Position.CLOSED);
            bench.press(Input.Key.SEEN_EMPTY);
        }
        assertThat(bench.kiosk.station().well(Station.DATABASE)).isTrue();
        bench.scanItem(ITEM);
        assertThat(door(bench)).isEqualTo("1");
    }

    private static String door(Bench bench) {
        return ((DoorIntended) bench.facts.getLast()).door().value();
    }
}

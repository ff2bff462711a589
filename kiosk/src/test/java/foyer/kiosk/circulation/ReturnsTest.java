package foyer.kiosk.circulation;

import static foyer.kiosk.circulation.Bench.BIN;
import static foyer.kiosk.circulation.Bench.ITEM;
import static foyer.kiosk.circulation.Bench.NOON;
import static foyer.kiosk.circulation.Bench.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.kiosk.circulation.Input.Outcome;
import foyer.station.StationEvent.Refusal;
import foyer.station.StationEvent.Refused;
import foyer.station.StationEvent.ReturnReceived;
import foyer.station.StationState.Position;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnsTest {
    @Test
    void aBookDropsAndTheFlapCloses() {
        Bench bench = Bench.ready();
        bench.scanItem(ITEM);
        bench.flapOpens();
        bench.send(new Input.Dropped(BIN));
        assertThat(bench.told()).containsExactly("ReturnIntended", "FlapOpened");
        bench.flap(Position.CLOSED);
        assertThat(bench.facts.getLast())
                .isInstanceOfSatisfying(ReturnReceived.class, received -> assertThat(received.item())
                        .isEqualTo(ITEM));
        assertThat(results(bench)).containsExactly(Returned.Result.RECEIVED);
        assertThat(bench.pulses()).isEqualTo(1);
    }

    @Test
    void aDropIsBelievedWheneverItWasSensedWhileTheFlapWasOpen() {
        Bench before = Bench.ready();
        before.scanItem(ITEM);
        before.flap(Position.OPEN);
        before.send(new Input.Dropped(BIN));
        before.answer(new Outcome.Opened(0));
        before.flap(Position.CLOSED);
        assertThat(before.told()).containsExactly("ReturnIntended", "FlapOpened", "ReturnReceived");

        Bench after = Bench.ready();
        after.scanItem(ITEM);
        after.flapOpens();
        after.flap(Position.CLOSED);
        after.send(new Input.Dropped(BIN));
        assertThat(after.told()).containsExactly("ReturnIntended", "FlapOpened", "ReturnReceived");
    }

    @Test
    void whatDidNotDropStaysALoan() {
        Bench bench = Bench.ready();
        bench.scanItem(ITEM);
        bench.flapOpens();
        bench.flap(Position.CLOSED);
        assertThat(bench.told()).doesNotContain("ReturnAbandoned");
        bench.pass(1);
        assertThat(bench.told()).containsExactly("ReturnIntended", "FlapOpened", "ReturnAbandoned");
        assertThat(results(bench)).containsExactly(Returned.Result.NOT_DROPPED);
        bench.send(new Input.Dropped(BIN));
        assertThat(bench.told()).doesNotContain("ReturnReceived");
    }

    @Test
    void anOpenFlapIsWaitedForAsLongAsItTakes() {
        Bench bench = Bench.ready();
        bench.scanItem(ITEM);
        bench.flapOpens();
        bench.pass(3600);
        assertThat(bench.kiosk.visit()).isInstanceOf(Visit.FlapOpen.class);
        bench.send(new Input.Dropped(BIN));
        bench.flap(Position.CLOSED);
        assertThat(bench.told()).endsWith("ReturnReceived");
    }

    @Test
    void aFlapThatDoesNotOpenLeavesTheLoanAsItWas() {
        for (Outcome outcome : new Outcome[] {new Outcome.Jammed(), new Outcome.NotPulsed("silent")}) {
            Bench bench = Bench.ready();
            bench.scanItem(ITEM);
            bench.answer(outcome);
            assertThat(bench.told()).containsExactly("ReturnIntended", "ReturnAbandoned");
            assertThat(bench.pulses()).isEqualTo(1);
        }
    }

    @Test
    void aBinWhoseBoardFellSilentLeavesTheReturnClaimed() {
        Bench bench = Bench.ready();
        bench.scanItem(ITEM);
        bench.flap(Position.UNKNOWN);
        bench.answer(new Outcome.NotConfirmed());
        assertThat(bench.told()).containsExactly("ReturnIntended", "ReturnUncertain");
    }

    /** The bin of the bench holds two. */
    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, false"})
    void aBinHoldsWhatItHolds(int books, boolean oneMore) {
        Bench bench = Bench.ready();
        for (int i = 0; i < Math.min(books, 2); i++) {
            returned(bench);
        }
        bench.facts.clear();
        bench.scanItem(OTHER);
        assertThat(bench.told()).containsExactly(oneMore ? "ReturnIntended" : "Refused");
        assertThat(Acceptance.of(bench.kiosk, bench.now()))
                .isEqualTo(oneMore ? new Acceptance.Open(1) : new Acceptance.Full());
    }

    @Test
    void aLevelSensorCountsForMoreThanCounting() {
        Bench bench = Bench.ready();
        bench.send(new Input.Level(BIN, true));
        bench.scanItem(ITEM);
        assertThat(bench.facts).containsExactly(new Refused(Refusal.BIN_FULL, "every bin is full"));
    }

    /** The window is from 11:00 to 13:00. */
    @ParameterizedTest
    @CsvSource({"-3601, false, 1", "-3600, true, 0", "3599, true, 0", "3600, false, 597600", "86400, false, 514800"})
    void returnsAreTakenInTheirHours(long seconds, boolean taken, long secondsUntil) {
        Bench bench = Bench.ready();
        bench.wall = NOON.plusSeconds(seconds);
        bench.press(Input.Key.RETURN);
        assertThat(bench.kiosk.visit() instanceof Visit.Returning).isEqualTo(taken);
        if (!taken) {
            assertThat(bench.facts).containsExactly(new Refused(Refusal.RETURNS_CLOSED, "outside the returns hours"));
            assertThat(Acceptance.of(bench.kiosk, bench.now()))
                    .isEqualTo(new Acceptance.Closed(bench.wall.plusSeconds(secondsUntil)));
        }
    }

    @Test
    void aClockThatWasNeverSetSendsNobodyHome() {
        Bench bench = Bench.ready();
        bench.wallKnown = false;
        bench.wall = Instant.EPOCH;
        bench.scanItem(ITEM);
        assertThat(bench.told()).containsExactly("ReturnIntended");
    }

    @Test
    void whatIsNotOursIsGivenBackWithAWordAndItsNumberIsNotKept() {
        Bench bench = Bench.ready();
        bench.press(Input.Key.RETURN);
        bench.scanForeign();
        assertThat(results(bench)).containsExactly(Returned.Result.NOT_OURS);
        assertThat(bench.facts.toString()).doesNotContain("9789984000000");
        bench.scanItem(ITEM);
        bench.flapOpens();
        bench.send(new Input.Dropped(BIN));
        bench.flap(Position.CLOSED);
        assertThat(results(bench)).containsExactly(Returned.Result.NOT_OURS, Returned.Result.RECEIVED);
    }

    @Test
    void aFlapThatIsNotClosedIsNotPulsed() {
        Bench bench = Bench.ready();
        bench.flap(Position.UNKNOWN);
        bench.scanItem(ITEM);
        assertThat(bench.facts).containsExactly(new Refused(Refusal.OUT_OF_ORDER, "no return flap can be opened"));
        assertThat(bench.pulses()).isZero();
    }

    @Test
    void aLongListShowsItsEnd() {
        Bench bench = Bench.ready();
        bench.press(Input.Key.RETURN);
        for (int i = 0; i < 3 * Returns.MOST_SHOWN; i++) {
            bench.scanForeign();
        }
        assertThat(results(bench)).hasSize(Returns.MOST_SHOWN);
    }

    private static void returned(Bench bench) {
        bench.scanItem(ITEM);
        bench.flapOpens();
        bench.send(new Input.Dropped(BIN));
        bench.flap(Position.CLOSED);
    }

    private static List<Returned.Result> results(Bench bench) {
        return bench.kiosk.visit() instanceof Visit.Returning returning
                ? returning.returned().stream().map(Returned::result).toList()
                : List.of();
    }
}

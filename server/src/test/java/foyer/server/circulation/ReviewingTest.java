package foyer.server.circulation;

import static foyer.server.circulation.PlacingTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.Outcome.Refusal;
import foyer.server.circulation.Reviewing.Command;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewingTest {
    private static final OrderId ORDER = new OrderId("o");
    private static final Place PLACE = new Place(new StationId("s"), new CompartmentId("1"));
    private static final Hold.Facts FACTS = PlacingTest.facts("h", "title", "i");
    private static final Item HELD = PlacingTest.item("i", "here", new ItemState.Held(new HoldId("h")));
    private static final Item INSIDE =
            PlacingTest.item("i", "here", new ItemState.InCompartment(new HoldId("h"), PLACE));

    private static final Hold WAITING = new Hold.UnderReview(FACTS);
    private static final Hold CONFIRMED = new Hold.Confirmed(FACTS, ORDER, NOW);
    private static final Hold READY = new Hold.Ready(FACTS, ORDER, PLACE, NOW);
    private static final Hold FULFILLED = new Hold.Fulfilled(FACTS, new LoanId("l"), NOW);
    private static final Hold REJECTED = new Hold.Rejected(FACTS, "torn", NOW);
    private static final Hold CANCELLED = new Hold.Cancelled(FACTS, NOW);

    private static final Command CONFIRM = new Command.Confirm("n", ORDER);
    private static final Command REJECT = new Command.Reject("n", "torn");
    private static final Command CANCEL = new Command.Cancel(new PatronId("p1"));

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(WAITING, true, true, true),
                Arguments.of(CONFIRMED, false, false, true),
                Arguments.of(READY, false, false, true),
                Arguments.of(FULFILLED, false, false, false),
                Arguments.of(REJECTED, false, false, false),
                Arguments.of(CANCELLED, false, false, false));
    }

    @ParameterizedTest
    @MethodSource("states")
    void eachStateAllowsWhatItAllows(Hold hold, boolean confirm, boolean reject, boolean cancel) {
        assertThat(Reviewing.decide(CONFIRM, hold, HELD, NOW) instanceof Outcome.Done)
                .isEqualTo(confirm);
        assertThat(Reviewing.decide(REJECT, hold, HELD, NOW) instanceof Outcome.Done)
                .isEqualTo(reject);
        assertThat(Reviewing.decide(CANCEL, hold, HELD, NOW) instanceof Outcome.Done)
                .isEqualTo(cancel);
    }

    @Test
    void whatWasOnlyPromisedIsFreeAgain() {
        assertThat(Reviewing.decide(REJECT, WAITING, HELD, NOW))
                .isEqualTo(new Outcome.Done(List.of(
                        new Change.HoldBecame(new Hold.Rejected(FACTS, "torn", NOW)),
                        new Change.ItemBecame(HELD.barcode(), new ItemState.OnShelf()))));
    }

    @Test
    void whatIsInACompartmentStaysThereUntilStaffTakeItOut() {
        assertThat(Reviewing.decide(CANCEL, READY, INSIDE, NOW))
                .isEqualTo(new Outcome.Done(List.of(new Change.HoldBecame(new Hold.Cancelled(FACTS, NOW)))));
    }

    @Test
    void refusalsSayWhy() {
        assertThat(Reviewing.decide(new Command.Cancel(new PatronId("p2")), WAITING, HELD, NOW))
                .isEqualTo(new Outcome.Refused(Refusal.NOT_YOURS, ""));
        assertThat(Reviewing.decide(new Command.Reject("n", "  "), WAITING, HELD, NOW))
                .isEqualTo(new Outcome.Refused(Refusal.REASON_MISSING, ""));
        assertThat(Reviewing.decide(new Command.Confirm("m", ORDER), WAITING, HELD, NOW))
                .isEqualTo(new Outcome.Refused(Refusal.OTHER_NETWORK, "m"));
        assertThat(Reviewing.decide(CONFIRM, READY, INSIDE, NOW))
                .isEqualTo(new Outcome.Refused(Refusal.WRONG_STATE, "ready"));
    }
}

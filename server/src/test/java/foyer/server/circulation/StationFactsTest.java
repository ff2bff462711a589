package foyer.server.circulation;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.Purpose;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import foyer.station.StationEvent.Reached;
import foyer.station.StationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StationFactsTest {
    private static final StationId STATION = new StationId("s");
    private static final CompartmentId DOOR = new CompartmentId("4");
    private static final Place PLACE = new Place(STATION, DOOR);
    private static final IntentId INTENT = new IntentId("x");
    private static final HoldId HOLD = new HoldId("h");
    private static final ItemBarcode ITEM = new ItemBarcode("i");
    private static final OrderId ORDER = new OrderId("o");
    private static final PatronId PATRON = new PatronId("p1");
    private static final Instant AT = Instant.parse("2026-03-28T10:00:00Z");
    private static final LoanId LOAN = LoanId.of(HOLD);
    private static final Hold.Facts FACTS = PlacingTest.facts("h", "title", "i");

    private static final Purpose PICKUP = new Purpose.Pickup(ORDER, PATRON, List.of(HOLD));
    private static final Purpose LOAD = new Purpose.Load(ORDER, HOLD, ITEM, new StaffId("st"));
    private static final Purpose INSPECT = new Purpose.Inspect(new StaffId("st"));

    private static final Hold CONFIRMED = new Hold.Confirmed(FACTS, ORDER, AT);
    private static final Hold READY = new Hold.Ready(FACTS, ORDER, PLACE, AT);
    private static final Hold CANCELLED = new Hold.Cancelled(FACTS, AT);
    private static final Hold FULFILLED = new Hold.Fulfilled(FACTS, LOAN, AT);
    private static final ItemState INSIDE = new ItemState.InCompartment(HOLD, PLACE);

    private static Loan.Running running() {
        return new Loan.Running(new Loan.Facts(LOAN, HOLD, PATRON, ITEM, STATION, AT, LocalDate.parse("2026-04-11")));
    }

    private static List<Change> decide(Instant at, StationEvent event, Happened.Known known) {
        return StationFacts.decide(new Happened(STATION, at, event, known));
    }

    private static Happened.Known known(Optional<Hold> hold, Optional<Item> item, Optional<Loan.Running> loan) {
        Map<HoldId, Hold> holds = new HashMap<>();
        hold.ifPresent(found -> holds.put(found.id(), found));
        Map<ItemBarcode, Item> items = new HashMap<>();
        item.ifPresent(found -> items.put(found.barcode(), found));
        Map<ItemBarcode, Loan.Running> running = new HashMap<>();
        loan.ifPresent(found -> running.put(found.facts().item(), found));
        Happened.Site site = new Happened.Site("here", "n", ZoneId.of("Europe/Riga"), PlacingTest.policy(3));
        return new Happened.Known(site, holds, items, running);
    }

    private static Happened.Known known(Hold hold, ItemState state) {
        return known(Optional.of(hold), Optional.of(PlacingTest.item("i", "here", state)), Optional.empty());
    }

    private static List<String> flags(List<Change> changes) {
        return changes.stream()
                .filter(Change.DiscrepancyRaised.class::isInstance)
                .map(change -> ((Change.DiscrepancyRaised) change).kind())
                .toList();
    }

    @Test
    void aLoanBeginsWhenTheDoorHasOpened() {
        assertThat(decide(AT, new StationEvent.DoorOpened(INTENT, DOOR, PICKUP, false), known(READY, INSIDE)))
                .containsExactly(
                        new Change.LoanBegun(running()),
                        new Change.HoldBecame(new Hold.Fulfilled(FACTS, LOAN, AT)),
                        new Change.ItemBecame(ITEM, new ItemState.OnLoan(LOAN)));
    }

    /** The day is the branch's: an opening late in the evening in UTC is tomorrow's in Riga. The clocks change on the 29th. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T21:59:59.999Z, 2026-04-11",
        "2026-03-28T22:00:00Z, 2026-04-12",
        "2026-03-29T20:59:59Z, 2026-04-12",
        "2026-03-29T21:00:00Z, 2026-04-13"
    })
    void theDueDateIsADayOfTheBranch(Instant at, LocalDate due) {
        List<Change> changes =
                decide(at, new StationEvent.DoorOpened(INTENT, DOOR, PICKUP, false), known(READY, INSIDE));
        assertThat(((Change.LoanBegun) changes.getFirst()).loan().facts().due()).isEqualTo(due);
    }

    @Test
    void theSameHoldMakesNoSecondLoan() {
        assertThat(decide(
                        AT,
                        new StationEvent.DoorOpened(INTENT, DOOR, PICKUP, false),
                        known(FULFILLED, new ItemState.OnLoan(LOAN))))
                .isEmpty();
    }

    @Test
    void aJamMakesNoLoan() {
        List<Change> changes = decide(AT, new StationEvent.DoorJammed(INTENT, DOOR, PICKUP), known(READY, INSIDE));
        assertThat(changes).hasSize(1);
        assertThat(flags(changes)).containsExactly("door-jammed");
    }

    @Test
    void whoWasFirstAtTheDoorHasTheLoanThoughTheHoldWasCancelled() {
        List<Change> changes =
                decide(AT, new StationEvent.DoorOpened(INTENT, DOOR, PICKUP, false), known(CANCELLED, INSIDE));
        assertThat(changes).contains(new Change.LoanBegun(running()));
        assertThat(flags(changes)).containsExactly("door-opened");
    }

    @Test
    void aHoldNobodyKnowsIsFlaggedAndNothingElse() {
        List<Change> changes = decide(
                AT,
                new StationEvent.DoorOpened(INTENT, DOOR, PICKUP, false),
                known(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(changes).hasSize(1);
        assertThat(flags(changes)).containsExactly("door-opened");
    }

    @ParameterizedTest
    @EnumSource(Reached.class)
    void anUncertainPickupIsTakenOnlyIfTheDoorWasOpen(Reached reached) {
        List<Change> changes =
                decide(AT, new StationEvent.DoorUncertain(INTENT, DOOR, PICKUP, reached), known(READY, INSIDE));
        assertThat(flags(changes)).containsExactly("door-uncertain");
        assertThat(changes.contains(new Change.LoanBegun(running()))).isEqualTo(reached != Reached.INTENT);
    }

    @Test
    void aConfirmedLoadMakesTheHoldReady() {
        Hold.Facts facts = FACTS;
        assertThat(decide(
                        AT,
                        new StationEvent.DoorConfirmed(INTENT, DOOR, LOAD),
                        known(CONFIRMED, new ItemState.Held(HOLD))))
                .containsExactly(
                        new Change.ItemBecame(ITEM, INSIDE),
                        new Change.HoldBecame(new Hold.Ready(facts, ORDER, PLACE, AT)));
    }

    @Test
    void aLoadForACancelledHoldIsInsideAndFlagged() {
        List<Change> changes = decide(
                AT, new StationEvent.DoorConfirmed(INTENT, DOOR, LOAD), known(CANCELLED, new ItemState.OnShelf()));
        assertThat(changes).contains(new Change.ItemBecame(ITEM, INSIDE));
        assertThat(flags(changes)).containsExactly("door-confirmed");
    }

    @Test
    void whatStaffFindInsideGoesBackToBeLoadedAgain() {
        assertThat(decide(AT, new StationEvent.DoorConfirmed(INTENT, DOOR, INSPECT), known(READY, INSIDE)))
                .contains(
                        new Change.HoldBecame(new Hold.Confirmed(FACTS, ORDER, AT)),
                        new Change.ItemBecame(ITEM, new ItemState.Held(HOLD)));
    }

    @Test
    void whatStaffTakeOutForNobodyIsOnTheShelf() {
        assertThat(decide(AT, new StationEvent.DoorConfirmed(INTENT, DOOR, INSPECT), known(CANCELLED, INSIDE)))
                .contains(new Change.ItemBecame(ITEM, new ItemState.OnShelf()));
    }

    @Test
    void anInspectionLeavesALoanAlone() {
        List<Change> changes = decide(
                AT,
                new StationEvent.DoorConfirmed(INTENT, DOOR, INSPECT),
                known(FULFILLED, new ItemState.OnLoan(LOAN)));
        assertThat(changes).hasSize(1).first().isInstanceOf(Change.DoorSettled.class);
    }

    private static StationEvent returned() {
        return new StationEvent.ReturnReceived(INTENT, new BinId("A"), ITEM);
    }

    @Test
    void aReturnEndsTheLoanAtTheDropAndRestsSeventyTwoHours() {
        // Over the night in which the clocks change: the rest is counted in hours.
        Item item = PlacingTest.item("i", "here", new ItemState.OnLoan(LOAN));
        assertThat(decide(AT, returned(), known(Optional.empty(), Optional.of(item), Optional.of(running()))))
                .containsExactly(
                        new Change.LoanEnded(new Loan.Ended(running().facts(), AT)),
                        new Change.ItemBecame(ITEM, new ItemState.InQuarantine(Instant.parse("2026-03-31T10:00:00Z"))));
    }

    @ParameterizedTest
    @CsvSource({"here, false, 1", "elsewhere, false, 2", "elsewhere, true, 1", "here, true, 0"})
    void aReturnThatDoesNotFitIsTakenAndFlagged(String branch, boolean onLoan, int flagged) {
        Item item = PlacingTest.item("i", branch, new ItemState.OnShelf());
        List<Change> changes = decide(
                AT,
                returned(),
                known(Optional.empty(), Optional.of(item), onLoan ? Optional.of(running()) : Optional.empty()));
        assertThat(flags(changes)).hasSize(flagged);
        assertThat(changes).last().isInstanceOf(Change.ItemBecame.class);
    }

    @Test
    void anItemNobodyKnowsIsFlagged() {
        List<Change> changes = decide(AT, returned(), known(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(changes).hasSize(1);
        assertThat(flags(changes)).containsExactly("return-received");
    }

    @Test
    void anEmptiedBinIsOnlyWrittenDown() {
        Happened.Known nothing = known(Optional.empty(), Optional.empty(), Optional.empty());
        var emptied = new StationEvent.BinEmptied(new BinId("A"), new StaffId("s"), 38);
        assertThat(decide(AT, emptied, nothing)).isEmpty();
        Mention mention = Mention.of(emptied);
        assertThat(mention.bin()).contains(new BinId("A"));
        assertThat(mention.staff()).contains(new StaffId("s"));
        assertThat(mention.extra()).containsExactly(Map.entry("items", "38"));
    }

    @Test
    void alarmsAreFlaggedAndHealthSettlesItself() {
        Happened.Known nothing = known(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(flags(decide(AT, new StationEvent.WrongDoor(INTENT, DOOR, List.of()), nothing)))
                .containsExactly("wrong-door");
        assertThat(flags(decide(AT, new StationEvent.DoorForced(DOOR), nothing)))
                .containsExactly("door-forced");
        assertThat(flags(decide(AT, new StationEvent.HealthChanged("board", false, "silent"), nothing)))
                .containsExactly("health-changed");
        assertThat(decide(AT, new StationEvent.HealthChanged("board", true, ""), nothing))
                .containsExactly(new Change.HealthSettled(STATION, "board"));
        assertThat(flags(decide(AT, new StationEvent.ReturnUncertain(INTENT, new BinId("A"), ITEM), nothing)))
                .containsExactly("return-uncertain");
    }
}

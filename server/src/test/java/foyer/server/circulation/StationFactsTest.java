package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.BinId;
import foyer.station.HoldId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.Purpose;
import foyer.station.StaffId;
import foyer.station.StationEvent;
import foyer.station.StationEvent.Reached;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StationFactsTest {
    private static final IntentId INTENT = new IntentId("x");
    private static final Instant AT = NOW;
    private static final LoanId LOAN = LoanId.of(HOLD);
    private static final Policy POLICY = Policy.USUAL.with(Key.FINE_PER_DAY, 3);
    private static final Hold.Facts FACTS = facts("h", "title");

    private static final Purpose PICKUP = new Purpose.Pickup(ORDER, PATRON, List.of(HOLD));
    private static final Purpose LOAD = new Purpose.Load(ORDER, HOLD, ITEM, STAFF);
    private static final Purpose INSPECT = new Purpose.Inspect(STAFF);

    private static final LocalDate LAST = LocalDate.parse("2026-03-31");
    private static final Hold CONFIRMED = new Hold.Confirmed(FACTS, ITEM, ORDER, AT, Optional.empty());
    private static final Hold READY = new Hold.Ready(FACTS, ITEM, ORDER, PLACE, AT, LAST);
    private static final Hold CANCELLED = new Hold.Cancelled(FACTS, new By.Reader(PATRON), AT);
    private static final Hold FULFILLED = new Hold.Fulfilled(FACTS, ITEM, LOAN, AT);
    private static final ItemState INSIDE = new ItemState.InCompartment(HOLD, PLACE);
    private static final BatchId FRESH = new BatchId("fresh");

    /** The branch is closed on Sundays, so that a Sunday's due date moves to Monday. */
    private static Loan.Running running() {
        return loan(LocalDate.parse("2026-04-11"));
    }

    private static List<Change> decide(Instant at, StationEvent event, Happened.Known known) {
        return StationFacts.decide(new Happened(STATION, at, event, known));
    }

    private static Happened.Known known(Optional<Hold> hold, Optional<Item> item, Optional<Loan> loan) {
        return known(hold, item, loan, Optional.empty());
    }

    private static Happened.Known known(
            Optional<Hold> hold, Optional<Item> item, Optional<Loan> loan, Optional<Batches.Known> batch) {
        Map<HoldId, Hold> holds = new HashMap<>();
        hold.ifPresent(found -> holds.put(found.id(), found));
        Map<ItemBarcode, Item> items = new HashMap<>();
        item.ifPresent(found -> items.put(found.barcode(), found));
        Map<ItemBarcode, Lent> lent = new HashMap<>();
        loan.ifPresent(found -> lent.put(found.facts().item(), new Lent(found, site(POLICY))));
        return new Happened.Known(
                site(POLICY), holds, items, lent, Map.of("title", queue(POLICY)), batch, FRESH, Optional.empty());
    }

    private static Happened.Known known(Hold hold, ItemState state) {
        return known(Optional.of(hold), Optional.of(item("i", "here", state)), Optional.empty());
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
                        new Change.HoldBecame(new Hold.Fulfilled(FACTS, ITEM, LOAN, AT)),
                        new Change.ItemBecame(ITEM, new ItemState.OnLoan(LOAN)));
    }

    /** The day is the branch's: an opening late in the evening in UTC is tomorrow's in Riga. The clocks change on the 29th. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T21:59:59.999Z, 2026-04-11",
        // 12 April is a Sunday, on which the branch is closed.
        "2026-03-28T22:00:00Z, 2026-04-13",
        "2026-03-29T20:59:59Z, 2026-04-13",
        "2026-03-30T20:59:59Z, 2026-04-13",
        "2026-03-30T21:00:00Z, 2026-04-14"
    })
    void theDueDateIsADayOfTheBranch(Instant at, LocalDate due) {
        List<Change> changes =
                decide(at, new StationEvent.DoorOpened(INTENT, DOOR, PICKUP, false), known(READY, INSIDE));
        assertThat(((Change.LoanBegun) changes.getFirst()).loan().due()).isEqualTo(due);
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
                        new Change.HoldBecame(new Hold.Ready(facts, ITEM, ORDER, PLACE, AT, LAST)));
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
                        new Change.HoldBecame(new Hold.Prepared(FACTS, ITEM, ORDER, AT, Optional.of(LAST))),
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

    private static final Instant RESTED = Instant.parse("2026-03-31T10:00:00Z");

    @Test
    void aLateReturnCostsByTheDayOfTheDrop() {
        Item item = item("i", "here", new ItemState.OnLoan(LOAN));
        Loan late = loan(LocalDate.parse("2026-03-26"));
        assertThat(decide(AT, returned(), known(Optional.empty(), Optional.of(item), Optional.of(late))))
                .contains(new Change.FineBecame(new Fine.Owed(new Fine.Facts(LOAN, PATRON, "here", 6, 2, AT))));
    }

    @Test
    void aReturnNobodyIsSureOfStopsTheFineAndIsLookedInto() {
        Item item = item("i", "here", new ItemState.OnLoan(LOAN));
        Loan.Running late = loan(LocalDate.parse("2026-03-26"));
        List<Change> changes = decide(
                AT,
                new StationEvent.ReturnUncertain(INTENT, new BinId("A"), ITEM),
                known(Optional.empty(), Optional.of(item), Optional.of(late)));
        Loan.ClaimedReturned claimed = new Loan.ClaimedReturned(late.facts(), late.due(), 0, AT);
        assertThat(changes).contains(new Change.LoanBecame(claimed));
        assertThat(flags(changes)).containsExactly("return-uncertain");
        Instant found = AT.plus(Duration.ofDays(30));
        assertThat(decide(found, returned(), known(Optional.empty(), Optional.of(item), Optional.of(claimed))))
                .contains(new Change.FineBecame(new Fine.Owed(new Fine.Facts(LOAN, PATRON, "here", 6, 2, found))));
    }

    @Test
    void aSecondReturnJoinsTheBatchThatIsOpenAndAnEmptiedBinRestsAsOne() {
        Item item = item("i", "here", new ItemState.OnLoan(LOAN));
        Batch.Open open = new Batch.Open(new Batch.Facts(new BatchId("b"), STATION, new BinId("A"), AT), AT);
        Item resting = item("j", "here", new ItemState.InQuarantine(AT, Optional.of(open.id())));
        Batches.Known batch = new Batches.Known(open, List.of(new Batches.Resting(resting, queue(POLICY))));
        Happened.Known known = known(Optional.empty(), Optional.of(item), Optional.of(running()), Optional.of(batch));
        assertThat(decide(AT, returned(), known))
                .contains(new Change.BatchBecame(new Batch.Open(open.facts(), RESTED)));
        var emptied = new StationEvent.BinEmptied(new BinId("A"), STAFF, 1);
        assertThat(decide(RESTED, emptied, known))
                .containsExactly(
                        new Change.BatchBecame(new Batch.Quarantined(open.facts(), AT, RESTED)),
                        new Change.ItemBecame(
                                resting.barcode(), new ItemState.InQuarantine(AT, Optional.of(open.id()))));
    }

    @Test
    void aReturnEndsTheLoanAtTheDropAndRestsSeventyTwoHours() {
        // Over the night in which the clocks change: the rest is counted in hours.
        Item item = item("i", "here", new ItemState.OnLoan(LOAN));
        assertThat(decide(AT, returned(), known(Optional.empty(), Optional.of(item), Optional.of(running()))))
                .containsExactly(
                        new Change.LoanEnded(
                                new Loan.Ended(running().facts(), running().due(), AT)),
                        new Change.BatchBecame(
                                new Batch.Open(new Batch.Facts(FRESH, STATION, new BinId("A"), AT), RESTED)),
                        new Change.Dropped(FRESH, ITEM, AT),
                        new Change.ItemBecame(ITEM, new ItemState.InQuarantine(RESTED, Optional.of(FRESH))));
    }

    @ParameterizedTest
    @CsvSource({"here, false, 1", "elsewhere, false, 2", "elsewhere, true, 1", "here, true, 0"})
    void aReturnThatDoesNotFitIsTakenAndFlagged(String branch, boolean onLoan, int flagged) {
        Item item = item("i", branch, new ItemState.OnShelf());
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
    void anEmptyBinThatIsEmptiedIsOnlyWrittenDown() {
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

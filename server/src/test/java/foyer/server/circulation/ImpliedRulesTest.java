package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Count;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Special;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.BinId;
import foyer.station.HoldId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.Purpose;
import foyer.station.StationEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the libraries' rules imply, by the number in the list at the end of the domain's description. */
class ImpliedRulesTest {
    private static final Policy POLICY = reviewed();
    private static final IntentId INTENT = new IntentId("x");
    private static final LocalDate LAST = LocalDate.parse("2026-03-31");
    private static final Hold.Facts FACTS = facts("h", "title");
    private static final Hold READY = new Hold.Ready(FACTS, ITEM, ORDER, PLACE, NOW, LAST);
    private static final Item INSIDE = item("i", "here", new ItemState.InCompartment(HOLD, PLACE));
    private static final Purpose PICKUP = new Purpose.Pickup(ORDER, PATRON, List.of(HOLD));
    private static final StationEvent LOOK = new StationEvent.DoorConfirmed(INTENT, DOOR, new Purpose.Inspect(STAFF));
    private static final StationEvent RETURN = new StationEvent.ReturnReceived(INTENT, new BinId("A"), ITEM);

    private static List<Change> happens(
            StationEvent event, List<Hold> holds, List<Item> items, List<Loan> loans, Queue queue) {
        Map<HoldId, Hold> holdsById = new HashMap<>();
        holds.forEach(hold -> holdsById.put(hold.id(), hold));
        Map<ItemBarcode, Item> itemsByBarcode = new HashMap<>();
        items.forEach(item -> itemsByBarcode.put(item.barcode(), item));
        Map<ItemBarcode, Lent> lentByItem = new HashMap<>();
        loans.forEach(loan -> lentByItem.put(loan.facts().item(), new Lent(loan, site(POLICY))));
        Happened.Known known = new Happened.Known(
                site(POLICY),
                holdsById,
                itemsByBarcode,
                lentByItem,
                Map.of("title", queue),
                Optional.empty(),
                new BatchId("fresh"),
                Optional.empty());
        return StationFacts.decide(new Happened(STATION, NOW, event, known));
    }

    private static List<String> details(List<Change> changes) {
        return changes.stream()
                .filter(Change.DiscrepancyRaised.class::isInstance)
                .map(change ->
                        ((Change.DiscrepancyRaised) change).mention().extra().getOrDefault("detail", ""))
                .toList();
    }

    @Test
    void I1_a_return_closes_the_loan_when_it_drops_and_serves_the_next_only_when_it_has_rested() {
        Item lent = item("i", "here", new ItemState.OnLoan(LoanId.of(HOLD)));
        Loan.Running loan = loan(LocalDate.parse("2026-03-28"));
        Queue queue = queue(POLICY, waiting("next", NOW));
        List<Change> changes = happens(RETURN, List.of(), List.of(lent), List.of(loan), queue);
        assertThat(changes).contains(new Change.LoanEnded(new Loan.Ended(loan.facts(), loan.due(), NOW)));
        assertThat(changes).noneMatch(Change.HoldBecame.class::isInstance);
        assertThat(changes).noneMatch(Change.FineBecame.class::isInstance);
        Instant rested = NOW.plus(POLICY.quarantine("book"));
        assertThat(changes)
                .contains(new Change.ItemBecame(
                        ITEM, new ItemState.InQuarantine(rested, Optional.of(new BatchId("fresh")))));
    }

    /** A branch in Riga that is closed on the Monday too. */
    private static Calendar longWeekend() {
        LocalDate monday = LocalDate.parse("2026-03-30");
        return new Calendar(
                ZoneId.of("Europe/Riga"),
                Week.of(WEEK),
                Holidays.NONE,
                Map.of(monday, new Special(monday, List.of(), "painters")));
    }

    @Test
    void I2_a_return_that_has_rested_on_a_closed_day_is_reviewed_on_the_next_open_one() {
        Instant rested = Instant.parse("2026-03-29T10:00:00Z");
        assertThat(longWeekend().firstOpenAt(rested, POLICY.reviewFrom()))
                .isEqualTo(Instant.parse("2026-03-31T07:00:00Z"));
        assertThat(longWeekend().openDayAfterAt(rested, POLICY.outcomeFrom()))
                .isEqualTo(Instant.parse("2026-03-31T08:00:00Z"));
    }

    @Test
    void I4_a_jammed_door_makes_no_loan_and_the_order_moves_to_another_door_or_the_desk() {
        List<Change> jammed = happens(
                new StationEvent.DoorJammed(INTENT, DOOR, PICKUP),
                List.of(READY),
                List.of(INSIDE),
                List.of(),
                queue(POLICY));
        assertThat(jammed).singleElement().isInstanceOf(Change.DiscrepancyRaised.class);
        List<Change> takenOut = happens(LOOK, List.of(READY), List.of(INSIDE), List.of(), queue(POLICY));
        Hold prepared = hold(takenOut);
        assertThat(prepared).isEqualTo(new Hold.Prepared(FACTS, ITEM, ORDER, NOW, Optional.of(LAST)));
        assertThat(hold(done(Handling.decide(
                        new Handling.Command.Shelve(NETWORK), handling(prepared, held(), POLICY), NOW))))
                .isEqualTo(new Hold.OnHoldShelf(FACTS, ITEM, ORDER, NOW, LAST));
    }

    @Test
    void I4_a_loan_begins_with_an_opening_and_not_with_an_intent_or_a_closing() {
        for (StationEvent event : List.of(
                new StationEvent.DoorIntended(INTENT, DOOR, PICKUP),
                new StationEvent.DoorClosed(INTENT, DOOR, PICKUP))) {
            assertThat(happens(event, List.of(READY), List.of(INSIDE), List.of(), queue(POLICY)))
                    .isEmpty();
        }
        assertThat(happens(
                        new StationEvent.DoorOpened(INTENT, DOOR, PICKUP, false),
                        List.of(READY),
                        List.of(INSIDE),
                        List.of(),
                        queue(POLICY)))
                .anyMatch(Change.LoanBegun.class::isInstance);
    }

    /** Three days over a weekend that is closed from Sunday to Monday. */
    @ParameterizedTest
    @CsvSource({"calendar, 2026-03-31", "open, 2026-04-02"})
    void I7_the_pickup_period_counts_open_days_where_policy_says_so(String count, LocalDate last) {
        Site site = site("here", POLICY.with(Key.PICKUP_DAYS_COUNT, count), longWeekend());
        assertThat(Days.lastFromConfirmation(NOW, site)).contains(last);
        assertThat(longWeekend()
                        .plusDays(
                                LocalDate.parse("2026-03-28"),
                                3,
                                count.equals("open") ? Count.OPEN_DAYS : Count.CALENDAR_DAYS))
                .isEqualTo(last);
    }

    @Test
    void I7_an_expired_compartment_passes_its_item_on_once_it_is_out() {
        Hold expired = new Hold.Expired(FACTS, NOW);
        Hold.Queued next = waiting("next", NOW);
        assertThat(happens(LOOK, List.of(expired), List.of(INSIDE), List.of(), queue(POLICY, next)))
                .contains(
                        new Change.HoldBecame(new Hold.UnderReview(next.facts(), ITEM, NOW)),
                        new Change.ItemBecame(ITEM, new ItemState.Held(next.id())));
    }

    @Test
    void I7_two_copies_in_one_expired_compartment_serve_two_who_wait() {
        Hold.Queued first = waiting("w1", NOW);
        Hold.Queued second = waiting("w2", NOW.plusSeconds(1));
        Item twin = item("j", "here", new ItemState.InCompartment(new HoldId("g"), PLACE));
        List<Hold> over = List.of(new Hold.Expired(FACTS, NOW), new Hold.Expired(facts("g", "title", OTHER, NOW), NOW));
        assertThat(happens(LOOK, over, List.of(INSIDE, twin), List.of(), queue(POLICY, first, second)).stream()
                        .filter(Change.HoldBecame.class::isInstance)
                        .map(change -> ((Change.HoldBecame) change).hold().id()))
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void I5_loading_one_more_item_never_touches_what_is_inside() {
        Hold confirmed = new Hold.Confirmed(facts("g", "title"), new ItemBarcode("j"), ORDER, NOW, Optional.of(LAST));
        Item second = item("j", "here", new ItemState.Held(confirmed.id()));
        var load = new Purpose.Load(ORDER, confirmed.id(), second.barcode(), STAFF);
        assertThat(happens(
                        new StationEvent.DoorConfirmed(INTENT, DOOR, load),
                        List.of(READY, confirmed),
                        List.of(INSIDE, second),
                        List.of(),
                        queue(POLICY)))
                .containsExactly(
                        new Change.ItemBecame(second.barcode(), new ItemState.InCompartment(confirmed.id(), PLACE)),
                        new Change.HoldBecame(
                                new Hold.Ready(confirmed.facts(), second.barcode(), ORDER, PLACE, NOW, LAST)));
    }

    @Test
    void I8_who_takes_one_of_two_leaves_the_other_ready() {
        Hold other = new Hold.Ready(facts("g", "other"), new ItemBarcode("j"), ORDER, PLACE, NOW, LAST);
        Item twin = item("j", "here", new ItemState.InCompartment(new HoldId("g"), PLACE));
        List<Change> changes = happens(
                new StationEvent.DoorOpened(INTENT, DOOR, PICKUP, false),
                List.of(READY, other),
                List.of(INSIDE, twin),
                List.of(),
                queue(POLICY));
        LoanId loan = LoanId.of(HOLD);
        assertThat(changes)
                .hasSize(3)
                .anyMatch(Change.LoanBegun.class::isInstance)
                .contains(
                        new Change.HoldBecame(new Hold.Fulfilled(FACTS, ITEM, loan, NOW)),
                        new Change.ItemBecame(ITEM, new ItemState.OnLoan(loan)));
    }

    @Test
    void I8_a_door_opened_again_makes_no_second_loan() {
        Hold fulfilled = new Hold.Fulfilled(FACTS, ITEM, LoanId.of(HOLD), NOW);
        Item lent = item("i", "here", new ItemState.OnLoan(LoanId.of(HOLD)));
        assertThat(happens(
                        new StationEvent.DoorOpened(INTENT, DOOR, PICKUP, true),
                        List.of(fulfilled),
                        List.of(lent),
                        List.of(loan(LAST)),
                        queue(POLICY)))
                .isEmpty();
    }

    @Test
    void I11_a_return_that_is_not_on_loan_is_taken_and_recorded() {
        List<Change> changes = happens(
                RETURN, List.of(), List.of(item("i", "here", new ItemState.OnShelf())), List.of(), queue(POLICY));
        assertThat(details(changes)).containsExactly("not-on-loan");
        assertThat(changes).anyMatch(Change.Dropped.class::isInstance);
    }

    @Test
    void I11_a_return_of_another_branch_is_taken_recorded_and_says_whose_it_is() {
        Item theirs = item("i", "there", new ItemState.OnLoan(LoanId.of(HOLD)));
        List<Change> changes = happens(RETURN, List.of(), List.of(theirs), List.of(loan(LAST)), queue(POLICY));
        assertThat(details(changes)).containsExactly("other-branch");
        assertThat(changes).anyMatch(Change.LoanEnded.class::isInstance);
        assertThat(changes).anyMatch(Change.Dropped.class::isInstance);
    }

    @Test
    void I11_a_return_of_another_network_is_taken_and_recorded() {
        Item theirs = new Item(ITEM, "title", "elsewhere", "m", "book", new ItemState.OnLoan(LoanId.of(HOLD)));
        List<Change> changes = happens(RETURN, List.of(), List.of(theirs), List.of(loan(LAST)), queue(POLICY));
        assertThat(details(changes)).containsExactly("other-network");
        assertThat(changes).anyMatch(Change.LoanEnded.class::isInstance);
        assertThat(changes).anyMatch(Change.Dropped.class::isInstance);
    }

    @Test
    void I11_a_return_nobody_knows_is_recorded() {
        assertThat(details(happens(RETURN, List.of(), List.of(), List.of(), queue(POLICY))))
                .containsExactly("unknown-item");
    }

    @Test
    void I11_a_return_that_was_kept_for_somebody_gives_the_place_in_the_queue_back() {
        Hold.OnHoldShelf shelved = new Hold.OnHoldShelf(FACTS, ITEM, ORDER, NOW, LAST);
        List<Change> changes = happens(RETURN, List.of(shelved), List.of(held()), List.of(), queue(POLICY));
        assertThat(changes).contains(new Change.HoldBecame(new Hold.Queued(FACTS, Optional.empty())));
        assertThat(details(changes)).containsExactly("not-on-loan", "kept-for-another");
    }

    @Test
    void I12_every_refusal_has_a_code_of_its_own_to_be_counted_by() {
        assertThat(Arrays.stream(Refusal.values()).map(Refusal::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Slot;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.BinId;
import foyer.station.Birth;
import foyer.station.CompartmentId;
import foyer.station.ItemBarcode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the city that hands over at the entrance by appointment, under the policy shipped for it. */
class GreekRulesTest {
    private static final Policy POLICY = byAppointment();
    private static final Calendar ATHENS = new Calendar(
            ZoneId.of("Europe/Athens"),
            Week.of("MONDAY 08:00-20:00; TUESDAY 08:00-20:00; WEDNESDAY 08:00-20:00; THURSDAY 08:00-20:00; "
                    + "FRIDAY 08:00-20:00"),
            Holidays.GREECE,
            Map.of());
    private static final Site CENTRAL = site("here", POLICY, ATHENS);
    private static final Policy CHILDREN = POLICY.with(Map.of(
            Key.RETURN_DAYS.text(),
            Key.RETURN_DAYS.usual(),
            Key.RETURN_FROM.text(),
            "opening",
            Key.RETURN_UNTIL.text(),
            "opening"));
    private static final Item SHELF = item("i", "here", new ItemState.OnShelf());

    /** A Monday. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private static final Slot SLOT =
            new Slot(Instant.parse("2026-11-24T07:00:00Z"), Instant.parse("2026-11-24T07:15:00Z"));
    private static final Appointing.Free SMALL =
            new Appointing.Free(new Place(STATION, new CompartmentId("1")), Birth.Size.S, Birth.Height.MIDDLE);
    private static final Appointing.Free LARGE_LOW =
            new Appointing.Free(new Place(STATION, new CompartmentId("2")), Birth.Size.L, Birth.Height.LOW);

    private static Appointing.Known asked(int taken, int items, boolean low, Appointing.Free... free) {
        return new Appointing.Known(CENTRAL, Optional.empty(), taken, items, low, true, List.of(free));
    }

    private static Outcome agree(Slot slot, Appointing.Known known, Instant now) {
        Appointing.Command command =
                new Appointing.Command.Agree(new AppointmentId("a"), PATRON, slot, new By.Reader(PATRON));
        return Appointing.decide(command, NETWORK, known, now);
    }

    private static Optional<Place> reserved(Outcome outcome) {
        Change.AppointmentBecame change =
                (Change.AppointmentBecame) done(outcome).getFirst();
        return ((Appointment.Agreed) change.appointment()).reserved();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false", "2, false"})
    void B1_a_slot_takes_as_many_as_policy_says(int taken, boolean allowed) {
        Outcome outcome = agree(SLOT, asked(taken, 1, false, SMALL), MONDAY);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
        if (!allowed) {
            assertThat(refused(outcome)).isEqualTo(Refusal.SLOT_FULL);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:00:00Z, true", // Tuesday, 09:00 in Athens
        "2026-11-24T05:45:00Z, false", // before opening
        "2026-11-24T07:05:00Z, false", // no beginning of a slot
        "2026-11-22T07:00:00Z, false", // Sunday, and past
        "2026-12-07T07:00:00Z, true", // the fourteenth day ahead
        "2026-12-08T07:00:00Z, false" // the fifteenth
    })
    void B1_slots_follow_the_opening_hours_and_lie_ahead(Instant from, boolean allowed) {
        Slot slot = new Slot(from, from.plus(POLICY.slot()));
        assertThat(agree(slot, asked(0, 1, false, SMALL), MONDAY) instanceof Outcome.Done)
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T06:00:00Z, 2026-11-23T07:00:00Z", "2026-11-28T10:00:00Z, 2026-11-30T06:00:00Z"})
    void B2_childrens_libraries_take_returns_in_their_opening_hours(Instant now, Instant opensBy) {
        var window = CHILDREN.returns().window(now, ATHENS);
        assertThat(window.opensAt()).isBeforeOrEqualTo(opensBy);
        assertThat(window.closesAt()).isAfter(now);
        assertThat(ATHENS.openAt(window.opensAt())).isTrue();
    }

    @Test
    void B3_the_central_library_takes_returns_on_fridays_only_and_loans_fall_due_on_one() {
        var window = POLICY.returns().window(MONDAY, ATHENS);
        assertThat(window.opensAt()).isEqualTo(Instant.parse("2026-11-27T06:00:00Z"));
        assertThat(window.closesAt()).isEqualTo(Instant.parse("2026-11-27T18:00:00Z"));
        assertThat(Days.due(MONDAY, CENTRAL)).isEqualTo(LocalDate.parse("2026-12-11"));
        // 25 December is a Friday and a holiday: the next Friday is New Year's Day, and the one after is taken.
        assertThat(Days.due(LocalDate.parse("2026-12-10"), 14, CENTRAL)).isEqualTo(LocalDate.parse("2027-01-08"));
    }

    @Test
    void B5_B9_the_pickup_is_at_the_branch_that_owns_the_item() {
        Item far = item("far", "there", new ItemState.OnShelf());
        assertThat(refused(
                        Placing.decide(wish(Optional.of("far"), "here"), known(POLICY, List.of(SHELF, far)), MONDAY)))
                .isEqualTo(Refusal.PICKUP_ELSEWHERE);
        assertThat(hold(done(Placing.decide(
                                wish(Optional.of("i"), "here"), known(POLICY, List.of(SHELF, far)), MONDAY)))
                        .item())
                .contains(ITEM);
    }

    @Test
    void B6_a_hold_is_placed_on_what_is_available_now_only() {
        Item lent = item("i", "here", new ItemState.OnLoan(new LoanId("l")));
        Outcome outcome = Placing.decide(wish(Optional.empty(), "here"), known(POLICY, List.of(lent)), MONDAY);
        assertThat(refused(outcome)).isEqualTo(Refusal.NOT_AVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void B6_a_return_is_available_from_the_end_of_its_rest_on(long restLeftMillis, boolean available) {
        Item rested =
                item("i", "here", new ItemState.InQuarantine(MONDAY.plusMillis(restLeftMillis), Optional.empty()));
        Outcome outcome = Placing.decide(wish(Optional.empty(), "here"), known(POLICY, List.of(rested)), MONDAY);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(available);
    }

    @ParameterizedTest
    @CsvSource({"8, true", "9, true", "10, false"})
    void B7_the_eleventh_hold_is_refused(int open, boolean allowed) {
        List<Hold> holds = new ArrayList<>();
        for (int i = 0; i < open; i++) {
            holds.add(new Hold.Confirmed(
                    facts("h" + i, "other" + i), new ItemBarcode("x" + i), ORDER, MONDAY, Optional.empty()));
        }
        Outcome outcome = Placing.decide(
                wish(Optional.empty(), "here"), known(POLICY, List.of(SHELF), holds, standing()), MONDAY);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
    }

    @Test
    void B8_a_hold_is_prepared_at_once_and_its_time_agreed_with_a_compartment_that_fits() {
        assertThat(hold(done(Placing.decide(wish(Optional.empty(), "here"), known(POLICY, List.of(SHELF)), MONDAY))))
                .isInstanceOf(Hold.Confirmed.class);
        assertThat(reserved(agree(SLOT, asked(0, 2, false, LARGE_LOW, SMALL), MONDAY)))
                .contains(SMALL.place());
        assertThat(reserved(agree(SLOT, asked(0, 3, false, LARGE_LOW, SMALL), MONDAY)))
                .contains(LARGE_LOW.place());
        assertThat(reserved(agree(SLOT, asked(0, 1, true, LARGE_LOW, SMALL), MONDAY)))
                .contains(LARGE_LOW.place());
        assertThat(refused(agree(SLOT, asked(0, 11, false, LARGE_LOW, SMALL), MONDAY)))
                .isEqualTo(Refusal.NO_COMPARTMENT);
        assertThat(refused(agree(SLOT, asked(0, 0, false, SMALL), MONDAY))).isEqualTo(Refusal.WRONG_STATE);
    }

    @Test
    void B8_an_appointment_is_moved_cancelled_and_missed_only_when_it_is_over() {
        Appointment.Agreed agreed = new Appointment.Agreed(
                new Appointment.Facts(new AppointmentId("a"), PATRON, "here"), SLOT, Optional.empty(), DESK, MONDAY);
        Appointing.Known known = new Appointing.Known(CENTRAL, Optional.of(agreed), 0, 1, false, true, List.of(SMALL));
        Slot later = new Slot(SLOT.until(), SLOT.until().plus(POLICY.slot()));
        assertThat(reserved(Appointing.decide(new Appointing.Command.Move(later, DESK), NETWORK, known, MONDAY)))
                .contains(SMALL.place());
        assertThat(refused(
                        Appointing.decide(new Appointing.Command.Cancel(new By.Reader(OTHER)), NETWORK, known, MONDAY)))
                .isEqualTo(Refusal.NOT_YOURS);
        assertThat(refused(Appointing.decide(
                        new Appointing.Command.Miss(),
                        NETWORK,
                        known,
                        SLOT.until().minusMillis(1))))
                .isEqualTo(Refusal.WRONG_STATE);
        assertThat(done(Appointing.decide(new Appointing.Command.Miss(), NETWORK, known, SLOT.until())))
                .containsExactly(
                        new Change.AppointmentBecame(new Appointment.Missed(agreed.facts(), SLOT, SLOT.until())));
        assertThat(ComingDue.appointment(agreed, SLOT.until().minusMillis(1))).isEmpty();
    }

    @Test
    void B10_a_locked_account_places_no_hold() {
        Patron.Lock lock = new Patron.Lock("lost three books", STAFF, MONDAY);
        Standing locked = new Standing(patron(Optional.of(lock), Optional.empty()), List.of(), List.of());
        assertThat(Placing.decide(
                        wish(Optional.empty(), "here"), known(POLICY, List.of(SHELF), List.of(), locked), MONDAY))
                .isEqualTo(new Outcome.Refused(Refusal.LOCKED, "lost three books"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24, false", "2026-11-23, false", "2026-11-22, true"})
    void B10_an_expired_card_places_none_either(LocalDate lastDay, boolean refused) {
        Standing standing = new Standing(patron(Optional.empty(), Optional.of(lastDay)), List.of(), List.of());
        Outcome outcome = Placing.decide(
                wish(Optional.empty(), "here"), known(POLICY, List.of(SHELF), List.of(), standing), MONDAY);
        assertThat(outcome instanceof Outcome.Refused).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"259199999, true", "259200000, false"})
    void B13_a_batch_is_released_when_all_of_it_has_rested_three_days(long afterMillis, boolean resting) {
        Batch.Sealed sealed = new Batch.Sealed(
                new Batch.Facts(new BatchId("b"), STATION, new BinId("A"), MONDAY),
                MONDAY.plus(POLICY.quarantine("book")),
                MONDAY);
        Item item = item("i", "here", new ItemState.InQuarantine(sealed.until(), Optional.of(sealed.id())));
        Hold.Queued first = waiting("w1", MONDAY);
        Hold.Queued second = waiting("w2", MONDAY.plusSeconds(1));
        Queue queue = queue(reviewed(), first, second);
        Batches.Known known = new Batches.Known(
                sealed,
                List.of(new Batches.Resting(item, queue), new Batches.Resting(item("j", "here", item.state()), queue)));
        Instant now = MONDAY.plusMillis(afterMillis);
        Outcome outcome = Batches.decide(Batches.Command.RELEASE, known, now);
        assertThat(outcome instanceof Outcome.Refused).isEqualTo(resting);
        if (!resting) {
            assertThat(done(outcome))
                    .contains(
                            new Change.ItemBecame(ITEM, new ItemState.Held(first.id())),
                            new Change.ItemBecame(new ItemBarcode("j"), new ItemState.Held(second.id())));
        }
    }

    @Test
    void B13_a_sealed_batch_rests_as_one_and_is_emptied_only_when_released() {
        Batch.Open open = new Batch.Open(
                new Batch.Facts(new BatchId("b"), STATION, new BinId("A"), MONDAY), MONDAY.plusSeconds(60));
        Item early = item("i", "here", new ItemState.InQuarantine(MONDAY, Optional.of(open.id())));
        Batches.Known known = new Batches.Known(open, List.of(new Batches.Resting(early, queue(POLICY))));
        assertThat(done(Batches.decide(Batches.Command.SEAL, known, MONDAY)))
                .contains(
                        new Change.ItemBecame(ITEM, new ItemState.InQuarantine(open.until(), Optional.of(open.id()))));
        assertThat(refused(Batches.decide(Batches.Command.EMPTY, known, MONDAY)))
                .isEqualTo(Refusal.STILL_RESTING);
        assertThat(done(Batches.decide(Batches.Command.TAKE_OUT, known, MONDAY)))
                .contains(new Change.BatchBecame(new Batch.Quarantined(open.facts(), open.until(), MONDAY)));
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.calendar.Slot;
import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComingDueTest {
    private static final Policy POLICY = reviewed();
    private static final LocalDate LAST = LocalDate.parse("2026-03-28");

    /** The last instant of that day in Riga, and the first of the next. */
    private static final Instant IN_TIME = Instant.parse("2026-03-28T21:59:59.999Z");

    private static final Instant OVER = Instant.parse("2026-03-28T22:00:00Z");
    private static final Hold.Facts FACTS = facts("h", "title");
    private static final Hold.Facts NEEDED = FACTS.until(Optional.of(LAST));
    private static final Item INSIDE = item("i", "here", new ItemState.InCompartment(HOLD, PLACE));
    private static final Item FREE = item("i", "here", new ItemState.OnShelf());

    private static List<Change> due(Hold hold, Item item, Instant now, Optional<Appointment.Agreed> appointment) {
        return ComingDue.hold(
                new ComingDue.KnownHold(
                        hold, Optional.of(item), site(POLICY), appointment, queue(POLICY, waiting("next", NOW))),
                now);
    }

    static Stream<Arguments> holds() {
        LocalDate far = LAST.plusDays(30);
        return Stream.of(
                Arguments.of(new Hold.Queued(NEEDED, Optional.empty()), true),
                Arguments.of(new Hold.Queued(NEEDED, Optional.of(far)), true),
                Arguments.of(new Hold.UnderReview(NEEDED, ITEM, NOW), true),
                Arguments.of(new Hold.Confirmed(NEEDED, ITEM, ORDER, NOW, Optional.of(far)), true),
                Arguments.of(new Hold.Prepared(NEEDED, ITEM, ORDER, NOW, Optional.of(far)), true),
                Arguments.of(new Hold.Ready(FACTS, ITEM, ORDER, PLACE, NOW, LAST), true),
                Arguments.of(new Hold.OnHoldShelf(FACTS, ITEM, ORDER, NOW, LAST), true),
                // What lies ready is the patron's until its last day, needed or not.
                Arguments.of(new Hold.Ready(NEEDED, ITEM, ORDER, PLACE, NOW, far), false),
                Arguments.of(new Hold.OnHoldShelf(NEEDED, ITEM, ORDER, NOW, far), false),
                // What could not be collected does not expire.
                Arguments.of(new Hold.Confirmed(FACTS, ITEM, ORDER, NOW, Optional.of(LAST)), false),
                Arguments.of(new Hold.Prepared(FACTS, ITEM, ORDER, NOW, Optional.of(LAST)), false),
                Arguments.of(new Hold.Queued(FACTS, Optional.empty()), false),
                Arguments.of(new Hold.UnderReview(FACTS, ITEM, NOW), false),
                Arguments.of(new Hold.Fulfilled(NEEDED, ITEM, new LoanId("l"), NOW), false),
                Arguments.of(new Hold.Rejected(NEEDED, "torn", NOW), false),
                Arguments.of(new Hold.Cancelled(NEEDED, DESK, NOW), false),
                Arguments.of(new Hold.Expired(NEEDED, NOW), false));
    }

    @ParameterizedTest
    @MethodSource("holds")
    void A8_a_hold_in_every_state_expires_after_its_last_day_or_never(Hold hold, boolean expires) {
        assertThat(due(hold, held(), IN_TIME, Optional.empty())).isEmpty();
        List<Change> changes = due(hold, held(), OVER, Optional.empty());
        assertThat(changes.isEmpty()).isEqualTo(!expires);
        if (expires) {
            assertThat(changes.getFirst()).isEqualTo(new Change.HoldBecame(new Hold.Expired(hold.facts(), OVER)));
        }
    }

    @Test
    void A8_what_expires_is_kept_for_the_next_and_what_is_in_a_compartment_first_taken_out() {
        Hold shelved = new Hold.OnHoldShelf(FACTS, ITEM, ORDER, NOW, LAST);
        assertThat(due(shelved, held(), OVER, Optional.empty()))
                .contains(new Change.ItemBecame(ITEM, new ItemState.Held(new HoldId("next"))));
        Hold ready = new Hold.Ready(FACTS, ITEM, ORDER, PLACE, NOW, LAST);
        assertThat(due(ready, INSIDE, OVER, Optional.empty()))
                .containsExactly(new Change.HoldBecame(new Hold.Expired(FACTS, OVER)));
    }

    @Test
    void askedAgainItFollowsOnce() {
        Hold expired = new Hold.Expired(FACTS, OVER);
        assertThat(due(expired, INSIDE, OVER, Optional.empty())).isEmpty();
    }

    /** The agreed day decides where it is the later one. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-30T08:00:00Z, 2026-03-28T22:00:00Z, false",
        "2026-03-30T08:00:00Z, 2026-03-30T20:59:59.999Z, false",
        "2026-03-30T08:00:00Z, 2026-03-30T21:00:00Z, true",
        "2026-03-27T08:00:00Z, 2026-03-28T21:59:59.999Z, false",
        "2026-03-27T08:00:00Z, 2026-03-28T22:00:00Z, true"
    })
    void I6_a_hold_does_not_expire_before_its_agreed_appointment(Instant from, Instant now, boolean expires) {
        Optional<Appointment.Agreed> agreed = Optional.of(new Appointment.Agreed(
                new Appointment.Facts(new AppointmentId("a"), PATRON, "here"),
                new Slot(from, from.plus(Duration.ofMinutes(15))),
                Optional.of(PLACE),
                DESK,
                NOW));
        Hold ready = new Hold.Ready(FACTS, ITEM, ORDER, PLACE, NOW, LAST);
        Hold shelved = new Hold.OnHoldShelf(FACTS, ITEM, ORDER, NOW, LAST);
        assertThat(due(ready, INSIDE, now, agreed).isEmpty()).isEqualTo(!expires);
        assertThat(due(shelved, held(), now, agreed).isEmpty()).isEqualTo(!expires);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void I1_an_item_returned_at_a_desk_is_lent_on_when_it_has_rested(long afterMillis, boolean free) {
        Item resting = item("i", "here", new ItemState.InQuarantine(NOW, Optional.empty()));
        List<Change> changes = ComingDue.rested(
                resting, Optional.empty(), queue(POLICY, waiting("next", NOW)), NOW.plusMillis(afterMillis));
        assertThat(changes.isEmpty()).isEqualTo(!free);
        if (free) {
            assertThat(changes).contains(new Change.ItemBecame(ITEM, new ItemState.Held(new HoldId("next"))));
        }
    }

    @Test
    void whatDoesNotRestIsNotFreed() {
        for (Item item : List.of(FREE, held(), INSIDE)) {
            assertThat(ComingDue.rested(item, Optional.empty(), queue(POLICY, waiting("next", NOW)), OVER))
                    .isEmpty();
        }
    }

    /** Who slept wakes at midnight in Riga, and the item on the shelf is theirs. */
    @Test
    void A5_an_idle_item_serves_who_has_woken() {
        Queue queue = queue(POLICY, new Hold.Queued(FACTS, Optional.of(LAST.plusDays(1))));
        assertThat(ComingDue.idle(FREE, queue, IN_TIME)).isEmpty();
        assertThat(ComingDue.idle(FREE, queue, OVER))
                .contains(new Change.ItemBecame(ITEM, new ItemState.Held(FACTS.id())));
        assertThat(ComingDue.idle(held(), queue, OVER)).isEmpty();
        assertThat(ComingDue.idle(FREE, queue(POLICY), OVER)).isEmpty();
    }
}

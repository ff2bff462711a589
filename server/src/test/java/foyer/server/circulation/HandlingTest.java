package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.Handling.Command;
import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HandlingTest {
    private static final Policy POLICY = reviewed();
    private static final Hold.Facts FACTS = facts("h", "title");
    private static final LocalDate LAST = LocalDate.parse("2026-03-31");
    private static final Item INSIDE = item("i", "here", new ItemState.InCompartment(HOLD, PLACE));
    private static final By READER = new By.Reader(PATRON);

    private static final Hold QUEUED = new Hold.Queued(FACTS, Optional.empty());
    private static final Hold WAITING = new Hold.UnderReview(FACTS, ITEM, NOW);
    private static final Hold CONFIRMED = new Hold.Confirmed(FACTS, ITEM, ORDER, NOW, Optional.of(LAST));
    private static final Hold PREPARED = new Hold.Prepared(FACTS, ITEM, ORDER, NOW, Optional.of(LAST));
    private static final Hold READY = new Hold.Ready(FACTS, ITEM, ORDER, PLACE, NOW, LAST);
    private static final Hold SHELVED = new Hold.OnHoldShelf(FACTS, ITEM, ORDER, NOW, LAST);
    private static final Hold FULFILLED = new Hold.Fulfilled(FACTS, ITEM, new LoanId("l"), NOW);
    private static final Hold REJECTED = new Hold.Rejected(FACTS, "torn", NOW);
    private static final Hold CANCELLED = new Hold.Cancelled(FACTS, READER, NOW);
    private static final Hold EXPIRED = new Hold.Expired(FACTS, NOW);

    static Stream<Arguments> states() {
        // confirm, reject, prepare, shelve, cancel, suspend, needed until
        return Stream.of(
                Arguments.of(QUEUED, ".r..csn"),
                Arguments.of(WAITING, "or..c.n"),
                Arguments.of(CONFIRMED, ".rpfc.n"),
                Arguments.of(PREPARED, "...fc.n"),
                Arguments.of(READY, "....c.n"),
                Arguments.of(SHELVED, "....c.n"),
                Arguments.of(FULFILLED, "......."),
                Arguments.of(REJECTED, "......."),
                Arguments.of(CANCELLED, "......."),
                Arguments.of(EXPIRED, "......."));
    }

    @ParameterizedTest
    @MethodSource("states")
    void A7_each_state_allows_what_it_allows(Hold hold, String allowed) {
        Command[] commands = {
            new Command.Confirm(NETWORK),
            new Command.Reject(NETWORK, "torn", false),
            new Command.Prepare(NETWORK),
            new Command.Shelve(NETWORK),
            new Command.Cancel(READER, NETWORK),
            new Command.Suspend(READER, NETWORK, Optional.of(LAST)),
            new Command.NeededUntil(READER, NETWORK, Optional.of(LAST))
        };
        for (int i = 0; i < commands.length; i++) {
            Outcome outcome = Handling.decide(commands[i], handling(hold, held(), POLICY), NOW);
            if (allowed.charAt(i) == '.') {
                assertThat(outcome)
                        .as("%s", commands[i])
                        .isEqualTo(new Outcome.Refused(Refusal.WRONG_STATE, hold.state()));
            } else {
                assertThat(outcome).as("%s", commands[i]).isInstanceOf(Outcome.Done.class);
            }
        }
    }

    @Test
    void A7_the_states_lead_from_the_review_to_the_hold_shelf() {
        Hold confirmed =
                hold(done(Handling.decide(new Command.Confirm(NETWORK), handling(WAITING, held(), POLICY), NOW)));
        assertThat(confirmed).isEqualTo(CONFIRMED);
        Hold prepared =
                hold(done(Handling.decide(new Command.Prepare(NETWORK), handling(confirmed, held(), POLICY), NOW)));
        assertThat(prepared).isEqualTo(PREPARED);
        assertThat(hold(done(Handling.decide(new Command.Shelve(NETWORK), handling(prepared, held(), POLICY), NOW))))
                .isEqualTo(SHELVED);
    }

    @Test
    void whatIsInACompartmentStaysThereUntilStaffTakeItOut() {
        assertThat(done(Handling.decide(
                        new Command.Cancel(READER, NETWORK),
                        handling(READY, INSIDE, POLICY, waiting("next", NOW)),
                        NOW)))
                .containsExactly(new Change.HoldBecame(new Hold.Cancelled(FACTS, READER, NOW)));
    }

    @Test
    void whatIsGivenBackIsKeptForTheNext() {
        assertThat(done(Handling.decide(
                        new Command.Cancel(READER, NETWORK),
                        handling(SHELVED, held(), POLICY, waiting("next", NOW)),
                        NOW)))
                .contains(new Change.ItemBecame(ITEM, new ItemState.Held(new HoldId("next"))));
    }

    /** Kept for somebody else in the meantime: what one gives back is not one's own. */
    @Test
    void whatIsKeptForAnotherIsNotGivenBack() {
        Item others = item("i", "here", new ItemState.Held(new HoldId("other")));
        assertThat(done(Handling.decide(new Command.Cancel(READER, NETWORK), handling(SHELVED, others, POLICY), NOW)))
                .containsExactly(new Change.HoldBecame(new Hold.Cancelled(FACTS, READER, NOW)));
    }

    @Test
    void A7_a_confirmed_hold_whose_copy_is_not_found_is_rejected_and_the_copy_is_looked_for() {
        assertThat(done(Handling.decide(
                        new Command.Reject(NETWORK, "not on its shelf", true),
                        handling(CONFIRMED, held(), POLICY, waiting("next", NOW)),
                        NOW)))
                .containsExactly(
                        new Change.HoldBecame(new Hold.Rejected(FACTS, "not on its shelf", NOW)),
                        new Change.ItemBecame(ITEM, new ItemState.Uncertain(Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-27, false", "2026-03-28, false", "2026-03-29, true"})
    void A5_a_hold_is_suspended_until_a_day_that_is_to_come(LocalDate until, boolean allowed) {
        Outcome outcome = Handling.decide(
                new Command.Suspend(READER, NETWORK, Optional.of(until)), handling(QUEUED, held(), POLICY), NOW);
        if (allowed) {
            assertThat(hold(done(outcome))).isEqualTo(new Hold.Queued(FACTS, Optional.of(until)));
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.DAY_WRONG, "2026-03-28"));
        }
    }

    @Test
    void A5_who_is_woken_has_the_place_of_before() {
        Hold asleep = new Hold.Queued(FACTS, Optional.of(LAST));
        assertThat(hold(done(Handling.decide(
                        new Command.Suspend(READER, NETWORK, Optional.empty()),
                        handling(asleep, held(), POLICY),
                        NOW))))
                .isEqualTo(QUEUED);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-27, false", "2026-03-28, true", "2026-03-29, true"})
    void aHoldIsNeededUntilTodayAtLeast(LocalDate day, boolean allowed) {
        Outcome outcome = Handling.decide(
                new Command.NeededUntil(READER, NETWORK, Optional.of(day)), handling(READY, INSIDE, POLICY), NOW);
        if (allowed) {
            assertThat(hold(done(outcome))).isEqualTo(READY.with(FACTS.until(Optional.of(day))));
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.DAY_WRONG, "2026-03-28"));
        }
    }

    @Test
    void A14_B11_staff_of_the_network_act_for_anybody_and_others_for_nobody() {
        By phone = new By.Staff(STAFF, By.Channel.PHONE, "");
        for (Command command : new Command[] {
            new Command.Cancel(phone, "m"),
            new Command.Suspend(phone, "m", Optional.empty()),
            new Command.NeededUntil(phone, "m", Optional.empty()),
            new Command.Confirm("m"),
            new Command.Reject("m", "torn", false),
            new Command.Prepare("m"),
            new Command.Shelve("m")
        }) {
            assertThat(Handling.decide(command, handling(QUEUED, held(), POLICY), NOW))
                    .isEqualTo(new Outcome.Refused(Refusal.OTHER_NETWORK, "m"));
        }
        By stranger = new By.Reader(OTHER);
        for (Command command : new Command[] {
            new Command.Cancel(stranger, NETWORK),
            new Command.Suspend(stranger, NETWORK, Optional.empty()),
            new Command.NeededUntil(stranger, NETWORK, Optional.empty())
        }) {
            assertThat(refused(Handling.decide(command, handling(QUEUED, held(), POLICY), NOW)))
                    .isEqualTo(Refusal.NOT_YOURS);
        }
        By house = new By.House("patron-forgotten");
        assertThat(hold(done(
                        Handling.decide(new Command.Cancel(house, NETWORK), handling(QUEUED, held(), POLICY), NOW))))
                .isEqualTo(new Hold.Cancelled(FACTS, house, NOW));
    }
}

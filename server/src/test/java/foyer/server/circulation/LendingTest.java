package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.calendar.Slot;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.HoldId;
import foyer.station.PatronId;
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

/** The desk, for an item in every state it can be in. */
class LendingTest {
    private static final Policy POLICY = reviewed();
    private static final LoanId FRESH = new LoanId("fresh");
    private static final LocalDate LAST = LocalDate.parse("2026-03-31");
    private static final LocalDate DUE = LocalDate.parse("2026-04-11");
    private static final Hold READY = new Hold.Ready(facts("h", "title"), ITEM, ORDER, PLACE, NOW, LAST);
    private static final Hold SHELVED = new Hold.OnHoldShelf(facts("h", "title"), ITEM, ORDER, NOW, LAST);
    private static final Hold OVER = new Hold.Expired(facts("h", "title"), NOW);
    private static final Instant RESTED = NOW.plus(POLICY.quarantine("book"));

    private static final ItemState ON_SHELF = new ItemState.OnShelf();
    private static final ItemState HELD = new ItemState.Held(HOLD);
    private static final ItemState INSIDE = new ItemState.InCompartment(HOLD, PLACE);
    private static final ItemState UNCERTAIN = new ItemState.Uncertain(Optional.of(HOLD), Optional.of(PLACE));
    private static final ItemState LOST = new ItemState.Uncertain(Optional.empty(), Optional.empty());
    private static final ItemState LENT = new ItemState.OnLoan(new LoanId("l"));

    private static ItemState resting(long leftMillis) {
        return new ItemState.InQuarantine(NOW.plusMillis(leftMillis), Optional.empty());
    }

    private static Outcome checkOut(ItemState state, Optional<Hold> claim, PatronId patron, Standing standing) {
        Lending.Known known = new Lending.Known(
                site(POLICY),
                Optional.of(item("i", "here", state)),
                claim,
                Optional.empty(),
                queue(POLICY),
                Optional.of(standing),
                Optional.empty());
        return Lending.decide(new Lending.Command.CheckOut(ITEM, patron, NETWORK, FRESH), known, NOW);
    }

    private static List<Change> checkIn(ItemState state, Optional<Hold> claim, Optional<Loan> loan, Policy policy) {
        Lending.Known known = new Lending.Known(
                site(policy),
                Optional.of(item("i", "here", state)),
                claim,
                loan.map(one -> new Lent(one, site(policy))),
                queue(policy, waiting("next", NOW)),
                Optional.empty(),
                Optional.empty());
        return done(Lending.decide(new Lending.Command.CheckIn(ITEM, NETWORK), known, NOW));
    }

    static Stream<Arguments> outStates() {
        Optional<Hold> none = Optional.empty();
        return Stream.of(
                Arguments.of(ON_SHELF, none, "lent", "lent"),
                Arguments.of(HELD, Optional.of(SHELVED), "fulfils", "promised"),
                Arguments.of(HELD, Optional.of(OVER), "lent", "lent"),
                Arguments.of(INSIDE, Optional.of(READY), "fulfils", "promised"),
                Arguments.of(INSIDE, Optional.of(OVER), "lent", "lent"),
                Arguments.of(UNCERTAIN, Optional.of(READY), "fulfils", "promised"),
                Arguments.of(LOST, none, "lent", "lent"),
                Arguments.of(LENT, none, "on-loan", "on-loan"),
                Arguments.of(resting(1), none, "still-resting", "still-resting"),
                Arguments.of(resting(0), none, "lent", "lent"),
                Arguments.of(resting(-1), none, "lent", "lent"));
    }

    @ParameterizedTest
    @MethodSource("outStates")
    void anItemInEveryStateIsCheckedOutOrTheDeskIsToldWhy(
            ItemState state, Optional<Hold> claim, String own, String others) {
        assertThat(answer(checkOut(state, claim, PATRON, standing()))).isEqualTo(own);
        assertThat(answer(checkOut(state, claim, OTHER, standing()))).isEqualTo(others);
    }

    private static String answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> refused.why().code();
            case Outcome.Done done -> {
                Loan.Running loan = ((Change.LoanBegun) done.changes().getFirst()).loan();
                assertThat(loan.due()).isEqualTo(DUE);
                assertThat(done.changes()).contains(new Change.ItemBecame(ITEM, new ItemState.OnLoan(loan.id())));
                yield loan.facts().hold().isPresent() ? "fulfils" : "lent";
            }
        };
    }

    /** On its shelf, or rested just now, it was put aside for nobody yet. */
    @ParameterizedTest
    @CsvSource({"shelf, p1, fulfils", "shelf, p2, promised", "rested, p1, fulfils", "rested, p2, promised"})
    void A5_the_desk_hands_over_nothing_past_who_waits_longest(String state, String borrower, String answer) {
        Hold.Queued first = new Hold.Queued(facts("first", "title", PATRON, NOW.minusSeconds(2)), Optional.empty());
        Lending.Known known = new Lending.Known(
                site(POLICY),
                Optional.of(item("i", "here", state.equals("shelf") ? ON_SHELF : resting(0))),
                Optional.empty(),
                Optional.empty(),
                queue(POLICY, first, waiting("second", NOW.minusSeconds(1))),
                Optional.of(standing()),
                Optional.empty());
        Lending.Command command = new Lending.Command.CheckOut(ITEM, new PatronId(borrower), NETWORK, FRESH);
        assertThat(answer(Lending.decide(command, known, NOW))).isEqualTo(answer);
    }

    /** The first is suspended, so the second borrows what the first cannot have yet, and waits no longer. */
    @Test
    void A5_who_borrows_the_title_at_the_desk_leaves_its_queue() {
        Hold.Queued asleep = new Hold.Queued(
                facts("first", "title", PATRON, NOW.minusSeconds(2)), Optional.of(LocalDate.parse("2027-01-01")));
        Hold.Queued second = waiting("second", NOW.minusSeconds(1));
        Lending.Known known = new Lending.Known(
                site(POLICY),
                Optional.of(item("i", "here", ON_SHELF)),
                Optional.empty(),
                Optional.empty(),
                queue(POLICY, asleep, second),
                Optional.of(standing()),
                Optional.empty());
        Lending.Command command = new Lending.Command.CheckOut(ITEM, OTHER, NETWORK, FRESH);
        LoanId loan = LoanId.of(second.id());
        assertThat(done(Lending.decide(command, known, NOW)))
                .contains(new Change.HoldBecame(new Hold.Fulfilled(second.facts(), ITEM, loan, NOW)));
    }

    @Test
    void aHoldFulfilledAtTheDeskHasTheLoanTheDoorWouldHaveMade() {
        LoanId loan = LoanId.of(HOLD);
        assertThat(done(checkOut(HELD, Optional.of(SHELVED), PATRON, standing())))
                .containsExactly(
                        new Change.LoanBegun(new Loan.Running(
                                new Loan.Facts(loan, Optional.of(HOLD), PATRON, ITEM, "here", Optional.empty(), NOW),
                                DUE,
                                0,
                                Optional.empty())),
                        new Change.HoldBecame(new Hold.Fulfilled(SHELVED.facts(), ITEM, loan, NOW)),
                        new Change.ItemBecame(ITEM, new ItemState.OnLoan(loan)));
    }

    @Test
    void B8_an_appointment_is_kept_by_what_was_prepared_for_it_and_by_nothing_else() {
        Appointment.Agreed agreed = new Appointment.Agreed(
                new Appointment.Facts(new AppointmentId("a"), PATRON, "here"),
                new Slot(NOW, NOW.plusSeconds(900)),
                Optional.empty(),
                DESK,
                NOW);
        for (Optional<Hold> claim : List.of(Optional.of(SHELVED), Optional.<Hold>empty())) {
            Lending.Known known = new Lending.Known(
                    site(POLICY),
                    Optional.of(item("i", "here", claim.isPresent() ? HELD : ON_SHELF)),
                    claim,
                    Optional.empty(),
                    queue(POLICY),
                    Optional.of(standing()),
                    Optional.of(agreed));
            List<Change> changes =
                    done(Lending.decide(new Lending.Command.CheckOut(ITEM, PATRON, NETWORK, FRESH), known, NOW));
            assertThat(changes.contains(Appointing.kept(agreed, NOW))).isEqualTo(claim.isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({"9, true", "10, false", "11, false"})
    void B7_who_has_as_many_loans_as_allowed_gets_no_more(int loans, boolean allowed) {
        Loan.Running[] running = Stream.generate(() -> loan(DUE)).limit(loans).toArray(Loan.Running[]::new);
        Outcome outcome = checkOut(ON_SHELF, Optional.empty(), PATRON, standing(running));
        if (allowed) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        } else {
            assertThat(outcome).isEqualTo(new Outcome.Refused(Refusal.LOAN_LIMIT, "10"));
        }
    }

    /** A debtor is refused holds (domain A9), and not what lies on the desk. */
    @Test
    void B10_who_is_locked_or_whose_card_has_expired_is_lent_nothing_and_a_debtor_is() {
        Patron.Lock lock = new Patron.Lock("lost", STAFF, NOW);
        assertThat(checkOut(ON_SHELF, Optional.empty(), PATRON, with(patron(Optional.of(lock), Optional.empty()))))
                .isEqualTo(new Outcome.Refused(Refusal.LOCKED, "lost"));
        assertThat(checkOut(ON_SHELF, Optional.empty(), PATRON, with(expiring("2026-03-27"))))
                .isEqualTo(new Outcome.Refused(Refusal.CARD_EXPIRED, "2026-03-27"));
        assertThat(checkOut(ON_SHELF, Optional.empty(), PATRON, with(expiring("2026-03-28"))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(checkOut(ON_SHELF, Optional.empty(), PATRON, standing(loan(LocalDate.parse("2026-03-01")))))
                .isInstanceOf(Outcome.Done.class);
    }

    private static Standing with(Patron patron) {
        return new Standing(patron, List.of(), List.of());
    }

    private static Patron expiring(String day) {
        return patron(Optional.empty(), Optional.of(LocalDate.parse(day)));
    }

    static Stream<Arguments> inStates() {
        Optional<Hold> none = Optional.empty();
        ItemState next = new ItemState.Held(new HoldId("next"));
        return Stream.of(
                Arguments.of(ON_SHELF, none, Optional.empty()),
                Arguments.of(HELD, Optional.of(SHELVED), Optional.empty()),
                Arguments.of(HELD, Optional.of(OVER), Optional.of(next)),
                Arguments.of(INSIDE, Optional.of(READY), Optional.of(HELD)),
                Arguments.of(INSIDE, Optional.of(OVER), Optional.of(next)),
                Arguments.of(UNCERTAIN, Optional.of(READY), Optional.of(HELD)),
                Arguments.of(LOST, none, Optional.of(next)),
                Arguments.of(LENT, none, Optional.of(new ItemState.InQuarantine(RESTED, Optional.empty()))),
                Arguments.of(resting(1), none, Optional.empty()),
                Arguments.of(resting(0), none, Optional.of(next)),
                Arguments.of(resting(-1), none, Optional.of(next)));
    }

    /** Nobody is turned away: what is laid onto the desk goes where it belongs, or stays as it is. */
    @ParameterizedTest
    @MethodSource("inStates")
    void I11_an_item_in_every_state_is_checked_in(ItemState state, Optional<Hold> claim, Optional<ItemState> becomes) {
        List<Change> changes = checkIn(state, claim, Optional.empty(), POLICY);
        assertThat(changes.stream()
                        .filter(Change.ItemBecame.class::isInstance)
                        .map(change -> ((Change.ItemBecame) change).state())
                        .findFirst())
                .isEqualTo(becomes);
        if (becomes.isEmpty()) {
            assertThat(changes).isEmpty();
        }
    }

    @Test
    void A13_a_late_return_at_the_desk_costs_and_rests() {
        Loan.Running late = loan(LocalDate.parse("2026-03-27"));
        assertThat(checkIn(LENT, Optional.empty(), Optional.of(late), POLICY))
                .containsExactly(
                        new Change.LoanEnded(new Loan.Ended(late.facts(), late.due(), NOW)),
                        new Change.FineBecame(new Fine.Owed(new Fine.Facts(late.id(), PATRON, "here", 3, 1, NOW))),
                        new Change.ItemBecame(ITEM, new ItemState.InQuarantine(RESTED, Optional.empty())));
    }

    @Test
    void whereNothingRestsAReturnServesTheNextAtOnce() {
        assertThat(checkIn(LENT, Optional.empty(), Optional.of(loan(DUE)), POLICY.with(Key.QUARANTINE_DAYS, 0)))
                .contains(new Change.ItemBecame(ITEM, new ItemState.Held(new HoldId("next"))));
    }

    /** One day late by the rules of "here", where a day costs 3 cents; "there" it costs nothing. */
    @Test
    void A13_lateness_costs_what_the_loans_branch_says_wherever_it_is_brought_back() {
        Lending.Known known = new Lending.Known(
                site("there", POLICY.with(Key.FINE_PER_DAY, 0), riga()),
                Optional.of(item("i", "here", LENT)),
                Optional.empty(),
                Optional.of(new Lent(loan(LocalDate.parse("2026-03-27")), site(POLICY.with(Key.FINE_PER_DAY, 3)))),
                queue(POLICY),
                Optional.empty(),
                Optional.empty());
        assertThat(done(Lending.decide(new Lending.Command.CheckIn(ITEM, NETWORK), known, NOW)))
                .filteredOn(Change.FineBecame.class::isInstance)
                .extracting(
                        change -> ((Change.FineBecame) change).fine().facts().cents())
                .containsExactly(3);
    }

    @Test
    void unknownAndForeignItemsAreToldApart() {
        Lending.Known unknown = new Lending.Known(
                site(POLICY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                queue(POLICY),
                Optional.of(standing()),
                Optional.empty());
        Lending.Known known = new Lending.Known(
                site(POLICY),
                Optional.of(item("i", "here", ON_SHELF)),
                Optional.empty(),
                Optional.empty(),
                queue(POLICY),
                Optional.of(standing()),
                Optional.empty());
        for (String network : List.of(NETWORK, "m")) {
            Lending.Command out = new Lending.Command.CheckOut(ITEM, PATRON, network, FRESH);
            Lending.Command in = new Lending.Command.CheckIn(ITEM, network);
            assertThat(refused(Lending.decide(out, unknown, NOW))).isEqualTo(Refusal.NO_SUCH_ITEM);
            assertThat(refused(Lending.decide(in, unknown, NOW))).isEqualTo(Refusal.NO_SUCH_ITEM);
        }
        assertThat(refused(Lending.decide(new Lending.Command.CheckOut(ITEM, PATRON, "m", FRESH), known, NOW)))
                .isEqualTo(Refusal.OTHER_NETWORK);
        assertThat(refused(Lending.decide(new Lending.Command.CheckIn(ITEM, "m"), known, NOW)))
                .isEqualTo(Refusal.OTHER_NETWORK);
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.calendar.Slot;
import foyer.station.Birth;
import foyer.station.CompartmentId;
import foyer.station.ItemBarcode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same cases at three libraries: what differs follows from their values alone, and from no name. */
class EachLibraryTest {
    private static final Item NEAR = item("near", "here", new ItemState.OnShelf());
    private static final Item FAR = item("far", "there", new ItemState.OnShelf());

    @ParameterizedTest
    @CsvSource({
        "REVIEWED, 2, true",
        "REVIEWED, 3, false",
        "OTHER, 4, true",
        "OTHER, 5, false",
        "BY_APPOINTMENT, 9, true",
        "BY_APPOINTMENT, 10, false"
    })
    void A6_B7_the_hold_limit_is_each_librarys_own(Library library, int open, boolean allowed) {
        List<Hold> holds = new ArrayList<>();
        for (int i = 0; i < open; i++) {
            holds.add(new Hold.UnderReview(facts("h" + i, "other" + i), new ItemBarcode("x" + i), NOW));
        }
        Outcome outcome = Placing.decide(
                wish(Optional.empty(), "here"), known(library.policy(), List.of(NEAR), holds, standing()), NOW);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"REVIEWED, under-review, queued", "BY_APPOINTMENT, confirmed, refused", "OTHER, confirmed, queued"})
    void A5_A7_B6_what_becomes_of_a_hold_is_each_librarys_own(Library library, String available, String lent) {
        Item away = item("near", "here", new ItemState.OnLoan(new LoanId("l")));
        assertThat(state(Placing.decide(wish(Optional.empty(), "here"), known(library.policy(), List.of(NEAR)), NOW)))
                .isEqualTo(available);
        assertThat(state(Placing.decide(wish(Optional.empty(), "here"), known(library.policy(), List.of(away)), NOW)))
                .isEqualTo(lent);
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> hold(done.changes()).state();
            case Outcome.Refused refused -> {
                assertThat(refused.why()).isEqualTo(Refusal.NOT_AVAILABLE);
                yield "refused";
            }
        };
    }

    /** Asked on a Saturday at noon in Riga; on the Monday after it summer time has begun. */
    @ParameterizedTest
    @CsvSource({
        "REVIEWED, 2026-03-30T07:00:00Z, 2026-03-30T08:00:00Z",
        "OTHER, 2026-03-30T06:30:00Z, 2026-03-30T09:15:00Z"
    })
    void A7_A10_when_staff_look_and_the_outcome_shows_is_each_librarys_own(
            Library library, Instant reviewed, Instant outcome) {
        assertThat(riga().firstOpenAt(NOW, library.policy().reviewFrom())).isEqualTo(reviewed);
        assertThat(riga().openDayAfterAt(NOW, library.policy().outcomeFrom())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"REVIEWED, false", "BY_APPOINTMENT, false", "OTHER, true"})
    void A4_B9_where_an_item_is_collected_is_each_librarys_own(Library library, boolean travels) {
        Outcome outcome =
                Placing.decide(wish(Optional.of("far"), "here"), known(library.policy(), List.of(NEAR, FAR)), NOW);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(travels);
    }

    /** Confirmed long ago and laid out on Saturday the 28th: where open days count, the Sunday is none to collect on. */
    @ParameterizedTest
    @CsvSource({"REVIEWED, 2026-03-29", "OTHER, 2026-03-30"})
    void A8_what_was_laid_out_late_leaves_a_day_that_counts(Library library, LocalDate lastDay) {
        Hold.Confirmed confirmed =
                new Hold.Confirmed(facts("h", "title"), ITEM, ORDER, NOW, Optional.of(LocalDate.parse("2026-03-28")));
        Hold.OnHoldShelf shelved = (Hold.OnHoldShelf) hold(done(Handling.decide(
                new Handling.Command.Shelve(NETWORK), handling(confirmed, held(), library.policy()), NOW)));
        assertThat(shelved.lastDay()).isEqualTo(lastDay);
    }

    /** Confirmed on Saturday the 28th, in a compartment on the Monday; the branch is closed on Sundays. */
    @ParameterizedTest
    @CsvSource({"REVIEWED, 2026-03-31", "BY_APPOINTMENT, 2026-04-04", "OTHER, 2026-03-31"})
    void A8_how_long_an_item_waits_is_each_librarys_own(Library library, LocalDate lastDay) {
        Hold.UnderReview review = new Hold.UnderReview(facts("h", "title"), ITEM, NOW);
        Hold confirmed = hold(done(Handling.decide(
                new Handling.Command.Confirm(NETWORK), handling(review, held(), library.policy()), NOW)));
        Instant monday = NOW.plus(Duration.ofDays(2));
        Hold.OnHoldShelf shelved = (Hold.OnHoldShelf) hold(done(Handling.decide(
                new Handling.Command.Shelve(NETWORK), handling(confirmed, held(), library.policy()), monday)));
        assertThat(shelved.lastDay()).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({"REVIEWED, 2026-04-11", "BY_APPOINTMENT, 2026-04-17", "OTHER, 2026-04-21"})
    void B3_the_due_date_is_each_librarys_own(Library library, LocalDate due) {
        assertThat(Days.due(NOW, site(library.policy()))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"REVIEWED, false", "BY_APPOINTMENT, false", "OTHER, true"})
    void A12_who_decides_a_renewal_is_each_librarys_own(Library library, boolean atOnce) {
        Loan.Running loan = loan(LocalDate.parse("2026-04-21"));
        Outcome asked = Renewing.decide(
                new Renewing.Command.Ask(PATRON), new Renewing.Known(loan, site(library.policy()), false), NOW);
        Loan.Running after = (Loan.Running) ((Change.LoanBecame) done(asked).getFirst()).loan();
        assertThat(after.asked().isEmpty()).isEqualTo(atOnce);
        assertThat(after.due()).isEqualTo(atOnce ? LocalDate.parse("2026-04-28") : loan.due());
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEWED, 1, false, true",
        "REVIEWED, 2, false, false",
        "REVIEWED, 0, true, false",
        "BY_APPOINTMENT, 0, false, true",
        "BY_APPOINTMENT, 1, false, false",
        "BY_APPOINTMENT, 0, true, false",
        "OTHER, 2, false, true",
        "OTHER, 3, false, false",
        "OTHER, 2, true, true"
    })
    void A12_how_often_a_loan_is_renewed_is_each_librarys_own(
            Library library, int renewals, boolean inDemand, boolean allowed) {
        Loan.Running loan = loan(LocalDate.parse("2026-04-21"), renewals, Optional.empty());
        Outcome outcome = Renewing.decide(
                new Renewing.Command.Renew(NETWORK), new Renewing.Known(loan, site(library.policy()), inDemand), NOW);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEWED, 1, 3",
        "REVIEWED, 100, 300",
        "REVIEWED, 101, 300",
        "BY_APPOINTMENT, 500, 0",
        "OTHER, 2, 0",
        "OTHER, 3, 10",
        "OTHER, 6, 40",
        "OTHER, 7, 45"
    })
    void A13_what_lateness_costs_is_each_librarys_own(Library library, int daysLate, int cents) {
        LocalDate due = LocalDate.parse("2026-04-21");
        assertThat(Fining.cents(due, due.plusDays(daysLate), library.policy())).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEWED, 0, 1, true",
        "REVIEWED, 1, 0, true",
        "REVIEWED, 0, 0, false",
        "BY_APPOINTMENT, 9, 10000, false",
        "OTHER, 1, 24, false",
        "OTHER, 2, 0, true",
        "OTHER, 0, 25, true"
    })
    void A9_what_makes_a_debtor_is_each_librarys_own(Library library, int overdue, int cents, boolean barred) {
        List<Loan> late = Collections.nCopies(overdue, loan(LocalDate.parse("2026-03-27")));
        List<Fine.Owed> fines = cents == 0
                ? List.of()
                : List.of(new Fine.Owed(new Fine.Facts(new LoanId("l"), PATRON, "here", cents, 1, NOW)));
        Standing standing = new Standing(patron(Optional.empty(), Optional.empty()), late, fines);
        Outcome outcome = Placing.decide(
                wish(Optional.empty(), "here"), known(library.policy(), List.of(NEAR), List.of(), standing), NOW);
        assertThat(outcome instanceof Outcome.Refused).isEqualTo(barred);
    }

    /** From the Saturday noon on: the Friday is the 3rd of April, the Tuesday the 31st of March, in summer time. */
    @ParameterizedTest
    @CsvSource({
        "BY_APPOINTMENT, 2026-04-03T05:00:00Z, 2026-04-03T17:00:00Z",
        "OTHER, 2026-03-31T06:00:00Z, 2026-03-31T14:00:00Z"
    })
    void B3_when_returns_are_taken_is_each_librarys_own(Library library, Instant opens, Instant closes) {
        var window = library.policy().returns().window(NOW, riga());
        assertThat(window.opensAt()).isEqualTo(opens);
        assertThat(window.closesAt()).isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEWED, 15, 0, 2, no-appointments",
        "BY_APPOINTMENT, 15, 0, 2, agreed",
        "BY_APPOINTMENT, 15, 1, 2, slot-full",
        "BY_APPOINTMENT, 20, 0, 2, slot-closed",
        "OTHER, 20, 2, 5, agreed",
        "OTHER, 20, 3, 5, slot-full",
        "OTHER, 20, 0, 6, slot-closed", // Friday is the sixth day ahead
        "OTHER, 15, 0, 5, slot-closed"
    })
    void B8_appointments_are_each_librarys_own(Library library, int minutes, int taken, int ahead, String answer) {
        Instant opens = riga().at(riga().dayOf(NOW).plusDays(ahead), LocalTime.of(10, 0));
        Slot slot = new Slot(opens, opens.plus(Duration.ofMinutes(minutes)));
        Appointing.Known known =
                new Appointing.Known(site(library.policy()), Optional.empty(), taken, 1, false, false, List.of());
        Outcome outcome = Appointing.decide(
                new Appointing.Command.Agree(new AppointmentId("a"), PATRON, slot, new By.Reader(PATRON)),
                NETWORK,
                known,
                NOW);
        assertThat(
                        switch (outcome) {
                            case Outcome.Done done -> "agreed";
                            case Outcome.Refused refused -> refused.why().code();
                        })
                .isEqualTo(answer);
    }

    /** Of a small compartment, a middle one and a large one: the smallest into which they fit. */
    @ParameterizedTest
    @CsvSource({
        "REVIEWED, 2, S",
        "REVIEWED, 3, M",
        "REVIEWED, 10, L",
        "REVIEWED, 11, none",
        "OTHER, 1, S",
        "OTHER, 2, M",
        "OTHER, 4, L",
        "OTHER, 6, L",
        "OTHER, 7, none"
    })
    void B8_what_fits_into_a_compartment_is_each_librarys_own(Library library, int items, String size) {
        List<Appointing.Free> free = List.of(free(Birth.Size.L), free(Birth.Size.S), free(Birth.Size.M));
        Appointing.Known known =
                new Appointing.Known(site(library.policy()), Optional.empty(), 0, items, false, true, free);
        assertThat(Appointing.choose(known)
                        .map(place -> place.compartment().value())
                        .orElse("none"))
                .isEqualTo(size);
    }

    private static Appointing.Free free(Birth.Size size) {
        return new Appointing.Free(new Place(STATION, new CompartmentId(size.name())), size, Birth.Height.MIDDLE);
    }

    @ParameterizedTest
    @CsvSource({"REVIEWED, 9, true", "REVIEWED, 10, false", "OTHER, 6, true", "OTHER, 7, false"})
    void B7_the_loan_limit_is_each_librarys_own(Library library, int loans, boolean allowed) {
        Loan.Running[] running = IntStream.range(0, loans)
                .mapToObj(i -> loan(LocalDate.parse("2026-04-21")))
                .toArray(Loan.Running[]::new);
        Lending.Known known = new Lending.Known(
                site(library.policy()),
                Optional.of(NEAR),
                Optional.empty(),
                Optional.empty(),
                queue(library.policy()),
                Optional.of(standing(running)),
                Optional.empty());
        Outcome outcome = Lending.decide(
                new Lending.Command.CheckOut(NEAR.barcode(), PATRON, NETWORK, new LoanId("new")), known, NOW);
        assertThat(outcome instanceof Outcome.Done).isEqualTo(allowed);
        assertThat(Lending.loansLeft(standing(running), site(library.policy())) > 0)
                .isEqualTo(allowed);
    }
}

package foyer.server.circulation;

import static foyer.server.circulation.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.server.circulation.Appointing.Command;
import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Slot;
import foyer.server.circulation.calendar.Special;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Policy;
import foyer.station.Birth.Height;
import foyer.station.Birth.Size;
import foyer.station.CompartmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointingTest {
    private static final Policy POLICY = byAppointment();

    /** The branch in Riga, and a Monday that is closed for once. */
    private static final Site SITE = site(
            "here",
            POLICY,
            new Calendar(
                    ZoneId.of("Europe/Riga"),
                    Week.of(WEEK),
                    Holidays.NONE,
                    Map.of(
                            LocalDate.parse("2026-04-06"),
                            new Special(LocalDate.parse("2026-04-06"), List.of(), "painters"))));

    private static final By READER = new By.Reader(PATRON);
    private static final Slot SLOT = slot("2026-03-30T07:00:00Z");
    private static final Slot LATER = slot("2026-03-30T07:15:00Z");
    private static final Appointment.Agreed AGREED = new Appointment.Agreed(
            new Appointment.Facts(new AppointmentId("a"), PATRON, "here"), SLOT, Optional.of(PLACE), READER, NOW);

    private static Slot slot(String from) {
        return new Slot(Instant.parse(from), Instant.parse(from).plus(POLICY.slot()));
    }

    private static Appointing.Free free(String compartment, Size size, Height height) {
        return new Appointing.Free(new Place(STATION, new CompartmentId(compartment)), size, height);
    }

    private static Appointing.Known known(
            Optional<Appointment.Agreed> current, boolean stations, Appointing.Free... free) {
        return new Appointing.Known(SITE, current, 0, 1, false, stations, List.of(free));
    }

    private static Appointing.Known desk(Optional<Appointment.Agreed> current) {
        return known(current, false);
    }

    private static Command agree(Slot slot) {
        return new Command.Agree(new AppointmentId("a"), PATRON, slot, READER);
    }

    private static Outcome decide(Command command, Appointing.Known known, Instant now) {
        return Appointing.decide(command, NETWORK, known, now);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-30T07:00:00Z, agreed", // Monday, 10:00 in Riga: the first of the day
        "2026-03-30T14:45:00Z, agreed", // the last that ends with the day
        "2026-03-30T06:45:00Z, slot-closed",
        "2026-03-30T15:00:00Z, slot-closed",
        "2026-03-30T07:01:00Z, slot-closed",
        "2026-03-29T07:00:00Z, slot-closed", // a Sunday
        "2026-04-06T07:00:00Z, slot-closed", // the painters' Monday
        "2026-04-07T07:00:00Z, agreed",
        "2026-04-11T07:00:00Z, agreed", // fourteen days ahead
        "2026-04-13T07:00:00Z, slot-closed" // sixteen
    })
    void B1_only_a_slot_of_the_calendar_is_agreed(String from, String answer) {
        assertThat(answer(decide(agree(slot(from)), desk(Optional.empty()), NOW)))
                .isEqualTo(answer);
        assertThat(answer(decide(new Command.Move(slot(from), READER), desk(Optional.of(AGREED)), NOW)))
                .isEqualTo(answer);
    }

    private static String answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done ->
                ((Change.AppointmentBecame) done.changes().getFirst())
                        .appointment()
                        .state();
            case Outcome.Refused refused -> refused.why().code();
        };
    }

    @ParameterizedTest
    @CsvSource({"false, mid", "true, low"})
    void B8_a_low_compartment_is_spared_for_whom_needs_it_while_another_is_free(boolean wanted, String chosen) {
        List<Appointing.Free> free = List.of(
                new Appointing.Free(new Place(STATION, new CompartmentId("low")), Size.S, Height.LOW),
                new Appointing.Free(new Place(STATION, new CompartmentId("mid")), Size.M, Height.MIDDLE));
        Appointing.Known known = new Appointing.Known(site(POLICY), Optional.empty(), 0, 1, wanted, true, free);
        assertThat(Appointing.choose(known).map(place -> place.compartment().value()))
                .contains(chosen);
    }

    @Test
    void B8_a_patron_agrees_for_nobody_else_and_staff_for_anybody() {
        Command others = new Command.Agree(new AppointmentId("a"), PATRON, SLOT, new By.Reader(OTHER));
        assertThat(answer(decide(others, desk(Optional.empty()), NOW))).isEqualTo("not-yours");
        Command staffs = new Command.Agree(new AppointmentId("a"), PATRON, SLOT, DESK);
        assertThat(answer(decide(staffs, desk(Optional.empty()), NOW))).isEqualTo("agreed");
    }

    @ParameterizedTest
    @CsvSource({"-1, agreed", "0, agreed", "1, slot-closed"})
    void B1_a_slot_that_has_begun_is_past(long afterMillis, String answer) {
        Instant now = SLOT.from().plusMillis(afterMillis);
        assertThat(answer(decide(agree(SLOT), desk(Optional.empty()), now))).isEqualTo(answer);
    }

    @Test
    void aSlotOfAnotherLengthIsNone() {
        Slot longer = new Slot(SLOT.from(), LATER.until());
        assertThat(answer(decide(agree(longer), desk(Optional.empty()), NOW))).isEqualTo("slot-closed");
    }

    @Test
    void B8_one_appointment_at_a_time_and_only_for_something_to_collect() {
        assertThat(decide(agree(LATER), desk(Optional.of(AGREED)), NOW))
                .isEqualTo(new Outcome.Refused(Refusal.WRONG_STATE, "agreed"));
        Appointing.Known nothing = new Appointing.Known(SITE, Optional.empty(), 0, 0, false, false, List.of());
        assertThat(decide(agree(SLOT), nothing, NOW))
                .isEqualTo(new Outcome.Refused(Refusal.WRONG_STATE, "nothing-to-collect"));
    }

    @Test
    void whereNoneAreOfferedNoneIsAgreed() {
        Appointing.Known known =
                new Appointing.Known(site(reviewed()), Optional.empty(), 0, 1, false, false, List.of());
        assertThat(refused(decide(agree(SLOT), known, NOW))).isEqualTo(Refusal.NO_APPOINTMENTS);
    }

    @Test
    void anotherNetworksStaffAgreeNothing() {
        assertThat(Appointing.decide(agree(SLOT), "m", desk(Optional.empty()), NOW))
                .isEqualTo(new Outcome.Refused(Refusal.OTHER_NETWORK, "m"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, b", // small, and not a low one that somebody may need
        "2, false, b",
        "3, false, d",
        "5, false, d",
        "6, false, e",
        "10, false, e",
        "11, false, none",
        "1, true, a",
        "2, true, a",
        "3, true, none"
    })
    void I6_I9_the_smallest_compartment_that_fits_is_reserved_and_a_low_one_for_whom_asked(
            int items, boolean low, String compartment) {
        List<Appointing.Free> free = List.of(
                free("e", Size.L, Height.HIGH),
                free("d", Size.M, Height.MIDDLE),
                free("c", Size.S, Height.HIGH),
                free("b", Size.S, Height.MIDDLE),
                free("a", Size.S, Height.LOW));
        Outcome outcome =
                decide(agree(SLOT), new Appointing.Known(SITE, Optional.empty(), 0, items, low, true, free), NOW);
        if (compartment.equals("none")) {
            assertThat(refused(outcome)).isEqualTo(Refusal.NO_COMPARTMENT);
        } else {
            assertThat(reserved(outcome))
                    .map(place -> place.compartment().value())
                    .contains(compartment);
        }
    }

    private static Optional<Place> reserved(Outcome outcome) {
        return ((Appointment.Agreed) ((Change.AppointmentBecame) done(outcome).getFirst()).appointment()).reserved();
    }

    @Test
    void I9_a_low_one_serves_anybody_when_nothing_else_is_left() {
        assertThat(reserved(decide(agree(SLOT), known(Optional.empty(), true, free("a", Size.S, Height.LOW)), NOW)))
                .isPresent();
        assertThat(refused(decide(agree(SLOT), known(Optional.empty(), true), NOW)))
                .isEqualTo(Refusal.NO_COMPARTMENT);
    }

    @Test
    void whereThereIsNoStationTheDeskHandsOver() {
        assertThat(reserved(decide(agree(SLOT), desk(Optional.empty()), NOW))).isEmpty();
    }

    @Test
    void B8_staff_agree_move_and_cancel_for_the_patron_and_another_patron_does_not() {
        By stranger = new By.Reader(OTHER);
        By phone = new By.Staff(STAFF, By.Channel.PHONE, "");
        Appointing.Known current = desk(Optional.of(AGREED));
        assertThat(refused(decide(new Command.Move(LATER, stranger), current, NOW)))
                .isEqualTo(Refusal.NOT_YOURS);
        assertThat(refused(decide(new Command.Cancel(stranger), current, NOW))).isEqualTo(Refusal.NOT_YOURS);
        assertThat(done(decide(new Command.Move(LATER, phone), current, NOW)))
                .containsExactly(new Change.AppointmentBecame(
                        new Appointment.Agreed(AGREED.facts(), LATER, Optional.empty(), phone, NOW)));
        assertThat(done(decide(new Command.Cancel(READER), current, NOW)))
                .containsExactly(
                        new Change.AppointmentBecame(new Appointment.Cancelled(AGREED.facts(), SLOT, READER, NOW)));
    }

    @Test
    void whatWasNotAgreedIsNeitherMovedNorCancelledNorMissed() {
        for (Command command :
                List.of(new Command.Move(SLOT, READER), new Command.Cancel(READER), new Command.Miss())) {
            assertThat(refused(decide(command, desk(Optional.empty()), SLOT.until())))
                    .isEqualTo(Refusal.WRONG_STATE);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true"})
    void B8_an_appointment_is_missed_only_after_its_end(long afterMillis, boolean missed) {
        Instant now = SLOT.until().plusMillis(afterMillis);
        assertThat(decide(new Command.Miss(), desk(Optional.of(AGREED)), now) instanceof Outcome.Done)
                .isEqualTo(missed);
        assertThat(ComingDue.appointment(AGREED, now).isEmpty()).isEqualTo(!missed);
    }
}

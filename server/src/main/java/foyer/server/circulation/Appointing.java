package foyer.server.circulation;

import static foyer.server.circulation.Refusal.NOT_YOURS;
import static foyer.server.circulation.Refusal.NO_APPOINTMENTS;
import static foyer.server.circulation.Refusal.NO_COMPARTMENT;
import static foyer.server.circulation.Refusal.OTHER_NETWORK;
import static foyer.server.circulation.Refusal.SLOT_CLOSED;
import static foyer.server.circulation.Refusal.SLOT_FULL;
import static foyer.server.circulation.Refusal.WRONG_STATE;

import foyer.server.circulation.calendar.Slot;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Policy;
import foyer.station.Birth;
import foyer.station.PatronId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The day and time at which a patron collects (domain B1, B8), with the compartment that is kept for it. */
public final class Appointing {
    private Appointing() {}

    public sealed interface Command {
        /** Agreed on the phone by staff, or chosen on the web. */
        record Agree(AppointmentId id, PatronId patron, Slot slot, By by) implements Command {}

        /** To another time. */
        record Move(Slot slot, By by) implements Command {}

        record Cancel(By by) implements Command {}

        /** The patron did not come. */
        record Miss() implements Command {}
    }

    /**
     * @param site the branch at which is collected
     * @param current the one agreed with this patron at this branch
     * @param taken appointments agreed in the slot asked for, this patron's not counted
     * @param items how many there are to collect, or will be
     * @param low the patron wants a compartment that can be reached sitting
     * @param stations whether the branch has doors at all
     * @param free compartments nobody has reserved on the slot's day and nothing lies in
     */
    public record Known(
            Site site,
            Optional<Appointment.Agreed> current,
            int taken,
            int items,
            boolean low,
            boolean stations,
            List<Free> free) {
        public Known {
            free = List.copyOf(free);
        }
    }

    public record Free(Place place, Birth.Size size, Birth.Height height) {}

    /** @param network of the member of staff who asks; the patron's own when the patron does */
    public static Outcome decide(Command command, String network, Known known, Instant now) {
        if (!network.equals(known.site().network())) {
            return new Outcome.Refused(OTHER_NETWORK, network);
        }
        return switch (command) {
            case Command.Agree agree -> agree(agree, known, now);
            case Command.Move move ->
                of(known, move.by(), agreed -> {
                    Optional<Outcome> refusal = unfit(move.slot(), known, now);
                    return refusal.orElseGet(() -> kept(agreed.facts(), move.slot(), move.by(), known, now));
                });
            case Command.Cancel cancel ->
                of(
                        known,
                        cancel.by(),
                        agreed -> became(new Appointment.Cancelled(agreed.facts(), agreed.slot(), cancel.by(), now)));
            case Command.Miss miss ->
                known.current()
                        .<Outcome>map(agreed -> missed(agreed, now))
                        .orElseGet(() -> Outcome.Refused.of(WRONG_STATE));
        };
    }

    private static Outcome agree(Command.Agree command, Known known, Instant now) {
        if (forAnother(command.by(), command.patron())) {
            return Outcome.Refused.of(NOT_YOURS);
        }
        if (known.current().isPresent()) {
            return new Outcome.Refused(WRONG_STATE, "agreed");
        }
        Optional<Outcome> refusal = unfit(command.slot(), known, now);
        return refusal.orElseGet(() -> kept(
                new Appointment.Facts(
                        command.id(), command.patron(), known.site().branch()),
                command.slot(),
                command.by(),
                known,
                now));
    }

    private static Optional<Outcome> unfit(Slot slot, Known known, Instant now) {
        Policy policy = known.site().policy();
        if (!policy.offersAppointments()) {
            return Optional.of(Outcome.Refused.of(NO_APPOINTMENTS));
        }
        if (known.items() == 0) {
            return Optional.of(new Outcome.Refused(WRONG_STATE, "nothing-to-collect"));
        }
        LocalDate day = known.site().calendar().dayOf(slot.from());
        LocalDate last = known.site().calendar().dayOf(now).plusDays(policy.number(Key.SLOT_DAYS_AHEAD));
        boolean offered = known.site().calendar().slots(day, policy.slot()).contains(slot);
        if (!offered || slot.from().isBefore(now) || day.isAfter(last)) {
            return Optional.of(Outcome.Refused.of(SLOT_CLOSED));
        }
        return known.taken() >= policy.number(Key.SLOT_CAPACITY)
                ? Optional.of(Outcome.Refused.of(SLOT_FULL))
                : Optional.empty();
    }

    private static Outcome kept(Appointment.Facts facts, Slot slot, By by, Known known, Instant now) {
        Optional<Place> place = choose(known);
        return place.isEmpty() && known.stations()
                ? Outcome.Refused.of(NO_COMPARTMENT)
                : became(new Appointment.Agreed(facts, slot, place, by, now));
    }

    /** The smallest that holds the items; low ones for whom asked, and for others only when nothing else is left. */
    static Optional<Place> choose(Known known) {
        return known.free().stream()
                .filter(one -> known.site().policy().fits(one.size().name()) >= known.items())
                .filter(one -> !known.low() || one.height() == Birth.Height.LOW)
                .min(Comparator.<Free, Boolean>comparing(one -> one.height() == Birth.Height.LOW)
                        .thenComparing(
                                one -> known.site().policy().fits(one.size().name()))
                        .thenComparing(one -> one.place().station().value())
                        .thenComparing(one -> one.place().compartment().value()))
                .map(Free::place);
    }

    /** Over without anybody coming; before its end it cannot be missed. */
    private static Outcome missed(Appointment.Agreed agreed, Instant now) {
        return now.isBefore(agreed.slot().until())
                ? Outcome.Refused.of(WRONG_STATE)
                : became(new Appointment.Missed(agreed.facts(), agreed.slot(), now));
    }

    /** What the patron came for was handed over. */
    static Change kept(Appointment.Agreed agreed, Instant at) {
        return new Change.AppointmentBecame(new Appointment.Kept(agreed.facts(), agreed.slot(), at));
    }

    private interface Then {
        Outcome with(Appointment.Agreed agreed);
    }

    private static Outcome of(Known known, By by, Then then) {
        if (known.current().isEmpty()) {
            return Outcome.Refused.of(WRONG_STATE);
        }
        Appointment.Agreed agreed = known.current().get();
        return forAnother(by, agreed.facts().patron()) ? Outcome.Refused.of(NOT_YOURS) : then.with(agreed);
    }

    /** Staff do it for anybody, a patron for nobody else. */
    private static boolean forAnother(By by, PatronId patron) {
        return by instanceof By.Reader reader && !reader.patron().equals(patron);
    }

    private static Outcome became(Appointment appointment) {
        return Outcome.Done.of(new Change.AppointmentBecame(appointment));
    }
}

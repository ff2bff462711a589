package foyer.server.desk;

import foyer.server.circulation.Appointing;
import foyer.server.circulation.Appointment;
import foyer.server.circulation.AppointmentId;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.Refusal;
import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Slot;
import foyer.server.ledger.Appointments;
import foyer.server.ledger.Holds;
import foyer.server.ledger.Patrons;
import foyer.server.ledger.Places;
import foyer.station.Ids;
import foyer.station.PatronId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Times of pickup, agreed on the phone or chosen on the web (domain B1, B8). */
@Component
public final class AppointmentDesk {
    private final Counter counter;
    private final Places places;
    private final Holds holds;
    private final Patrons patrons;
    private final Appointments appointments;

    AppointmentDesk(Counter counter, Places places, Holds holds, Patrons patrons, Appointments appointments) {
        this.counter = counter;
        this.places = places;
        this.holds = holds;
        this.patrons = patrons;
        this.appointments = appointments;
    }

    /** @param from when the slot begins; its length is the branch's policy */
    public Answer agree(Ask ask, String patron, String branch, Instant from) {
        return counter.take(ask, List.of("agree", patron, branch, from.toString()), now -> {
            AppointmentId id = new AppointmentId("appointment-" + Ids.random());
            return handle(
                    ask,
                    patron,
                    branch,
                    Optional.of(from),
                    "appointment-agreed",
                    id.value(),
                    slot -> new Appointing.Command.Agree(id, new PatronId(patron), slot.orElseThrow(), ask.by()),
                    now);
        });
    }

    public Answer move(Ask ask, String appointment, Instant from) {
        return known(
                ask,
                appointment,
                List.of("move", appointment, from.toString()),
                (found, now) -> handle(
                        ask,
                        found.facts().patron().value(),
                        found.facts().branch(),
                        Optional.of(from),
                        "appointment-moved",
                        appointment,
                        slot -> new Appointing.Command.Move(slot.orElseThrow(), ask.by()),
                        now));
    }

    public Answer cancel(Ask ask, String appointment) {
        return known(
                ask,
                appointment,
                List.of("cancel-appointment", appointment),
                (found, now) -> handle(
                        ask,
                        found.facts().patron().value(),
                        found.facts().branch(),
                        Optional.empty(),
                        "appointment-cancelled",
                        appointment,
                        slot -> new Appointing.Command.Cancel(ask.by()),
                        now));
    }

    /** Nobody came. */
    public Answer missed(Ask ask, String appointment) {
        return known(
                ask,
                appointment,
                List.of("missed", appointment),
                (found, now) -> handle(
                        ask,
                        found.facts().patron().value(),
                        found.facts().branch(),
                        Optional.empty(),
                        "appointment-missed",
                        appointment,
                        slot -> new Appointing.Command.Miss(),
                        now));
    }

    private interface Then {
        Answer with(Appointment.Agreed found, Instant now);
    }

    private Answer known(Ask ask, String appointment, List<String> asked, Then then) {
        return counter.take(ask, asked, now -> {
            Optional<Appointment> found = appointments.find(new AppointmentId(appointment));
            if (found.isEmpty()) {
                return Counter.refused(Refusal.NO_SUCH_APPOINTMENT);
            }
            Optional<Answer> stale =
                    Counter.stale(ask, appointments.version(found.get().id()));
            if (stale.isPresent()) {
                return stale.get();
            }
            return found.get() instanceof Appointment.Agreed agreed
                    ? then.with(agreed, now)
                    : Answer.Refused.of(Refusal.WRONG_STATE, found.get().state());
        });
    }

    private Answer handle(
            Ask ask,
            String patron,
            String branch,
            Optional<Instant> from,
            String kind,
            String id,
            Function<Optional<Slot>, Appointing.Command> command,
            Instant now) {
        Optional<Site> site = places.site(branch);
        Optional<PatronId> who = Shapes.patron(patron).filter(one -> places.networkOfPatron(one)
                .filter(counter.network(ask)::equals)
                .isPresent());
        if (who.isEmpty()) {
            return Counter.refused(Refusal.NO_SUCH_PATRON);
        }
        if (site.isEmpty()) {
            return Counter.refused(Refusal.NO_SUCH_BRANCH);
        }
        Optional<Slot> slot =
                from.map(at -> new Slot(at, at.plus(site.get().policy().slot())));
        Appointing.Known known = known(who.get(), site.get(), slot);
        Outcome outcome = Appointing.decide(command.apply(slot), counter.network(ask), known, now);
        Mention mention = Mention.NOTHING.about(who.get()).with("branch", branch);
        return counter.decided(
                outcome,
                id,
                kind,
                ask,
                from.map(at -> mention.with("slot", at.toString())).orElse(mention),
                now);
    }

    private Appointing.Known known(PatronId patron, Site site, Optional<Slot> slot) {
        int toCollect = (int) holds.open(patron).stream()
                .filter(hold -> hold.facts().pickupBranch().equals(site.branch())
                        && hold.preparedAs().isPresent())
                .count();
        return new Appointing.Known(
                site,
                appointments.agreed(patron, site.branch()),
                slot.map(one -> appointments.taken(site.branch(), one.from(), patron))
                        .orElse(0),
                toCollect,
                patrons.wantsLow(patron),
                appointments.hasDoors(site.branch()),
                slot.map(one -> appointments.free(site.branch(), site.calendar().dayOf(one.from()), patron))
                        .orElse(List.of()));
    }
}

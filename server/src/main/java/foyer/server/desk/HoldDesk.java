package foyer.server.desk;

import foyer.server.circulation.Handling;
import foyer.server.circulation.Hold;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.Placing;
import foyer.server.circulation.Refusal;
import foyer.server.circulation.Standing;
import foyer.server.ledger.Holds;
import foyer.server.ledger.Picture;
import foyer.station.HoldId;
import foyer.station.Ids;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What patrons and staff may ask for about holds. */
@Component
public final class HoldDesk {
    private final Counter counter;
    private final Picture picture;
    private final Holds holds;

    HoldDesk(Counter counter, Picture picture, Holds holds) {
        this.counter = counter;
        this.picture = picture;
        this.holds = holds;
    }

    /**
     * A hold on a title, or on one item of it, to be collected at a branch.
     *
     * @param notNeededAfter the last day it is still wanted
     */
    public record Wish(String title, Optional<String> item, String pickupBranch, Optional<LocalDate> notNeededAfter) {}

    /** The patron places a hold, or staff do on the patron's behalf. */
    public Answer place(Ask ask, String patron, Wish wish) {
        List<String> asked = List.of(
                "place",
                patron,
                wish.title(),
                wish.item().orElse(""),
                wish.pickupBranch(),
                wish.notNeededAfter().map(LocalDate::toString).orElse(""));
        return counter.take(ask, asked, now -> {
            Optional<PatronId> who = Shapes.patron(patron);
            Optional<Standing> standing = who.flatMap(picture::standing);
            if (standing.isEmpty() || !counter.mayAskFor(ask, standing.get().patron())) {
                return Counter.refused(Refusal.NO_SUCH_PATRON);
            }
            Optional<ItemBarcode> barcode = wish.item().flatMap(Shapes::item);
            if (wish.item().isPresent() && barcode.isEmpty()) {
                return Counter.refused(Refusal.NO_SUCH_ITEM);
            }
            Placing.Command command = command(who.orElseThrow(), wish, barcode);
            Outcome outcome = Placing.decide(command, picture.placing(command, standing.get()), now);
            Mention mention = Mention.NOTHING.about(command.patron()).about(command.id());
            return counter.decided(outcome, command.id().value(), "hold-placed", ask, mention, now);
        });
    }

    static Placing.Command command(PatronId who, Wish wish, Optional<ItemBarcode> barcode) {
        return new Placing.Command(
                new HoldId(Ids.random()), who, wish.title(), barcode, wish.pickupBranch(), wish.notNeededAfter());
    }

    /** Staff confirm a hold under review: the item is taken off the shelf and may be prepared. */
    public Answer confirm(Ask ask, String hold) {
        return handle(
                ask,
                hold,
                "hold-confirmed",
                List.of("confirm", hold),
                network -> new Handling.Command.Confirm(network));
    }

    /**
     * Staff reject a hold, with a reason the patron reads.
     *
     * @param copyGone the copy is missing or cannot be lent, so that the next in the queue is not offered it either
     */
    public Answer reject(Ask ask, String hold, String reason, boolean copyGone) {
        return handle(
                ask,
                hold,
                "hold-rejected",
                List.of("reject", hold, reason, Boolean.toString(copyGone)),
                network -> new Handling.Command.Reject(network, reason, copyGone));
    }

    /** Taken off the shelf and packed; waits for a compartment. */
    public Answer prepare(Ask ask, String hold) {
        return handle(
                ask, hold, "hold-prepared", List.of("prepare", hold), network -> new Handling.Command.Prepare(network));
    }

    /** Laid onto the desk's hold shelf, from where staff hand it over. */
    public Answer shelve(Ask ask, String hold) {
        return handle(
                ask, hold, "hold-shelved", List.of("shelve", hold), network -> new Handling.Command.Shelve(network));
    }

    /** The patron, or staff on the patron's behalf, withdraws a hold that was not collected yet. */
    public Answer cancel(Ask ask, String hold) {
        return handle(
                ask,
                hold,
                "hold-cancelled",
                List.of("cancel", hold),
                network -> new Handling.Command.Cancel(ask.by(), network));
    }

    /** Passed over in the queue until this day; empty: no longer. */
    public Answer suspend(Ask ask, String hold, Optional<LocalDate> until) {
        return handle(
                ask,
                hold,
                until.isPresent() ? "hold-suspended" : "hold-resumed",
                List.of("suspend", hold, until.map(LocalDate::toString).orElse("")),
                network -> new Handling.Command.Suspend(ask.by(), network, until));
    }

    /** Wanted until this day; empty: for as long as it takes. */
    public Answer neededUntil(Ask ask, String hold, Optional<LocalDate> day) {
        return handle(
                ask,
                hold,
                "hold-needed-until",
                List.of("needed-until", hold, day.map(LocalDate::toString).orElse("")),
                network -> new Handling.Command.NeededUntil(ask.by(), network, day));
    }

    private Answer handle(
            Ask ask, String hold, String kind, List<String> asked, Function<String, Handling.Command> command) {
        return counter.take(ask, asked, now -> {
            Optional<Hold> found = Shapes.hold(hold).flatMap(holds::find);
            if (found.isEmpty()) {
                return Counter.refused(Refusal.NO_SUCH_HOLD);
            }
            Optional<Answer> stale =
                    Counter.stale(ask, holds.version(found.get().id()));
            if (stale.isPresent()) {
                return stale.get();
            }
            Outcome outcome = Handling.decide(command.apply(counter.network(ask)), picture.handling(found.get()), now);
            return counter.decided(outcome, hold, kind, ask, Mention.NOTHING.about(found.get()), now);
        });
    }
}

package foyer.server.desk;

import foyer.server.circulation.Hold;
import foyer.server.circulation.Item;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.Placing;
import foyer.server.circulation.Reviewing;
import foyer.server.ledger.Changes;
import foyer.server.ledger.Commands;
import foyer.server.ledger.Holds;
import foyer.server.ledger.Items;
import foyer.server.ledger.Journal;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Places;
import foyer.server.projection.LedgerChanged;
import foyer.station.HoldId;
import foyer.station.Ids;
import foyer.station.ItemBarcode;
import foyer.station.OrderId;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What patrons and staff may ask for. Every refusal is recorded with its reason. */
@Component
public final class Desk {
    private static final String PLACE = "desk";

    private final Ledger ledger;
    private final Holds holds;
    private final Items items;
    private final Places places;
    private final Commands commands;
    private final Changes changes;
    private final Journal journal;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Desk(
            Ledger ledger,
            Holds holds,
            Items items,
            Places places,
            Commands commands,
            Changes changes,
            Journal journal,
            Clock clock,
            ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.holds = holds;
        this.items = items;
        this.places = places;
        this.commands = commands;
        this.changes = changes;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A patron places a hold on a title, or on one item of it, to be collected at a branch.
     *
     * @param key makes the command idempotent: the same key by the same patron gets the same answer; 1 to 200 characters
     * @throws IllegalArgumentException when there is no such patron
     */
    public Answer placeHold(String patron, String title, Optional<String> item, String pickupBranch, String key) {
        PatronId who = new PatronId(patron);
        Optional<ItemBarcode> barcode = item.flatMap(Shapes::item);
        if (item.isPresent() && barcode.isEmpty()) {
            return refused(Why.NO_SUCH_ITEM, "", clock.instant());
        }
        Placing.Command command = new Placing.Command(new HoldId(Ids.random()), who, title, barcode, pickupBranch);
        return told(() -> once(command, key, clock.instant()));
    }

    /** Staff confirm a hold under review: the item is taken off the shelf and may be loaded. */
    public Answer confirm(String hold, String staff) {
        return told(() -> review(hold, staff, "hold-confirmed", found -> {
            Hold.Facts facts = found.facts();
            OrderId order =
                    holds.orderOf(facts.patron(), facts.pickupBranch()).orElseGet(() -> new OrderId(Ids.random()));
            return new Reviewing.Command.Confirm(networkOf(staff), order);
        }));
    }

    /** Staff reject a hold under review, with a reason the patron reads. */
    public Answer reject(String hold, String reason, String staff) {
        return told(() ->
                review(hold, staff, "hold-rejected", found -> new Reviewing.Command.Reject(networkOf(staff), reason)));
    }

    /** The patron withdraws a hold that was not collected yet. */
    public Answer cancel(String hold, String patron) {
        return told(() ->
                review(hold, patron, "hold-cancelled", found -> new Reviewing.Command.Cancel(new PatronId(patron))));
    }

    /** Staff close a discrepancy after having looked. */
    public Answer closeAlarm(long alarm, String staff) {
        Instant now = clock.instant();
        Optional<StationId> station = ledger.write(
                () -> journal.openAlarm(alarm).filter(networkOf(staff)::equals).map(network -> {
                    StationId of = journal.close(alarm, staff, now);
                    Mention mention = Mention.NOTHING.with("alarm", Long.toString(alarm));
                    journal.write(new Journal.Line(Optional.of(of), "discrepancy-closed", staff, mention, now, now));
                    return of;
                }));
        if (station.isEmpty()) {
            return refused(Why.NO_SUCH_ALARM, Long.toString(alarm), now);
        }
        events.publishEvent(new LedgerChanged(station.map(StationId::value)));
        return new Answer.Done(Long.toString(alarm));
    }

    private Answer once(Placing.Command command, String key, Instant now) {
        String digest = Shapes.digest(command);
        Optional<Commands.Given> before = commands.find(command.patron(), key);
        if (before.isPresent()) {
            return before.get().digest().equals(digest) ? again(before.get()) : refused(Why.KEY_REUSED, "", now);
        }
        Outcome outcome = Placing.decide(command, known(command), now);
        Answer answer =
                kept(outcome, command.id(), "hold-placed", command.patron().value(), now);
        commands.keep(command.patron(), key, given(digest, answer), now);
        return answer;
    }

    private Placing.Known known(Placing.Command command) {
        String network = places.networkOfPatron(command.patron())
                .orElseThrow(() -> new IllegalArgumentException("no such patron"));
        return new Placing.Known(
                network,
                places.policy(network),
                places.networkOfTitle(command.title()),
                places.networkOfBranch(command.pickupBranch()),
                items.ofTitle(command.title()),
                holds.open(command.patron()));
    }

    private Answer review(String hold, String who, String kind, Function<Hold, Reviewing.Command> command) {
        Instant now = clock.instant();
        Optional<Hold> found = Shapes.hold(hold).flatMap(holds::find);
        if (found.isEmpty()) {
            return refused(Why.NO_SUCH_HOLD, "", now);
        }
        Item item = items.find(found.get().facts().item()).orElseThrow();
        Outcome outcome = Reviewing.decide(command.apply(found.get()), found.get(), item, now);
        return kept(outcome, found.get().id(), kind, who, now);
    }

    private Answer kept(Outcome outcome, HoldId id, String kind, String who, Instant now) {
        return switch (outcome) {
            case Outcome.Refused r -> refused(Shapes.why(r.why()), r.detail(), now);
            case Outcome.Done done -> {
                changes.apply(done.changes(), now);
                Mention mention = holds.find(id).map(Mention.NOTHING::about).orElse(Mention.NOTHING);
                journal.write(new Journal.Line(Optional.empty(), kind, who, mention, now, now));
                yield new Answer.Done(id.value());
            }
        };
    }

    private Answer refused(Why why, String detail, Instant now) {
        String day = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
        ledger.change(() -> journal.refused(PLACE, day, why.name()));
        return new Answer.Refused(why, detail);
    }

    /** One transaction, and after its commit the word to whoever shows or sends what changed. */
    private Answer told(Supplier<Answer> work) {
        Answer answer = ledger.write(work);
        if (answer instanceof Answer.Done) {
            events.publishEvent(new LedgerChanged(Optional.empty()));
        }
        return answer;
    }

    private String networkOf(String staff) {
        return places.networkOfStaff(staff).orElseThrow(() -> new IllegalArgumentException("no such member of staff"));
    }

    private static Commands.Given given(String digest, Answer answer) {
        return switch (answer) {
            case Answer.Done done -> new Commands.Given(digest, Optional.of(done.id()), Optional.empty(), "");
            case Answer.Refused r ->
                new Commands.Given(digest, Optional.empty(), Optional.of(r.why().name()), r.detail());
        };
    }

    private static Answer again(Commands.Given given) {
        return given.done()
                .<Answer>map(Answer.Done::new)
                .or(() -> given.refused().map(why -> new Answer.Refused(Why.valueOf(why), given.detail())))
                .orElseThrow();
    }

    public sealed interface Answer {
        /** Done; {@code id} of what was made or changed. */
        record Done(String id) implements Answer {}

        /** Not done, and why; {@code detail} completes the words, as the item or the limit. */
        record Refused(Why why, String detail) implements Answer {}
    }

    /** Stable codes, each with words in four languages. */
    public enum Why {
        NO_SUCH_TITLE,
        NO_SUCH_ITEM,
        NO_SUCH_BRANCH,
        NO_SUCH_HOLD,
        NO_SUCH_ALARM,
        NOT_AVAILABLE,
        HOLD_LIMIT,
        ALREADY_HELD,
        OTHER_NETWORK,
        WRONG_STATE,
        NOT_YOURS,
        REASON_MISSING,
        KEY_REUSED
    }
}

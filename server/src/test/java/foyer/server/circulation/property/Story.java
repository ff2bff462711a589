package foyer.server.circulation.property;

import foyer.server.circulation.Change;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.StationFacts;
import foyer.station.StationEvent;
import foyer.station.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Anybody does anything, sensible or not, in any order; time passes, and mostly what is due is done at once. The same
 * seed tells the same story.
 */
public final class Story {
    private static final int PROMPT_OF_TEN = 9;

    private final Library library;
    private final TimeWork time;
    private final SplittableRandom random;
    private Instant now;

    public Story(World world, long seed, Fault fault) {
        this.library = new Library(world, fault);
        this.time = new TimeWork(library);
        this.random = new SplittableRandom(seed * 31 + 7);
        this.now = world.begins();
    }

    public Library library() {
        return library;
    }

    public Instant now() {
        return now;
    }

    SplittableRandom random() {
        return random;
    }

    /** The next thing that happens; what comes of it is in the library when this returns. */
    public Event next() {
        Event event = dueNow().orElseGet(this::act);
        event.changes().forEach(library::apply);
        return event;
    }

    /** Whether all that was due has been done. */
    boolean settled() {
        return time.next(now).isEmpty();
    }

    private Optional<Event> dueNow() {
        return random.nextInt(10) < PROMPT_OF_TEN
                ? time.next(now).map(due -> told(due.rule(), "house", Mention.NOTHING, due.changes()))
                : Optional.empty();
    }

    private Event act() {
        pass();
        return switch (random.nextInt(3)) {
            case 0 -> new Readers(this).act();
            case 1 -> new Staff(this).act();
            default -> new Doors(this).act();
        };
    }

    private void pass() {
        long minutes = random.nextInt(4) == 0 ? random.nextLong(36 * 60L) : random.nextLong(90);
        Instant later = now.plus(Duration.ofMinutes(minutes));
        now = time.after(now).filter(next -> next.isBefore(later)).orElse(later);
    }

    Event decided(String kind, String who, Mention mention, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> told(kind, who, mention, done.changes());
            case Outcome.Refused refused ->
                new Event(kind, who, Optional.empty(), mention, now, now, List.of(), Optional.of(refused));
        };
    }

    Event told(String kind, String who, Mention mention, List<Change> changes) {
        return new Event(kind, who, Optional.empty(), mention, now, now, changes, Optional.empty());
    }

    /** A station tells at once, or when it has found the network again. */
    Event happened(StationId station, StationEvent event) {
        Instant at = random.nextInt(5) == 0 ? now.minusSeconds(random.nextLong(7200)) : now;
        List<Change> changes = StationFacts.decide(
                new foyer.server.circulation.Happened(station, at, event, library.happened(station, event)));
        return new Event(
                foyer.server.circulation.EventKind.of(event),
                station.value(),
                Optional.of(station),
                Mention.of(event),
                at,
                now,
                changes,
                Optional.empty());
    }

    Event nothing() {
        return told("nothing", "nobody", Mention.NOTHING, List.of());
    }

    <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    <T> T one(List<T> all) {
        return any(all).orElseThrow();
    }
}

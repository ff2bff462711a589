package foyer.bridge;

import foyer.bridge.board.Bus;
import foyer.bridge.board.Reading;
import foyer.bridge.line.LineLost;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One order to open, from the first question to the sensors' word. Sends at most one pulse frame in its life.
 *
 * <p>"Changed" means a lock that was closed before the pulse and is open after it; a door somebody closes meanwhile is
 * no effect of a pulse. All boards of the line are compared, for noise on the line can turn one address into another.
 */
final class OpeningRun {
    private static final int QUESTIONS_BEFORE = 3;
    private static final int QUESTIONS_WHEN_OVER = 3;
    /** A board that answers its pulse at once is not talked over on a line where only one can talk. */
    private static final long BEFORE_FIRST_LOOK = TimeUnit.MILLISECONDS.toNanos(30);

    private static final long BETWEEN_QUESTIONS = TimeUnit.MILLISECONDS.toNanos(10);
    /** A board not heard for so long when the time is over fell silent; its door may stand open. */
    private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(500);

    private final BoardWatch watch;
    private final Sensor target;
    private final List<BoardWatch> onLine;
    private final long patience;
    private boolean pulsed;
    private long pulsedAt;
    private long heardAt;
    private int next;

    OpeningRun(BoardWatch watch, Sensor target, List<BoardWatch> onLine, long patienceNanos) {
        this.watch = watch;
        this.target = target;
        this.onLine = onLine;
        this.patience = patienceNanos;
    }

    Opening run(Bus bus) throws LineLost, InterruptedException {
        Optional<Reading> before = Optional.empty();
        for (int asked = 0; before.isEmpty() && asked < QUESTIONS_BEFORE; asked++) {
            before = watch.read(bus, OpeningRun::unhurried);
        }
        if (before.isEmpty()) {
            return new Opening.NotPulsed("board " + watch.name() + " does not answer");
        }
        if (target.position() != Position.CLOSED) {
            return new Opening.NotPulsed(target.title() + " stands open already");
        }
        Set<Sensor> closed = locks(Position.CLOSED);
        pulsed = true;
        pulsedAt = bus.now();
        heardAt = pulsedAt;
        bus.board(watch.name()).pulse(target.lock());
        bus.listen(BEFORE_FIRST_LOOK);
        return watchDoors(bus, closed);
    }

    /** What is to be said when the line was lost, or the bridge closed, in the middle of {@link #run}. */
    Opening cutShort(String why) {
        return pulsed ? new Opening.NotConfirmed(pulsedAt, why) : new Opening.NotPulsed(why);
    }

    private Opening watchDoors(Bus bus, Set<Sensor> closed) throws LineLost, InterruptedException {
        Set<Sensor> seen = Set.of();
        long seenAt = 0;
        int whenOver = 0;
        while (true) {
            Optional<Reading> reading = watch.read(bus, OpeningRun::unhurried);
            readAnother(bus, seen);
            long now = bus.now();
            Set<Sensor> changed = closed.stream()
                    .filter(sensor -> sensor.position() == Position.OPEN)
                    .collect(Collectors.toSet());
            if (reading.isPresent()) {
                heardAt = now;
                // Twice the same: one reading may be spoilt so that its checksum fits, or a contact may bounce.
                if (!changed.isEmpty() && changed.equals(seen)) {
                    return judge(changed, seenAt);
                }
                seen = changed;
                seenAt = reading.get().at();
            }
            // What one reading says is asked again also when the time is over.
            boolean mayBeOpen = !changed.isEmpty() || !seen.isEmpty();
            if (now - pulsedAt >= patience && (!mayBeOpen || ++whenOver > QUESTIONS_WHEN_OVER)) {
                return late(changed, mayBeOpen, now);
            }
            bus.listen(BETWEEN_QUESTIONS);
        }
    }

    /** One after another; but a board that shows a change is asked again, for its one reading may be spoilt, too. */
    private void readAnother(Bus bus, Set<Sensor> seen) throws LineLost, InterruptedException {
        next = (next + 1) % onLine.size();
        BoardWatch other = onLine.stream()
                .filter(board -> board != watch && board.locks().stream().anyMatch(seen::contains))
                .findFirst()
                .orElse(onLine.get(next));
        if (other != watch) {
            other.poll(bus, OpeningRun::unhurried);
        }
    }

    private Opening late(Set<Sensor> changed, boolean mayBeOpen, long now) {
        if (changed.stream().anyMatch(sensor -> sensor != target)) {
            return judge(changed, now);
        }
        if (mayBeOpen) {
            return new Opening.NotConfirmed(
                    pulsedAt, "board " + watch.name() + " did not say the same twice after the pulse");
        }
        if (target.position() != Position.CLOSED || now - heardAt > Math.min(FRESH, patience / 2)) {
            return new Opening.NotConfirmed(pulsedAt, "board " + watch.name() + " fell silent after the pulse");
        }
        return new Opening.Jammed(pulsedAt);
    }

    private Opening judge(Set<Sensor> changed, long changedAt) {
        if (changed.equals(Set.of(target))) {
            return new Opening.Opened(pulsedAt, changedAt);
        }
        return new Opening.WrongDoor(
                pulsedAt, changed.stream().map(Sensor::title).collect(Collectors.toSet()));
    }

    /** The opening is what others wait for. */
    private static boolean unhurried() {
        return false;
    }

    private Set<Sensor> locks(Position position) {
        return onLine.stream()
                .flatMap(board -> board.locks().stream())
                .filter(sensor -> sensor.position() == position)
                .collect(Collectors.toSet());
    }
}

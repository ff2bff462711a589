package foyer.bridge.cli;

import foyer.bridge.BridgeListener;
import foyer.bridge.Position;
import foyer.bridge.Scan;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The last word of every part of a running bridge. What scanners read is not kept: it may be a person's card. */
final class Observed implements BridgeListener {
    private static final int MOST_CHANGES = 10_000;

    /** Whether a part works, and why not. */
    record Health(boolean well, String words) {}

    /**
     * One change.
     *
     * @param part as in {@code door 3}
     * @param state as in {@code open}
     */
    record Change(String part, String state) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, Health> health = new TreeMap<>();
    private final Map<String, Integer> drops = new HashMap<>();
    private final Queue<Change> changes = new ArrayDeque<>();

    /** Waits until something holds of what was told. */
    boolean await(BooleanSupplier holds, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (!holds.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = told.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next change, or empty if none came in time. */
    Optional<Change> next(long nanos) throws InterruptedException {
        boolean any = await(() -> !changes.isEmpty(), nanos);
        return any ? Optional.of(takeChange()) : Optional.empty();
    }

    private Change takeChange() {
        lock.lock();
        try {
            return changes.remove();
        } finally {
            lock.unlock();
        }
    }

    /** What a part said last, as {@code open} of {@code door 3}. */
    Optional<String> state(String part) {
        lock.lock();
        try {
            return Optional.ofNullable(states.get(part));
        } finally {
            lock.unlock();
        }
    }

    /** Of {@code line NAME}, {@code board NAME}, {@code scanner NAME} or {@code noise on line NAME}. */
    Optional<Health> health(String part) {
        lock.lock();
        try {
            return Optional.ofNullable(health.get(part));
        } finally {
            lock.unlock();
        }
    }

    /** How often the bin's beam was broken. */
    int drops(String bin) {
        lock.lock();
        try {
            return drops.getOrDefault(bin, 0);
        } finally {
            lock.unlock();
        }
    }

    private void note(String part, String state, @Nullable Health newHealth) {
        lock.lock();
        try {
            states.put(part, state);
            if (newHealth != null) {
                health.put(part, newHealth);
            }
            if (changes.size() == MOST_CHANGES) {
                // Nobody reads them: the newest are worth more than the oldest.
                changes.remove();
            }
            changes.add(new Change(part, state));
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void door(String compartment, Position position, long at) {
        note("door " + compartment, Words.of(position), null);
    }

    @Override
    public void flap(String bin, Position position, long at) {
        note("flap " + bin, Words.of(position), null);
    }

    @Override
    public void dropped(String bin, long at) {
        lock.lock();
        try {
            drops.merge(bin, 1, Integer::sum);
            note("beam " + bin, "broken", null);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void level(String bin, boolean full) {
        note("level " + bin, full ? "full" : "room", null);
    }

    @Override
    public void present(String bin, boolean present) {
        note("container " + bin, present ? "present" : "missing", null);
    }

    @Override
    public void tamper(String name, boolean open) {
        note("tamper " + name, open ? "open" : "closed", null);
    }

    @Override
    public void power(String name, boolean mains) {
        note("power " + name, mains ? "mains" : "battery", null);
    }

    @Override
    public void scanned(Scan scan) {
        note("scanner " + scan.scanner(), "a scan", null);
    }

    @Override
    public void unreadable(String scanner, String why) {
        note("scanner " + scanner, "unreadable: " + why, null);
    }

    @Override
    public void health(String part, boolean well, String words) {
        note(part, words, new Health(well, words));
    }

    static long seconds(int count) {
        return TimeUnit.SECONDS.toNanos(count);
    }
}

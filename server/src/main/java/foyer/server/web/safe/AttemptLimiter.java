package foyer.server.web.safe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often a sign-in may fail: 5 times per user name and address, 50 times per address, within 15 minutes. Kept in
 * memory, so a restart forgets; at most 10,000 counters are kept, and at that bound the one longest unused goes.
 * Thread-safe.
 */
public final class AttemptLimiter {
    static final int PER_USER = 5;
    static final int PER_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int MOST_COUNTERS = 10_000;

    private final LongSupplier nanos;
    private final Map<Key, Count> counts = new LinkedHashMap<>(64, 0.75f, true);

    /** @param nanos a monotonic clock as {@link System#nanoTime()} */
    public AttemptLimiter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether another attempt may be made now. */
    public synchronized boolean allows(String user, String address) {
        return failures(userKey(user, address)) < PER_USER && failures(addressKey(address)) < PER_ADDRESS;
    }

    public synchronized void failed(String user, String address) {
        add(userKey(user, address));
        add(addressKey(address));
    }

    /** A success clears what that user failed from there; the address keeps its count, or guessing could go on. */
    public synchronized void succeeded(String user, String address) {
        counts.remove(userKey(user, address));
    }

    private int failures(Key key) {
        Count count = counts.get(key);
        return count == null || over(count) ? 0 : count.failures();
    }

    private void add(Key key) {
        Count before = counts.get(key);
        counts.put(
                key,
                before == null || over(before)
                        ? new Count(1, nanos.getAsLong())
                        : new Count(before.failures() + 1, before.since()));
        if (counts.size() > MOST_COUNTERS) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    private boolean over(Count count) {
        return nanos.getAsLong() - count.since() > WINDOW.toNanos();
    }

    private static Key userKey(String user, String address) {
        return new Key(
                user.strip().toLowerCase(Locale.ROOT), addressKey(address).address());
    }

    /** One household or attacker owns a whole /64 of IPv6. */
    private static Key addressKey(String address) {
        String[] groups = address.split(":", -1);
        return new Key(
                "",
                groups.length == 8 ? String.join(":", java.util.List.of(groups).subList(0, 4)) : address);
    }

    private record Key(String user, String address) {}

    private record Count(int failures, long since) {}
}

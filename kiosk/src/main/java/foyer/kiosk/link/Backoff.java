package foyer.kiosk.link;

import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again, for ever: 1 s doubled up to 30 s, spread so that stations do not come at once. */
final class Backoff {
    static final long FIRST_MS = 1_000;
    static final long LONGEST_MS = 30_000;

    private long next = FIRST_MS;

    long next() {
        long now = next;
        next = Math.min(LONGEST_MS, next * 2);
        return ThreadLocalRandom.current().nextLong(now / 2, now + 1);
    }

    void reset() {
        next = FIRST_MS;
    }
}

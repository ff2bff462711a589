package foyer.server.ingest;

import foyer.station.Epoch;
import foyer.station.StationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps the server from asking again and again for the same: with twenty batches under way, one that is lost makes
 * nineteen arrive too early. It is only a courtesy, so it lives in memory.
 */
final class Resends {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final LongSupplier nanos;
    private final Map<StationId, Asked> asked = new ConcurrentHashMap<>();

    /** @param nanos a monotonic time */
    Resends(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Asked(Epoch epoch, long from, long at) {}

    boolean due(StationId station, Batches.Taken taken) {
        long now = nanos.getAsLong();
        Asked last = asked.get(station);
        boolean same = last != null
                && last.epoch().equals(taken.epoch())
                && last.from() == taken.applied()
                && now - last.at() < AGAIN_NANOS;
        if (!same) {
            asked.put(station, new Asked(taken.epoch(), taken.applied(), now));
        }
        return !same;
    }
}

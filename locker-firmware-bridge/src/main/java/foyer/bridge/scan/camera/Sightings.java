package foyer.bridge.scan.camera;

import foyer.bridge.scan.Scanned;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which of the codes a camera sees are to be told. A code counts when two pictures one after the other show it, and is
 * not told again before it was away for a second: a card held still is one scan.
 */
final class Sightings {
    static final long AWAY = TimeUnit.SECONDS.toNanos(1);

    private final Map<Scanned.Barcode, Long> lastSeen = new HashMap<>();
    private Optional<Scanned.Barcode> before = Optional.empty();

    /**
     * Takes what the next picture shows.
     *
     * @param nanos {@link System#nanoTime()} of the picture, never less than before
     * @return the code, if it is to be told now
     */
    Optional<Scanned.Barcode> see(Optional<Scanned.Barcode> seen, long nanos) {
        lastSeen.values().removeIf(at -> nanos - at >= AWAY);
        boolean counts = seen.isPresent() && seen.equals(before);
        before = seen;
        if (seen.isEmpty() || lastSeen.replace(seen.get(), nanos) != null || !counts) {
            return Optional.empty();
        }
        lastSeen.put(seen.get(), nanos);
        return seen;
    }
}

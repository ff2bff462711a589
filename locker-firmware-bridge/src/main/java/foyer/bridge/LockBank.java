package foyer.bridge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** All compartments of a station, whichever boards they hang on. Of one supply one door is opened at a time. */
public interface LockBank {
    List<Compartment> compartments();

    /** Every compartment by name. */
    Map<String, Position> positions();

    /**
     * Reads all sensors, pulses the lock at most once, and watches which doors change. Never retries.
     *
     * @return completes with a value always, never exceptionally, within a few seconds of its turn; on the line's thread,
     *     so what depends on it hands on and never waits
     */
    CompletableFuture<Opening> open(String compartment);
}

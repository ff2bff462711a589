package foyer.bridge;

import java.util.concurrent.CompletableFuture;

/** Where a lock hangs, and whose turn it waits for. */
record LockPlace(BoardLine line, BoardWatch watch, Sensor sensor, Turns turns) {
    /** As {@link LockBank#open}. */
    CompletableFuture<Opening> open() {
        return turns.next(() -> line.open(watch, sensor));
    }
}

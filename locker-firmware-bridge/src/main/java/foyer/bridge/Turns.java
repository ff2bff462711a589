package foyer.bridge;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One lock at a time for all that one supply feeds: a pulse draws up to 3 A. First come, first served. */
final class Turns {
    private static final int MOST_WAITING = 8;

    private CompletableFuture<Opening> last = CompletableFuture.completedFuture(new Opening.NotPulsed("none yet"));
    private int waiting;

    /** The opening begins when all earlier ones are over; with {@value #MOST_WAITING} waiting it is refused. */
    synchronized CompletableFuture<Opening> next(Supplier<CompletableFuture<Opening>> opening) {
        if (waiting >= MOST_WAITING) {
            return CompletableFuture.completedFuture(
                    new Opening.NotPulsed(MOST_WAITING + " doors are waiting to be opened already"));
        }
        waiting++;
        last = last.thenCompose(before -> opening.get()).whenComplete((outcome, none) -> leave());
        // A copy, so that a caller that completes or cancels it cannot let two locks pull at once.
        return last.copy();
    }

    private synchronized void leave() {
        waiting--;
    }
}

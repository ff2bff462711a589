package foyer.bridge;

import java.util.concurrent.CompletableFuture;

/** A return bin behind a locked flap, with a beam that sees what drops. */
public interface ReturnBin {
    String name();

    /** How many average books it holds. */
    int capacity();

    Position flap();

    boolean full();

    /** As {@link LockBank#open}. */
    CompletableFuture<Opening> openFlap();
}

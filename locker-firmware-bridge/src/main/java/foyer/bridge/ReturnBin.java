package foyer.bridge;

import java.util.concurrent.CompletableFuture;

/** A return bin behind a locked flap, with a beam that sees what drops. */
public interface ReturnBin {
    String name();

    /** How many average books it holds. */
    int capacity();

    Position flap();

    boolean full();

    /** Whether its container stands in its place, by the last word of the switch; true if nothing watches it. */
    boolean present();

    /** As {@link LockBank#open}. */
    CompletableFuture<Opening> openFlap();

    /**
     * Lights its lamps, of which it may have none; dark from the start and when the bridge is closed. Returns at once:
     * the line's thread does it between its questions, and again after each loss.
     */
    void show(BinLight light);

    /** Sounds its buzzer once, for as long as its board pulses; nothing happens without a buzzer or while it is away. */
    void beep();
}

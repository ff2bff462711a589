package foyer.bridge.scan.camera;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** What a camera scanner does with its pictures, counted; any thread may ask. */
public final class CameraLoad {
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong damaged = new AtomicLong();
    private final AtomicLong decoded = new AtomicLong();
    private final AtomicLong searched = new AtomicLong();
    private final LongConsumer perPicture;

    /** @param perPicture told the nanoseconds each decoded picture took, on the thread that decodes */
    public CameraLoad(LongConsumer perPicture) {
        this.perPicture = perPicture;
    }

    /** Pictures the camera sent. */
    public long arrived() {
        return arrived.get();
    }

    /** Pictures left out, for a newer one had come before there was time for them. */
    public long dropped() {
        return dropped.get();
    }

    /** Pictures that were no whole JPEG. */
    public long damaged() {
        return damaged.get();
    }

    public long decoded() {
        return decoded.get();
    }

    /** Decoded pictures in which a code was looked for; the others showed nothing new. */
    public long searched() {
        return searched.get();
    }

    void arrive(boolean older) {
        arrived.incrementAndGet();
        dropped.addAndGet(older ? 1 : 0);
    }

    void damage() {
        damaged.incrementAndGet();
    }

    void decode(boolean withSearch, long nanos) {
        decoded.incrementAndGet();
        searched.addAndGet(withSearch ? 1 : 0);
        perPicture.accept(nanos);
    }
}

package foyer.bridge.scan.camera;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A queue of one picture: a newer one takes the place of one nobody took, so that a slow machine never lags. */
final class NewestPicture {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition came = lock.newCondition();
    private byte @Nullable [] newest;

    /** Returns whether an older picture was dropped for it. */
    boolean put(byte[] picture) {
        lock.lock();
        try {
            boolean dropped = newest != null;
            newest = picture;
            came.signal();
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a picture; null if none came in time. */
    byte @Nullable [] take(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (newest == null && left > 0) {
                left = came.awaitNanos(left);
            }
            byte[] taken = newest;
            newest = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }
}

package foyer.bridge.gpio;

import foyer.bridge.line.LineLost;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the bus's thread into the pins until they close. The closing wakes it and waits until it has left: what it uses
 * is memory of a native library, and must not be freed under it.
 */
final class PinGate {
    private static final long LEAVE_MILLIS = 2_000;

    private final ReentrantLock inside = new ReentrantLock();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean givenBack;

    /** What is done at the closing. */
    interface Closing {
        /** @param left whether the bus's thread has left, so that the pins may be given back */
        void run(boolean left);
    }

    /** Follow it with {@link #leave} in a finally. */
    void enter() throws LineLost {
        inside.lock();
        if (closing.getCount() == 0) {
            inside.unlock();
            throw closed();
        }
    }

    void leave() {
        inside.unlock();
    }

    /** Lets the time pass, also inside. */
    void await(long nanos) throws LineLost, InterruptedException {
        if (closing.await(nanos, TimeUnit.NANOSECONDS)) {
            throw closed();
        }
    }

    private static LineLost closed() {
        return new LineLost("the pins were closed");
    }

    /** Runs the closing, once with the thread having left; may be called again, on any thread. */
    void close(Closing work) {
        closing.countDown();
        // What follows has waits of its own, and an interrupt would cut them short.
        boolean interrupted = Thread.interrupted();
        boolean left = false;
        try {
            left = inside.tryLock(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
            left = inside.tryLock();
        }
        try {
            if (!left || !givenBack) {
                work.run(left);
                givenBack = left;
            }
        } finally {
            if (left) {
                inside.unlock();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package foyer.bridge.line;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Bounds a write: a peer that takes nothing can make one wait for ever, and only closing frees it. */
final class Stall {
    private static final long AFTER_MILLIS = 2_000;

    private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

    private Stall() {}

    /**
     * Call it before the write; whatever comes of the write, cancel what is returned.
     *
     * @param name of the line
     * @param free closes the line; on a thread of its own, for closing may wait and other lines have their stalls too
     */
    static ScheduledFuture<?> watch(String name, Runnable free) {
        return WATCHDOG.schedule(
                () -> Thread.ofPlatform().daemon().name("foyer-free-" + name).start(free),
                AFTER_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor watchdog() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("foyer-stall-watchdog").factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}

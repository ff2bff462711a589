package foyer.server.dispatch;

import org.jspecify.annotations.Nullable;

/** One thread that does the same round again and again from the application's start to its stop. */
public final class Worker {
    /** One round; it may wait, and ends with the interrupt that stops the worker. */
    @FunctionalInterface
    public interface Round {
        void once() throws InterruptedException;
    }

    private final String name;
    private final Round round;
    private volatile @Nullable Thread thread;

    public Worker(String name, Round round) {
        this.name = name;
        this.round = round;
    }

    public void start() {
        Thread started = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
        thread = started;
        started.start();
    }

    /** Returns when the round in hand has come to its end. */
    public void stop() {
        Thread stopped = thread;
        thread = null;
        if (stopped != null) {
            stopped.interrupt();
            try {
                stopped.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round.once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

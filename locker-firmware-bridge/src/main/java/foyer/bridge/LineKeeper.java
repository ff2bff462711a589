package foyer.bridge;

import foyer.bridge.line.LineLost;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that keeps one line open: opens it, has it served, and when it is lost opens it again, for ever, waiting
 * a little longer each time up to five seconds.
 *
 * @param <T> what is opened: a line with a scanner, or a bus with boards
 */
final class LineKeeper<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LineKeeper.class);
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);
    private static final long END_MILLIS = 1_000;

    /** Opens the line anew, from its path. */
    interface Opener<T> {
        T open() throws LineLost, InterruptedException;
    }

    /**
     * How a line is opened and closed.
     *
     * @param closer may be called again, and from any thread, which frees whoever waits in what it closes
     */
    record Plug<T>(Opener<T> opener, Consumer<T> closer) {}

    /** Whoever talks over the line; all calls come on the keeper's thread. */
    interface User<T> {
        /** Returns never but by an exception. */
        void serve(T line) throws LineLost, InterruptedException;

        /** The line is not there, or is no longer. */
        void lost(String why);

        /** Lets the time pass, answering meanwhile whoever asks. */
        void pause(long nanos) throws InterruptedException;

        /** The thread ends. */
        void ended();
    }

    private final Plug<T> plug;
    private final User<T> user;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable T current;

    LineKeeper(String name, Plug<T> plug, User<T> user) {
        this.plug = plug;
        this.user = user;
        this.thread = Thread.ofPlatform().daemon().name("foyer-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** Waits for the end. A listener may have swallowed the interrupt: then losing the line ends it. */
    void join() throws InterruptedException {
        thread.join(END_MILLIS);
        T line = current;
        if (thread.isAlive() && line != null) {
            plug.closer().accept(line);
            thread.join(END_MILLIS);
        }
    }

    private void run() {
        long pause = FIRST_PAUSE;
        try {
            while (!stopped) {
                long opened = System.nanoTime();
                keepOnce();
                // A line that worked for a while begins with short pauses again; one that flaps does not.
                pause = System.nanoTime() - opened > LONGEST_PAUSE ? FIRST_PAUSE : pause;
                if (!stopped) {
                    user.pause(pause);
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
        } catch (InterruptedException ending) {
            LOG.debug("{} ends", thread.getName());
        } finally {
            user.ended();
        }
    }

    private void keepOnce() throws InterruptedException {
        try {
            T line = plug.opener().open();
            current = line;
            try {
                user.serve(line);
            } finally {
                plug.closer().accept(line);
            }
        } catch (LineLost lost) {
            user.lost(String.valueOf(lost.getMessage()));
        } catch (RuntimeException bug) {
            LOG.error("{} failed and begins anew", thread.getName(), bug);
            user.lost("a fault in the program; it begins anew");
        }
    }
}

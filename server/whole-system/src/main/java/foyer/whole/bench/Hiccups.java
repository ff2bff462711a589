package foyer.whole.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * How late this machine wakes a thread that asked for one millisecond's sleep: what any program on it has to live with,
 * measured while the benchmark runs.
 */
final class Hiccups implements AutoCloseable {
    private static final long ASKED_MS = 1;

    private final Histogram late =
            new SynchronizedHistogram(Duration.ofSeconds(30).toNanos(), 3);
    private final Thread thread = Thread.ofPlatform().daemon().name("hiccups").unstarted(this::measure);

    private Hiccups() {}

    static Hiccups start() {
        Hiccups hiccups = new Hiccups();
        hiccups.thread.start();
        return hiccups;
    }

    Histogram late() {
        return late.copy();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void measure() {
        try {
            while (true) {
                long before = System.nanoTime();
                TimeUnit.MILLISECONDS.sleep(ASKED_MS);
                late.recordValue(Math.max(0, System.nanoTime() - before - TimeUnit.MILLISECONDS.toNanos(ASKED_MS)));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

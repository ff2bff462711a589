package foyer.bridge.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The lines a user types, read by a thread of its own: a wait for them can be interrupted, which a read of the terminal
 * cannot. At most {@value #MOST_WAITING} lines wait unread; more are not read yet.
 */
final class Answers {
    private static final int MOST_WAITING = 64;
    private static final long FOR_EVER = Long.MAX_VALUE;

    /** What came of waiting for a line. */
    sealed interface Answer {
        /** @param text without spaces around it */
        record Line(String text) implements Answer {}

        /** None in the time given. */
        record Nothing() implements Answer {}

        /** The input is over, and will stay so. */
        record Ended() implements Answer {}
    }

    private final InputStream in;
    private final BlockingQueue<Answer> read = new LinkedBlockingQueue<>(MOST_WAITING);
    private boolean started;
    private boolean ended;

    Answers(InputStream in) {
        this.in = in;
    }

    Answer next() throws InterruptedException {
        return within(FOR_EVER);
    }

    /** For one thread. */
    Answer within(long nanos) throws InterruptedException {
        if (ended) {
            return new Answer.Ended();
        }
        if (!started) {
            started = true;
            Thread.ofPlatform().daemon().name("foyer-answers").start(this::pump);
        }
        Answer answer = read.poll(nanos, TimeUnit.NANOSECONDS);
        ended = answer instanceof Answer.Ended;
        return answer == null ? new Answer.Nothing() : answer;
    }

    private void pump() {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    read.put(new Answer.Line(line.strip()));
                }
            } catch (IOException gone) {
                // A terminal that is gone types no more: that is an end like any other.
                read.put(new Answer.Ended());
                return;
            }
            read.put(new Answer.Ended());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}

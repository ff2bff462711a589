package foyer.kiosk.link;

import foyer.station.EventBatch;
import java.util.ArrayDeque;
import java.util.Deque;

/** How far the outbox was sent and acked on this connection: at most {@value #BATCHES} batches are underway. */
final class Window {
    static final int BATCHES = 20;
    /** Without a new ack for so long, everything after the last one is sent again. */
    static final long PATIENCE_MS = 10_000;

    private final Deque<Long> underway = new ArrayDeque<>();
    private long sent;
    private long progressAt;

    /** @param acked the newest seq the server is known to have */
    Window(long acked, long nowMs) {
        sent = acked;
        progressAt = nowMs;
    }

    /** First seq of the next batch. */
    long next() {
        return sent + 1;
    }

    boolean mayHoldMore() {
        return underway.size() < BATCHES;
    }

    void sent(EventBatch batch, long nowMs) {
        if (underway.isEmpty()) {
            progressAt = nowMs;
        }
        sent = batch.events().getLast().seq();
        underway.add(sent);
    }

    void acked(long seq, long nowMs) {
        progressAt = nowMs;
        underway.removeIf(last -> last <= seq);
        sent = Math.max(sent, seq);
    }

    /** From this seq on everything is to be sent again. */
    void from(long seq, long nowMs) {
        underway.clear();
        sent = seq - 1;
        progressAt = nowMs;
    }

    boolean stalled(long nowMs) {
        return !underway.isEmpty() && nowMs - progressAt >= PATIENCE_MS;
    }
}

package foyer.bridge.line;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived on a line and is not read yet. It gives every kind of line waits of exact length, which a serial
 * port's own time-outs (steps of 100 ms) cannot.
 *
 * <p>Bounded: when {@value #CAPACITY} pieces lie unread for a second, the line counts as lost.
 */
public final class Inbox {
    static final int CAPACITY = 1024;
    private static final byte[] END = new byte[0];
    private static final byte[] NOTHING = new byte[0];

    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>(CAPACITY);
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();

    /** Adds bytes that came; after {@link #end} they are dropped, for nobody will read them. */
    public void add(byte[] bytes) throws InterruptedException {
        if (bytes.length == 0 || lost() != null) {
            return;
        }
        if (!pieces.offer(bytes, 1, TimeUnit.SECONDS)) {
            end("what arrived was not read for a second");
        }
    }

    /** Says that no more will come, and wakes the reader. The first reason stands. */
    public void end(String why) {
        if (reason.compareAndSet(null, why)) {
            // A full queue needs no waking: its reader finds the reason when it has read it empty.
            var unused = pieces.offer(END);
        }
    }

    /** Why no more will come, or null while the line works. */
    public @Nullable String lost() {
        return reason.get();
    }

    /** @throws LineLost if no more will come */
    public void throwIfLost() throws LineLost {
        String why = lost();
        if (why != null) {
            throw new LineLost(why);
        }
    }

    /** As {@link Source#read}. */
    public byte[] take(long nanos) throws LineLost, InterruptedException {
        byte[] piece = lost() == null ? pieces.poll(nanos, TimeUnit.NANOSECONDS) : pieces.poll();
        if (piece != null && piece.length > 0) {
            return piece;
        }
        String why = lost();
        if (why != null && pieces.isEmpty()) {
            throw new LineLost(why);
        }
        return NOTHING;
    }
}

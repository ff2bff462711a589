package foyer.bridge.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The search every protocol shares; a protocol says how long a frame is and what it means. Its memory is one frame.
 *
 * @param <R> the protocol's replies
 */
abstract sealed class Search<R> implements Replies<R>
        permits Replies8A80, RepliesCu16, RepliesCu48, RepliesModbusRtu, RepliesModbusTcp {
    private byte[] pending = new byte[0];
    private long skipped;

    /**
     * How long the frame is that may begin here: 0 if none can, and more than is there if too little has come to say. Of
     * the same beginning it never first says 0 and later more, so the pieces' sizes do not change what is found.
     */
    abstract int lengthAt(byte[] bytes, int from);

    /** The reply of exactly these bytes; empty if they are none. */
    abstract Optional<R> reply(byte[] frame);

    @Override
    public final List<R> feed(byte[] bytes) {
        byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
        System.arraycopy(bytes, 0, all, pending.length, bytes.length);
        List<R> found = new ArrayList<>();
        int from = 0;
        while (from < all.length) {
            int length = lengthAt(all, from);
            if (length > all.length - from) {
                break;
            }
            Optional<R> reply = length == 0 ? Optional.empty() : reply(Arrays.copyOfRange(all, from, from + length));
            reply.ifPresent(found::add);
            if (reply.isEmpty()) {
                skipped++;
            }
            from += reply.isPresent() ? length : 1;
        }
        pending = Arrays.copyOfRange(all, from, all.length);
        return found;
    }

    @Override
    public final void silence() {
        skipped += pending.length;
        pending = new byte[0];
    }

    @Override
    public final long skipped() {
        return skipped;
    }

    @Override
    public final boolean isPending() {
        return pending.length > 0;
    }
}

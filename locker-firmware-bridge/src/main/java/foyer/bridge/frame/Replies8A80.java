package foyer.bridge.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds replies in what comes off a line, in pieces of any size and between bytes that are none.
 *
 * <p>A byte that cannot begin a reply, or whose frame is of wrong length or XOR, is skipped and counted, and the search
 * goes on with the next one: so one bad byte never costs more than the frame it is in. Its memory is one frame.
 */
public final class Replies8A80 implements Replies<Reply8A80> {
    private static final int SHORT = 5;

    private final Reply8A80.Expected expected;
    private byte[] pending = new byte[0];
    private long skipped;

    public Replies8A80(Reply8A80.Expected expected) {
        this.expected = expected;
    }

    @Override
    public List<Reply8A80> feed(byte[] bytes) {
        byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
        System.arraycopy(bytes, 0, all, pending.length, bytes.length);
        List<Reply8A80> found = new ArrayList<>();
        int from = 0;
        while (from < all.length) {
            int length = lengthAt(all, from);
            if (length > all.length - from) {
                break;
            }
            Optional<Reply8A80> reply = length == 0
                    ? Optional.empty()
                    : Reply8A80.of(Arrays.copyOfRange(all, from, from + length), expected);
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
    public void silence() {
        skipped += pending.length;
        pending = new byte[0];
    }

    @Override
    public long skipped() {
        return skipped;
    }

    @Override
    public boolean isPending() {
        return pending.length > 0;
    }

    /** 0 if no frame can begin here. */
    private int lengthAt(byte[] bytes, int from) {
        if (from + 1 < bytes.length && !Bytes8A80.isAddress(Bytes8A80.at(bytes, from + 1))) {
            return 0;
        }
        return switch (Bytes8A80.at(bytes, from)) {
            case Bytes8A80.QUERY -> expected.length;
            case Bytes8A80.OPEN, Bytes8A80.REPORT -> SHORT;
            default -> 0;
        };
    }
}

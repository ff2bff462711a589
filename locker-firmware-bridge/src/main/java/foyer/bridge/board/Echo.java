package foyer.bridge.board;

import foyer.bridge.frame.Replies;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a half-duplex line gives back of what was written to it, taken out of what is heard. An echo may come late and
 * behind the answer to the question before, or spoilt; then it is noise like any other.
 */
final class Echo {
    /** An echo is made on the line; whatever is later is none. */
    private static final long LATEST = TimeUnit.SECONDS.toNanos(1);

    /** Something written whose echo has not come. */
    private static final class Due {
        private final byte[] frame;
        private final long sentAt;

        private Due(byte[] frame, long sentAt) {
            this.frame = frame;
            this.sentAt = sentAt;
        }
    }

    private boolean present;
    private final List<Due> due = new ArrayList<>();
    /** What may be the beginning of an echo; the next bytes will tell. */
    private byte[] held = new byte[0];

    /** Whether the line gives back what is written to it. */
    boolean isPresent() {
        return present;
    }

    /**
     * Judges what came after a question. The echo of a pulse could not be told from its answer, a question's can: what
     * begins with the question is an echo, unless all of it is one answer.
     *
     * @param fresh a search that has heard nothing yet
     */
    void find(byte[] question, byte[] heard, Replies<?> fresh) {
        boolean oneAnswer = fresh.feed(heard).size() == 1 && fresh.skipped() == 0 && !fresh.isPending();
        present = begins(heard, 0, question) && !oneAnswer;
    }

    /** @param now {@link System#nanoTime()} */
    void sent(byte[] frame, long now) {
        if (present) {
            due.removeIf(older -> now - older.sentAt > LATEST);
            due.add(new Due(frame, now));
        }
    }

    /** What of the heard is no echo. Once every echo has come, that is all of it. */
    byte[] without(byte[] piece) {
        byte[] bytes = Arrays.copyOf(held, held.length + piece.length);
        System.arraycopy(piece, 0, bytes, held.length, piece.length);
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        int from = 0;
        while (from < bytes.length && !mayBegin(bytes, from)) {
            int echoed = takeEcho(bytes, from);
            if (echoed == 0) {
                heard.write(bytes[from]);
            }
            from += Math.max(1, echoed);
        }
        held = Arrays.copyOfRange(bytes, from, bytes.length);
        return heard.toByteArray();
    }

    /** The length of the echo that stands here, 0 if none does. Those due before it were spoilt, for they keep order. */
    private int takeEcho(byte[] bytes, int from) {
        for (int i = 0; i < due.size(); i++) {
            byte[] frame = due.get(i).frame;
            if (begins(bytes, from, frame)) {
                due.subList(0, i + 1).clear();
                return frame.length;
            }
        }
        return 0;
    }

    /** Whether all there is from here on is the beginning of an echo, and not all of it. */
    private boolean mayBegin(byte[] bytes, int from) {
        int left = bytes.length - from;
        return due.stream()
                .map(waiting -> waiting.frame)
                .anyMatch(frame -> left < frame.length && Arrays.equals(bytes, from, bytes.length, frame, 0, left));
    }

    private static boolean begins(byte[] bytes, int from, byte[] frame) {
        return bytes.length - from >= frame.length
                && Arrays.equals(bytes, from, from + frame.length, frame, 0, frame.length);
    }
}

package foyer.bridge.board;

import foyer.bridge.frame.Command8A80;
import foyer.bridge.frame.Replies8A80;
import foyer.bridge.frame.Reply8A80;
import foyer.bridge.frame.Reply8A80.Expected;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * An open line with 8A/80 boards on it: one question at a time, and everything that is no answer to it skipped and
 * counted. For one thread.
 */
public final class Wire {
    /** Longer than the latency timer of common USB adapters (16 ms): a frame in two halves is still one frame. */
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(40);

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PATIENCE_IN_A_HURRY = TimeUnit.MILLISECONDS.toNanos(30);
    private static final int MOST_PIECES = 256;
    private static final int QUERY_LENGTH = 5;
    private static final int MOST_BEFORE_ECHO_IS_CLEAR = 64;

    private final Line line;
    private boolean echo;
    private Expected expected = Expected.ALL_24;
    private Replies8A80 replies = new Replies8A80(expected);
    private long skippedBefore;
    private byte[] echoDue = new byte[0];

    public Wire(Line line) {
        this.line = line;
    }

    /** Bytes that were neither answers nor echo nor reports, since the line was opened. */
    public long skipped() {
        return skippedBefore + replies.skipped();
    }

    /** Whether the line gives back what is written to it, as found by {@link #findEcho}. */
    public boolean echoes() {
        return echo;
    }

    /**
     * Asks the board once, only to see whether the line gives back what is written: an open command's echo could not be
     * told from its answer, a query's can, for its answer is longer.
     */
    public void findEcho(Board8A80 board) throws LineLost, InterruptedException {
        echo = false;
        listen(GAP);
        byte[] query = new Command8A80.QueryAll(board.address()).bytes();
        line.write(query);
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        long wait = board.replyNanos();
        for (byte[] piece = line.read(wait);
                piece.length > 0 && heard.size() < MOST_BEFORE_ECHO_IS_CLEAR;
                piece = line.read(GAP)) {
            heard.writeBytes(piece);
        }
        byte[] bytes = heard.toByteArray();
        boolean begins = bytes.length >= QUERY_LENGTH && Arrays.equals(Arrays.copyOf(bytes, QUERY_LENGTH), query);
        // With just these doors closed a true answer begins like the question; only then it is one frame by itself.
        echo = begins && Reply8A80.of(bytes, Expected.all(board.channels())).isEmpty();
    }

    Optional<Reading> ask(Board8A80 board, BooleanSupplier hurried) throws LineLost, InterruptedException {
        // What lies there is an answer to an older question; taken as today's it would hide what happened since.
        listen(0);
        expect(Expected.all(board.channels()));
        send(new Command8A80.QueryAll(board.address()).bytes());
        long sent = System.nanoTime();
        long heard = sent;
        while (true) {
            byte[] piece = line.read(STEP);
            long now = System.nanoTime();
            if (piece.length > 0) {
                heard = now;
                Optional<Reading> reading = answer(piece, board.address(), now);
                if (reading.isPresent()) {
                    return reading;
                }
            } else if (replies.isPending() && now - heard >= GAP) {
                replies.silence();
            }
            boolean hurry = heard == sent && now - sent >= PATIENCE_IN_A_HURRY && hurried.getAsBoolean();
            if (hurry || now - sent >= board.replyNanos()) {
                replies.silence();
                return Optional.empty();
            }
        }
    }

    private Optional<Reading> answer(byte[] piece, int address, long now) {
        Optional<Reading> reading = Optional.empty();
        for (Reply8A80 reply : replies.feed(withoutEcho(piece))) {
            if (reply instanceof Reply8A80.All all && all.address() == address) {
                reading = Optional.of(new Reading(all.bits(), now));
            }
        }
        return reading;
    }

    /** Takes what comes within the time, answers to nobody's question. A line that never falls silent is left too. */
    public void listen(long nanos) throws LineLost, InterruptedException {
        long until = System.nanoTime() + nanos;
        byte[] piece = line.read(nanos);
        for (int pieces = 1; piece.length > 0 && pieces < MOST_PIECES; pieces++) {
            var unused = replies.feed(withoutEcho(piece));
            piece = line.read(Math.max(0, until - System.nanoTime()));
        }
    }

    void send(byte[] frame) throws LineLost {
        if (echo) {
            echoDue = join(echoDue, frame);
        }
        line.write(frame);
    }

    private byte[] withoutEcho(byte[] piece) {
        int same = Arrays.mismatch(echoDue, piece);
        if (same < 0) {
            echoDue = new byte[0];
            return echoDue;
        }
        boolean wholeEcho = same == echoDue.length;
        boolean partOfIt = same == piece.length;
        // An echo spoilt on its way is noise like any other: the frames behind it are found all the same.
        echoDue = partOfIt && !wholeEcho ? Arrays.copyOfRange(echoDue, same, echoDue.length) : new byte[0];
        return Arrays.copyOfRange(piece, wholeEcho || partOfIt ? same : 0, piece.length);
    }

    private void expect(Expected wanted) {
        if (wanted != expected) {
            replies.silence();
            skippedBefore += replies.skipped();
            expected = wanted;
            replies = new Replies8A80(wanted);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

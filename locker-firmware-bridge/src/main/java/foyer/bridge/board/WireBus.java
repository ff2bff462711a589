package foyer.bridge.board;

import foyer.bridge.frame.Replies;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open line with boards of one protocol on it: one question at a time, and everything that is no answer to it
 * skipped and counted.
 *
 * @param <R> the protocol's replies
 */
public final class WireBus<R> implements Bus {
    private static final Logger LOG = LoggerFactory.getLogger(WireBus.class);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long PATIENCE_IN_A_HURRY = TimeUnit.MILLISECONDS.toNanos(30);
    private static final int MOST_PIECES = 256;
    private static final int MOST_BEFORE_ECHO_IS_CLEAR = 64;

    private final Line line;
    private final Protocol<R> protocol;
    private final Thread owner = Thread.currentThread();
    private final Map<String, WireBoard<R>> boards = new LinkedHashMap<>();
    private final Map<Integer, Replies<R>> searches = new HashMap<>();
    private final Echo echo = new Echo();
    private Replies<R> replies;

    /** What a reply says about a question, when it came at {@code now}; empty if nothing. */
    interface Hearing<R, A> {
        Optional<A> of(R reply, long now);
    }

    /** Without having looked for an echo; {@link #open} is what everybody else calls. */
    WireBus(Line line, Protocol<R> protocol, List<BoardSetup> setups) {
        this.line = line;
        this.protocol = protocol;
        for (BoardSetup setup : setups) {
            boards.put(
                    setup.name(),
                    protocol instanceof RelayProtocol<R> relays
                            ? new WireRelays<>(this, relays, setup)
                            : new WireBoard<>(this, protocol, setup));
        }
        this.replies = search(setups.getFirst());
    }

    /**
     * Takes over an open line, and looks whether it gives back what is written to it by asking the first board once.
     *
     * @param setups at least one; all of them speak the protocol
     * @throws LineLost if the line is gone; it is closed then
     */
    public static <R> WireBus<R> open(Line line, Protocol<R> protocol, List<BoardSetup> setups)
            throws LineLost, InterruptedException {
        WireBus<R> bus = new WireBus<>(line, protocol, setups);
        boolean ready = false;
        try {
            bus.findEcho(setups.getFirst());
            ready = true;
            return bus;
        } finally {
            if (!ready) {
                line.close();
            }
        }
    }

    @Override
    public Board board(String name) {
        @Nullable WireBoard<R> board = boards.get(name);
        if (board == null) {
            throw new IllegalArgumentException("there is no board " + name + " on this line");
        }
        return board;
    }

    @Override
    public long now() {
        return line.now();
    }

    @Override
    public long skipped() {
        return searches.values().stream().mapToLong(Replies::skipped).sum();
    }

    @Override
    public boolean echoes() {
        return echo.isPresent();
    }

    void findEcho(BoardSetup board) throws LineLost, InterruptedException {
        listen(protocol.gapNanos());
        byte[] question = protocol.question(board);
        line.write(question);
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        long wait = board.replyNanos();
        for (byte[] piece = line.read(wait);
                piece.length > 0 && heard.size() < MOST_BEFORE_ECHO_IS_CLEAR;
                piece = line.read(protocol.gapNanos())) {
            heard.writeBytes(piece);
        }
        echo.find(question, heard.toByteArray(), protocol.replies(board.channels()));
    }

    /** Asks for what only a reply in time can say; every other reply that comes meanwhile is nobody's. */
    <A> Optional<A> ask(BoardSetup board, byte[] question, Hearing<R, A> hearing, BooleanSupplier hurried)
            throws LineLost, InterruptedException {
        // What lies there is an answer to an older question; taken as today's it would hide what happened since.
        listen(0);
        expect(board);
        send(question);
        long sent = now();
        long heard = sent;
        while (true) {
            byte[] piece = line.read(STEP);
            long now = now();
            if (piece.length > 0) {
                heard = now;
                Optional<A> answer = answer(piece, hearing, now);
                if (answer.isPresent()) {
                    return answer;
                }
            } else if (replies.isPending() && now - heard >= protocol.gapNanos()) {
                replies.silence();
            }
            boolean hurry = heard == sent && now - sent >= PATIENCE_IN_A_HURRY && hurried.getAsBoolean();
            if (hurry || now - sent >= board.replyNanos()) {
                replies.silence();
                return Optional.empty();
            }
        }
    }

    private <A> Optional<A> answer(byte[] piece, Hearing<R, A> hearing, long now) {
        Optional<A> answer = Optional.empty();
        for (R reply : replies.feed(echo.without(piece))) {
            Optional<A> heard = hearing.of(reply, now);
            answer = heard.isPresent() ? heard : answer;
        }
        return answer;
    }

    /** Takes what comes within the time, answers to nobody's question. A line that never falls silent is left too. */
    @Override
    public void listen(long nanos) throws LineLost, InterruptedException {
        long until = now() + nanos;
        byte[] piece = line.read(nanos);
        for (int pieces = 1; piece.length > 0 && pieces < MOST_PIECES; pieces++) {
            var unused = replies.feed(echo.without(piece));
            piece = line.read(Math.max(0, until - now()));
        }
    }

    void send(byte[] frame) throws LineLost {
        echo.sent(frame, System.nanoTime());
        line.write(frame);
    }

    private void expect(BoardSetup board) {
        Replies<R> wanted = search(board);
        if (wanted != replies) {
            replies.silence();
            replies = wanted;
        }
    }

    private Replies<R> search(BoardSetup board) {
        return searches.computeIfAbsent(board.channels(), protocol::replies);
    }

    @Override
    public void close() {
        try {
            // From any other thread it is the last resort against a line that hangs: nothing more is said on it.
            if (Thread.currentThread() == owner) {
                for (WireBoard<R> board : boards.values()) {
                    if (board instanceof WireRelays<R> relays) {
                        relays.allOff();
                    }
                }
            }
        } catch (LineLost lost) {
            LOG.debug("outputs could not be switched off: {}", lost.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            line.close();
        }
    }
}

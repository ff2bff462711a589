package foyer.bridge.board;

import foyer.bridge.frame.Replies;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What differs between the protocols that lock boards speak: the bytes. One object serves one open line, so it may
 * count its questions.
 *
 * @param <R> the protocol's replies
 */
public interface Protocol<R> {
    /** Longer than the latency timer of common USB adapters (16 ms): a frame in two halves is still one frame. */
    long USUAL_GAP = TimeUnit.MILLISECONDS.toNanos(40);

    /** Asks for every contact of the board. */
    byte[] question(BoardSetup board);

    /** A new search for replies, such as boards with so many channels send. */
    Replies<R> replies(int channels);

    /** Channel 1 in the lowest bit, if the reply is the asked board's whole answer; another board's answer is nobody's. */
    OptionalLong contacts(BoardSetup asked, R reply);

    /** Pulses one lock; the board times it. */
    byte[] pulse(BoardSetup board, int channel);

    /** After so long a silence what has begun to come never becomes a reply. */
    default long gapNanos() {
        return USUAL_GAP;
    }

    /** For so long after a pulse the board is not asked. */
    default long busyNanos() {
        return 0;
    }
}

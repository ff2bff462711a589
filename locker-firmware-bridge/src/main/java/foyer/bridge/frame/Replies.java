package foyer.bridge.frame;

import java.util.List;

/**
 * Finds one protocol's replies in what comes off a line, in pieces of any size and between bytes that are none. A byte
 * that begins no reply is skipped and counted, and the search goes on with the next: one bad byte never costs more than
 * the frame it is in.
 *
 * @param <R> the protocol's replies
 */
public interface Replies<R> {
    /** Takes the next bytes; returns the replies they complete. */
    List<R> feed(byte[] bytes);

    /** The line fell silent: what is pending never becomes a reply. */
    void silence();

    /** Whether a reply has begun and is not complete. */
    boolean isPending();

    /** How many bytes were no part of a reply, since the beginning. */
    long skipped();
}

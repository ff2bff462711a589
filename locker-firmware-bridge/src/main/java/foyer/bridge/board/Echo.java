package foyer.bridge.board;

import foyer.bridge.frame.Replies;
import java.util.Arrays;

/** What a half-duplex line gives back of what was written to it, taken out of what is heard. */
final class Echo {
    private boolean present;
    private byte[] due = new byte[0];

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
        boolean begins =
                heard.length >= question.length && Arrays.equals(Arrays.copyOf(heard, question.length), question);
        boolean oneAnswer = fresh.feed(heard).size() == 1 && fresh.skipped() == 0 && !fresh.isPending();
        present = begins && !oneAnswer;
    }

    void sent(byte[] frame) {
        if (present) {
            byte[] both = Arrays.copyOf(due, due.length + frame.length);
            System.arraycopy(frame, 0, both, due.length, frame.length);
            due = both;
        }
    }

    byte[] without(byte[] piece) {
        int same = Arrays.mismatch(due, piece);
        if (same < 0) {
            due = new byte[0];
            return due;
        }
        boolean wholeEcho = same == due.length;
        boolean partOfIt = same == piece.length;
        // An echo spoilt on its way is noise like any other: the frames behind it are found all the same.
        due = partOfIt && !wholeEcho ? Arrays.copyOfRange(due, same, due.length) : new byte[0];
        return Arrays.copyOfRange(piece, wholeEcho || partOfIt ? same : 0, piece.length);
    }
}

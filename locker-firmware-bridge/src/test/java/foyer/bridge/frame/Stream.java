package foyer.bridge.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What holds of every protocol's search for replies, whatever comes off the line. */
final class Stream<R> {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    /** None begins a frame of any protocol, not even together with the frame behind it. */
    private static final List<String> GARBAGE = List.of("00", "FF", "FF FF FF", "55 AA 00", "0D 0A FF");

    private final Supplier<Replies<R>> search;
    private final Function<R, byte[]> bytes;

    Stream(Supplier<Replies<R>> search, Function<R, byte[]> bytes) {
        this.search = search;
        this.bytes = bytes;
    }

    static byte[] hex(String hex) {
        return HEX.parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    /** In pieces of any size a frame is one reply, and nothing is left. */
    void isFoundInPiecesOfAnySize(byte[] frame, R reply) {
        for (int size = 1; size <= frame.length; size++) {
            Replies<R> replies = search.get();
            assertThat(fed(replies, frame, size)).as("pieces of %d", size).containsExactly(reply);
            assertThat(replies.skipped()).isZero();
            assertThat(replies.isPending()).isFalse();
        }
    }

    /** With bytes before it that begin no frame it is still found, in pieces of any size. */
    void isFoundBehindGarbage(byte[] frame, R reply) {
        for (String garbage : GARBAGE) {
            byte[] noisy = joined(hex(garbage), frame);
            for (int size = 1; size <= noisy.length; size++) {
                Replies<R> replies = search.get();
                assertThat(fed(replies, noisy, size))
                        .as("%s in pieces of %d", hex(noisy), size)
                        .containsExactly(reply);
                assertThat(replies.skipped()).isEqualTo(noisy.length - frame.length);
                assertThat(replies.isPending()).isFalse();
            }
        }
    }

    /**
     * When the end of a frame is lost, the search is in step again with the third frame behind it at the latest, even on
     * a line that never falls silent. The first can be lost, and with a sum or XOR as checksum can even end the broken one.
     */
    void isFoundAgainAfterItsOwnFirstPart(byte[] frame, R reply) {
        for (int part = 1; part < frame.length; part++) {
            byte[] thrice = joined(frame, joined(frame, frame));
            byte[] noisy = joined(Arrays.copyOf(frame, part), thrice);
            for (int size = 1; size <= noisy.length; size++) {
                Replies<R> replies = search.get();
                assertThat(fed(replies, noisy, size))
                        .as("%s in pieces of %d", hex(noisy), size)
                        .endsWith(reply);
                assertThat(replies.isPending()).isFalse();
            }
        }
    }

    /**
     * A frame with any one byte changed to any other value gives no reply at all, neither with its contents nor with
     * others; all its bytes count as skipped, and the next whole frame is found.
     */
    void isRefusedWithAnyOneByteSpoilt(byte[] frame, R reply) {
        for (int i = 0; i < frame.length; i++) {
            for (int change = 1; change < 256; change++) {
                byte[] spoilt = frame.clone();
                spoilt[i] ^= (byte) change;
                Replies<R> replies = search.get();
                assertThat(replies.feed(spoilt)).as(hex(spoilt)).isEmpty();
                replies.silence();
                assertThat(replies.skipped()).isEqualTo(frame.length);
                assertThat(replies.feed(frame)).containsExactly(reply);
            }
        }
    }

    /**
     * Of any input: nothing is thrown; bytes are those of replies or skipped; each reply's own bytes stand in the input,
     * in the replies' order; and the sizes of the pieces change nothing.
     */
    void keepsItsPromises(byte[] input, int size) {
        Replies<R> whole = search.get();
        List<R> found = whole.feed(input);
        Replies<R> pieces = search.get();
        assertThat(fed(pieces, input, size)).isEqualTo(found);
        assertThat(pieces.skipped()).isEqualTo(whole.skipped());
        assertThat(pieces.isPending()).isEqualTo(whole.isPending());

        int from = 0;
        int ofReplies = 0;
        for (R reply : found) {
            byte[] frame = bytes.apply(reply);
            int at = indexOf(input, frame, from);
            assertThat(at).as("%s from %d in %s", hex(frame), from, hex(input)).isNotNegative();
            from = at + frame.length;
            ofReplies += frame.length;
        }
        boolean pending = whole.isPending();
        long before = whole.skipped();
        whole.silence();
        assertThat(whole.isPending()).isFalse();
        assertThat(whole.skipped() > before).isEqualTo(pending);
        assertThat(whole.skipped() + ofReplies).isEqualTo(input.length);
    }

    private static <R> List<R> fed(Replies<R> replies, byte[] input, int size) {
        List<R> found = new ArrayList<>();
        for (int from = 0; from < input.length; from += size) {
            found.addAll(replies.feed(Arrays.copyOfRange(input, from, Math.min(from + size, input.length))));
        }
        return found;
    }

    private static int indexOf(byte[] input, byte[] part, int from) {
        for (int at = from; at + part.length <= input.length; at++) {
            if (Arrays.equals(input, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

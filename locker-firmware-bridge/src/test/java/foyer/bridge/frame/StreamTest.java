package foyer.bridge.frame;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is promised of every search is seen to be noticed when a search breaks it. */
class StreamTest {
    private static final byte[] FRAME = new CommandCu16.Status(0).bytes();
    private static final byte[] INPUT =
            Stream.joined(new byte[] {7}, new ReplyCu16.Status(1, false, 0xFFFF, 0).bytes());

    /** A search with its replies, its count or its pending changed. */
    private static class Planted implements Replies<ReplyCu16> {
        private final RepliesCu16 right = new RepliesCu16();

        @Override
        public List<ReplyCu16> feed(byte[] bytes) {
            return right.feed(bytes);
        }

        @Override
        public void silence() {
            right.silence();
        }

        @Override
        public boolean isPending() {
            return right.isPending();
        }

        @Override
        public long skipped() {
            return right.skipped();
        }
    }

    @Test
    void aSearchThatIsRightKeepsItsPromises() {
        assertThatCode(() -> check(new Stream<>(Planted::new, ReplyCu16::bytes)))
                .doesNotThrowAnyException();
    }

    @Test
    void aSearchThatLosesBytesIsCaught() {
        isCaught(() -> new Planted() {
            @Override
            public long skipped() {
                return 0;
            }
        });
    }

    @Test
    void aSearchThatKeepsNothingBetweenPiecesIsCaught() {
        isCaught(() -> new Planted() {
            @Override
            public List<ReplyCu16> feed(byte[] bytes) {
                List<ReplyCu16> found = super.feed(bytes);
                silence();
                return found;
            }
        });
    }

    @Test
    void aSearchThatMakesUpRepliesIsCaught() {
        isCaught(() -> new Planted() {
            @Override
            public List<ReplyCu16> feed(byte[] bytes) {
                List<ReplyCu16> found = new ArrayList<>();
                for (ReplyCu16 reply : super.feed(bytes)) {
                    found.add(new ReplyCu16.Status(reply.board(), false, 0, 0));
                }
                return found;
            }
        });
    }

    @Test
    void aSearchThatStaysPendingThroughSilenceIsCaught() {
        isCaught(() -> new Planted() {
            @Override
            public void silence() {
                // Keeps what is pending.
            }
        });
    }

    private static void isCaught(Supplier<Replies<ReplyCu16>> planted) {
        assertThatThrownBy(() -> check(new Stream<>(planted, ReplyCu16::bytes))).isInstanceOf(AssertionError.class);
    }

    private static void check(Stream<ReplyCu16> stream) {
        for (int size = 1; size <= INPUT.length; size++) {
            stream.keepsItsPromises(INPUT, size);
            stream.keepsItsPromises(Stream.joined(INPUT, FRAME), size);
            stream.keepsItsPromises(Stream.joined(INPUT, new byte[] {2, 0}), size);
        }
    }
}

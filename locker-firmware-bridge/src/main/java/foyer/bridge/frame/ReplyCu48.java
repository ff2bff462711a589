package foyer.bridge.frame;

import static foyer.bridge.frame.BytesKerong.at;
import static foyer.bridge.frame.BytesKerong.framed;

import java.util.Optional;

/**
 * What a KERONG CU48 sends: {@code 02 BOARD 00 75, 12 data bytes, 03 SUM}, 18 bytes. Of the data the first 6 bytes are
 * the 48 locks and the last 6, which no source explains, are kept as {@code rest}; locks 1 to 8 come first, lock 1 in
 * the lowest bit. So the published {@code 02 00 00 75 01 00.. 03 7B} with eleven 00 says that of board 0 lock 1 alone is
 * closed. A bit is the raw contact; what it means is configured for each lock.
 */
public sealed interface ReplyCu48 {
    int board();

    /**
     * Every contact of a board.
     *
     * @param bits channel 1 is the lowest bit; 48 bits
     * @param rest the other six data bytes, as {@code bits}
     */
    record Status(int board, long bits, long rest) implements ReplyCu48 {
        public Status {
            BytesKerong.checkBoard(board);
            BytesKerong.checkBits(bits, BytesCu48.CHANNELS);
            BytesKerong.checkBits(rest, BytesCu48.CHANNELS);
        }
    }

    default byte[] bytes() {
        return switch (this) {
            case Status(int board, long bits, long rest) -> {
                int[] body = new int[BytesCu48.REPLY - 3];
                body[0] = board;
                body[2] = BytesCu48.CODE;
                for (int i = 0; i < 6; i++) {
                    body[3 + i] = (int) (bits >>> (8 * i)) & 0xFF;
                    body[9 + i] = (int) (rest >>> (8 * i)) & 0xFF;
                }
                yield framed(body);
            }
        };
    }

    /** The reply of exactly these bytes; empty if they are none. */
    static Optional<ReplyCu48> of(byte[] frame) {
        if (frame.length != BytesCu48.REPLY || !BytesKerong.intact(frame)) {
            return Optional.empty();
        }
        if (at(frame, 1) > BytesKerong.MAX_BOARD || at(frame, 2) != 0 || at(frame, 3) != BytesCu48.CODE) {
            return Optional.empty();
        }
        return Optional.of(new Status(at(frame, 1), six(frame, 4), six(frame, 10)));
    }

    private static long six(byte[] frame, int from) {
        long bits = 0;
        for (int i = 0; i < 6; i++) {
            bits |= (long) at(frame, from + i) << (8 * i);
        }
        return bits;
    }
}

package foyer.bridge.frame;

import static foyer.bridge.frame.BytesKerong.at;
import static foyer.bridge.frame.BytesKerong.framed;

import java.util.Optional;

/**
 * What a KERONG CU12 or CU16 sends: {@code 02 ADDR CODE, hooks 1-8, hooks 9-16, beams 1-8, beams 9-16, 03 SUM}, always
 * 9 bytes. A bit is the raw contact; whether 1 means closed is configured for each lock, for the sources disagree.
 */
public sealed interface ReplyCu16 {
    /** 0 to 15. */
    int board();

    /**
     * Every contact of a board.
     *
     * @param toAll whether the question went to all boards (code 36), not to this one (code 35)
     * @param hooks the locks' contacts, channel 1 in the lowest bit; 16 bits
     * @param beams the infrared sensors, as {@code hooks}
     */
    record Status(int board, boolean toAll, int hooks, int beams) implements ReplyCu16 {
        public Status {
            BytesKerong.checkBoard(board);
            BytesKerong.checkBits(hooks, BytesCu16.CHANNELS);
            BytesKerong.checkBits(beams, BytesCu16.CHANNELS);
        }
    }

    /**
     * The acknowledgement of an unlock, which only some boards send. It proves nothing and is only known so that it is
     * not noise. Its code is that of the command (31), or of a status with the lock's number in it; of the first lock
     * the latter cannot be told from a status, and is one.
     *
     * @param asStatus whether the code is 35; then the channel is not 1
     */
    record Unlocked(int board, int channel, boolean asStatus, int hooks, int beams) implements ReplyCu16 {
        public Unlocked {
            BytesKerong.checkBoard(board);
            BytesKerong.checkChannel(channel, BytesCu16.CHANNELS);
            BytesKerong.checkBits(hooks, BytesCu16.CHANNELS);
            BytesKerong.checkBits(beams, BytesCu16.CHANNELS);
            if (asStatus && channel == 1) {
                throw new IllegalArgumentException("of channel 1 it would be a status");
            }
        }
    }

    default byte[] bytes() {
        return switch (this) {
            case Status(int board, boolean toAll, int hooks, int beams) ->
                frame(board << 4, toAll ? BytesCu16.ONE_OF_ALL : BytesCu16.ONE_BOARD, hooks, beams);
            case Unlocked(int board, int channel, boolean asStatus, int hooks, int beams) ->
                frame((board << 4) | (channel - 1), asStatus ? BytesCu16.ONE_BOARD : BytesCu16.UNLOCK, hooks, beams);
        };
    }

    private static byte[] frame(int address, int code, int hooks, int beams) {
        return framed(address, code, hooks & 0xFF, hooks >> 8, beams & 0xFF, beams >> 8);
    }

    /** The reply of exactly these bytes; empty if they are none. */
    static Optional<ReplyCu16> of(byte[] frame) {
        if (frame.length != BytesCu16.REPLY || !BytesKerong.intact(frame)) {
            return Optional.empty();
        }
        int board = at(frame, 1) >> 4;
        int channel = (at(frame, 1) & 0xF) + 1;
        int code = at(frame, 2);
        int hooks = at(frame, 3) | at(frame, 4) << 8;
        int beams = at(frame, 5) | at(frame, 6) << 8;
        return switch (code) {
            case BytesCu16.ONE_BOARD ->
                Optional.of(
                        channel == 1
                                ? new Status(board, false, hooks, beams)
                                : new Unlocked(board, channel, true, hooks, beams));
            case BytesCu16.ONE_OF_ALL ->
                channel == 1 ? Optional.of(new Status(board, true, hooks, beams)) : Optional.empty();
            case BytesCu16.UNLOCK -> Optional.of(new Unlocked(board, channel, false, hooks, beams));
            default -> Optional.empty();
        };
    }
}

package foyer.bridge.frame;

import static foyer.bridge.frame.BytesKerong.at;
import static foyer.bridge.frame.BytesKerong.framed;

import java.util.Optional;

/**
 * What can be asked of a KERONG CU48: {@code 02 BOARD LOCK CMD 03 SUM}. A board is 0 to 15, as printed at its switch;
 * channels count from 1 to 48, though on the wire from 0. The source is users' published frames.
 */
public sealed interface CommandCu48 {
    int board();

    /** Asks for all contacts of one board. */
    record Status(int board) implements CommandCu48 {
        public Status {
            BytesKerong.checkBoard(board);
        }
    }

    /** Pulses one lock for the time set in the board. */
    record Unlock(int board, int channel) implements CommandCu48 {
        public Unlock {
            BytesKerong.checkBoard(board);
            BytesKerong.checkChannel(channel, BytesCu48.CHANNELS);
        }
    }

    default byte[] bytes() {
        return switch (this) {
            case Status(int board) -> framed(board, 0, BytesCu48.STATUS);
            case Unlock(int board, int channel) -> framed(board, channel - 1, BytesCu48.UNLOCK);
        };
    }

    /** The command of exactly these bytes; empty if they are none. */
    static Optional<CommandCu48> of(byte[] frame) {
        if (frame.length != BytesCu48.COMMAND || !BytesKerong.intact(frame)) {
            return Optional.empty();
        }
        int board = at(frame, 1);
        int lock = at(frame, 2);
        if (board > BytesKerong.MAX_BOARD || lock >= BytesCu48.CHANNELS) {
            return Optional.empty();
        }
        return switch (at(frame, 3)) {
            case BytesCu48.STATUS -> lock == 0 ? Optional.of(new Status(board)) : Optional.empty();
            case BytesCu48.UNLOCK -> Optional.of(new Unlock(board, lock + 1));
            default -> Optional.empty();
        };
    }
}

package foyer.bridge.frame;

import static foyer.bridge.frame.BytesKerong.at;
import static foyer.bridge.frame.BytesKerong.framed;

import java.util.Optional;

/**
 * What can be asked of a KERONG CU12 or CU16: {@code 02 ADDR CMD [data] 03 SUM}, ADDR being the board in the upper and
 * the lock in the lower four bits. A board is 0 to 15, as printed at its switch; channels count from 1 to 16, though on
 * the wire from 0. The source is the makers' and users' published frames.
 */
public sealed interface CommandCu16 {
    /** Asks for all contacts of one board. */
    record Status(int board) implements CommandCu16 {
        public Status {
            BytesKerong.checkBoard(board);
        }
    }

    /** Pulses one lock for the time set in the board. Some boards acknowledge it, others do not. */
    record Unlock(int board, int channel) implements CommandCu16 {
        public Unlock {
            BytesKerong.checkBoard(board);
            BytesKerong.checkChannel(channel, BytesCu16.CHANNELS);
        }
    }

    /** Asks every board of the line; each answers for itself. */
    record StatusOfAll() implements CommandCu16 {}

    /** Pulses every lock. The driver never sends it; it is here to be recognised. */
    record UnlockAll(int board) implements CommandCu16 {
        public UnlockAll {
            BytesKerong.checkBoard(board);
        }
    }

    /** Asks how long a pulse is; the sources do not agree on the reply. */
    record QueryUnlockTime(int board) implements CommandCu16 {
        public QueryUnlockTime {
            BytesKerong.checkBoard(board);
        }
    }

    /** @param units of 10 ms, 1 to 255 */
    record SetUnlockTime(int board, int units) implements CommandCu16 {
        public SetUnlockTime {
            BytesKerong.checkBoard(board);
            if (units < 1 || units > 0xFF) {
                throw new IllegalArgumentException(units + " units of 10 ms are not 1 to 255");
            }
        }
    }

    /** @param code 0 to 3: 9600, 19200, 57600, 115200 */
    record SetBaud(int board, int code) implements CommandCu16 {
        public SetBaud {
            BytesKerong.checkBoard(board);
            if (code < 0 || code > BytesCu16.MAX_BAUD) {
                throw new IllegalArgumentException("baud code " + code + " is not 0 to " + BytesCu16.MAX_BAUD);
            }
        }
    }

    default byte[] bytes() {
        return switch (this) {
            case Status(int board) -> framed(board << 4, BytesCu16.STATUS);
            case Unlock(int board, int channel) -> framed((board << 4) | (channel - 1), BytesCu16.UNLOCK);
            case StatusOfAll() -> framed(BytesCu16.EVERYONE, BytesCu16.STATUS_OF_ALL);
            case UnlockAll(int board) -> framed(board << 4, BytesCu16.UNLOCK_ALL);
            case QueryUnlockTime(int board) -> framed(board << 4, BytesCu16.UNLOCK_TIME);
            case SetUnlockTime(int board, int units) -> framed(board << 4, BytesCu16.UNLOCK_TIME, units);
            case SetBaud(int board, int code) -> framed(board << 4, BytesCu16.BAUD, code);
        };
    }

    /** The command of exactly these bytes; empty if they are none. */
    static Optional<CommandCu16> of(byte[] frame) {
        if (frame.length < BytesCu16.COMMAND || frame.length > BytesCu16.COMMAND + 1 || !BytesKerong.intact(frame)) {
            return Optional.empty();
        }
        int board = at(frame, 1) >> 4;
        int lock = at(frame, 1) & 0xF;
        int what = at(frame, 2);
        if (what == BytesCu16.UNLOCK && frame.length == BytesCu16.COMMAND) {
            return Optional.of(new Unlock(board, lock + 1));
        }
        if (lock != 0) {
            return Optional.empty();
        }
        return frame.length == BytesCu16.COMMAND ? ofBoard(board, what) : ofBoard(board, what, at(frame, 3));
    }

    private static Optional<CommandCu16> ofBoard(int board, int what) {
        return switch (what) {
            case BytesCu16.STATUS -> Optional.of(new Status(board));
            case BytesCu16.STATUS_OF_ALL ->
                board << 4 == BytesCu16.EVERYONE ? Optional.of(new StatusOfAll()) : Optional.empty();
            case BytesCu16.UNLOCK_ALL -> Optional.of(new UnlockAll(board));
            case BytesCu16.UNLOCK_TIME -> Optional.of(new QueryUnlockTime(board));
            default -> Optional.empty();
        };
    }

    private static Optional<CommandCu16> ofBoard(int board, int what, int data) {
        return switch (what) {
            case BytesCu16.UNLOCK_TIME -> data == 0 ? Optional.empty() : Optional.of(new SetUnlockTime(board, data));
            case BytesCu16.BAUD -> data > BytesCu16.MAX_BAUD ? Optional.empty() : Optional.of(new SetBaud(board, data));
            default -> Optional.empty();
        };
    }
}

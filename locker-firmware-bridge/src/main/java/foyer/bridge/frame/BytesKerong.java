package foyer.bridge.frame;

/** What KERONG's CU12, CU16 and CU48 protocols have in common: begin, end and the sum after it. */
final class BytesKerong {
    static final int BEGIN = 0x02;
    static final int END = 0x03;
    static final int MAX_BOARD = 15;

    private BytesKerong() {}

    /** A frame with these bytes, each 0 to 255, between its begin and its end. */
    static byte[] framed(int... bytes) {
        byte[] frame = new byte[bytes.length + 3];
        frame[0] = BEGIN;
        for (int i = 0; i < bytes.length; i++) {
            frame[i + 1] = (byte) bytes[i];
        }
        frame[bytes.length + 1] = END;
        frame[bytes.length + 2] = (byte) sum(frame);
        return frame;
    }

    /** Whether begin and end are there and the last byte is the sum of those before, without its carry. */
    static boolean intact(byte[] frame) {
        return at(frame, 0) == BEGIN && at(frame, frame.length - 2) == END && at(frame, frame.length - 1) == sum(frame);
    }

    private static int sum(byte[] frame) {
        int sum = 0;
        for (int i = 0; i < frame.length - 1; i++) {
            sum += frame[i];
        }
        return sum & 0xFF;
    }

    static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    static void checkBoard(int board) {
        if (board < 0 || board > MAX_BOARD) {
            throw new IllegalArgumentException("board " + board + " is not 0 to " + MAX_BOARD);
        }
    }

    static void checkChannel(int channel, int most) {
        if (channel < 1 || channel > most) {
            throw new IllegalArgumentException("channel " + channel + " is not 1 to " + most);
        }
    }

    static void checkBits(long bits, int channels) {
        if (bits < 0 || bits >>> channels != 0) {
            throw new IllegalArgumentException("more bits than " + channels + " channels");
        }
    }
}

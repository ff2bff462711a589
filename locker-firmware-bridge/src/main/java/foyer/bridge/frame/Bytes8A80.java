package foyer.bridge.frame;

/** What commands and replies of the 8A/80 protocol have in common: their heads, bounds and the XOR at the end. */
final class Bytes8A80 {
    static final int OPEN = 0x8A;
    static final int QUERY = 0x80;
    static final int REPORT = 0x82;
    static final int ALL = 0x33;
    static final int FIND = 0x99;
    static final int SHORTED = 0x11;
    static final int MAX_ADDRESS = 32;
    static final int MAX_CHANNEL = 32;

    private Bytes8A80() {}

    /** The bytes, each 0 to 255, and after them the XOR of all. */
    static byte[] sealed(int... bytes) {
        byte[] frame = new byte[bytes.length + 1];
        int xor = 0;
        for (int i = 0; i < bytes.length; i++) {
            frame[i] = (byte) bytes[i];
            xor ^= bytes[i];
        }
        frame[bytes.length] = (byte) xor;
        return frame;
    }

    /** Whether the last byte of the frame is the XOR of those before. */
    static boolean intact(byte[] bytes, int from, int length) {
        int xor = 0;
        for (int i = from; i < from + length; i++) {
            xor ^= bytes[i];
        }
        return (xor & 0xFF) == 0;
    }

    static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    static boolean isAddress(int value) {
        return value >= 1 && value <= MAX_ADDRESS;
    }

    static boolean isChannel(int value) {
        return value >= 1 && value <= MAX_CHANNEL;
    }

    static boolean isStatus(int value) {
        return value == 0 || value == SHORTED;
    }

    static void checkAddress(int address) {
        if (!isAddress(address)) {
            throw new IllegalArgumentException("address " + address + " is not 1 to " + MAX_ADDRESS);
        }
    }

    static void checkChannel(int channel) {
        if (!isChannel(channel)) {
            throw new IllegalArgumentException("channel " + channel + " is not 1 to " + MAX_CHANNEL);
        }
    }
}

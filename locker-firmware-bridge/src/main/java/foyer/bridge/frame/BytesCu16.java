package foyer.bridge.frame;

/** The numbers of the CU12 and CU16 protocol. */
final class BytesCu16 {
    static final int CHANNELS = 16;
    /** Bytes of a command without data. */
    static final int COMMAND = 5;
    /** Bytes of every reply. */
    static final int REPLY = 9;

    static final int STATUS = 0x30;
    static final int UNLOCK = 0x31;
    static final int STATUS_OF_ALL = 0x32;
    static final int UNLOCK_ALL = 0x33;
    static final int UNLOCK_TIME = 0x37;
    static final int BAUD = 0x40;
    static final int ONE_BOARD = 0x35;
    static final int ONE_OF_ALL = 0x36;
    static final int EVERYONE = 0xF0;
    static final int MAX_BAUD = 3;

    private BytesCu16() {}
}

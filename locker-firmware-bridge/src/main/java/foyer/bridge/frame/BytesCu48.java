package foyer.bridge.frame;

/** The numbers of the CU48 protocol. */
final class BytesCu48 {
    static final int CHANNELS = 48;
    /** Bytes of every command. */
    static final int COMMAND = 6;
    /** Bytes of every reply. */
    static final int REPLY = 18;

    static final int STATUS = 0x60;
    static final int UNLOCK = 0x61;
    static final int CODE = 0x75;

    private BytesCu48() {}
}

package foyer.bridge;

/**
 * What the hardware reports, each on the thread of its line: take it and hand it on, never work or wait in here.
 *
 * <p>Every door and flap is reported once after the start and then at each change.
 */
public interface BridgeListener {
    void door(String compartment, Position position, long at);

    void flap(String bin, Position position, long at);

    /** The drop beam behind the flap was broken. */
    void dropped(String bin, long at);

    /** The level sensor's word, at the start and at each change. */
    void level(String bin, boolean full);

    /** Whether the bin's container stands in its place, at the start and at each change, if a switch watches it. */
    void present(String bin, boolean present);

    /** The cabinet was opened, or closed again; at the start and at each change. */
    void tamper(String name, boolean open);

    /** Whether there is mains, as told by a part with a battery; at the start and at each change. */
    void power(String name, boolean mains);

    void scanned(Scan scan);

    /** A scanner sent what is no barcode: too long, control characters. {@code why} does not repeat it. */
    void unreadable(String scanner, String why);

    /** A line, board or scanner began or ceased to work, in words for staff; at the start once for each. */
    void health(String part, boolean well, String words);
}

package foyer.bridge;

/** A door's or flap's own sensor's word. UNKNOWN as long as its board does not answer. */
public enum Position {
    OPEN,
    CLOSED,
    UNKNOWN
}

package foyer.kiosk.circulation;

/** What can go wrong before a person's eyes; the screen has the words and what to do. */
public enum Problem {
    CARD_OR_PIN,
    TOO_MANY_ATTEMPTS,
    UNREADABLE_BARCODE,
    UNKNOWN_BARCODE,
    NOTHING_READY,
    DOOR_DID_NOT_OPEN,
    DOOR_UNKNOWN,
    WRONG_DOOR,
    CLOSE_DOOR_FIRST,
    FLAP_DID_NOT_OPEN,
    BIN_FULL,
    RETURNS_CLOSED,
    OUT_OF_ORDER
}

package foyer.bridge.scan;

/** What one pull of the trigger gave. */
public sealed interface Scanned {
    /** 1 to 64 printable ASCII characters; not shown by {@link #toString}, for they may be a person's card. */
    record Barcode(String text) implements Scanned {
        @Override
        public String toString() {
            return "Barcode[" + text.length() + " characters]";
        }
    }

    /** @param why in words for staff, without what was read */
    record Unreadable(String why) implements Scanned {}
}

package foyer.bridge.scan;

import java.util.Optional;

/** What one pull of the trigger gave. */
public sealed interface Scanned {
    /**
     * A code as read; not shown by {@link #toString}, for it may be a person's card.
     *
     * @param text 1 to 64 printable ASCII characters, without prefix and line end
     * @param symbology empty if the scanner does not say
     */
    record Barcode(String text, Optional<Symbology> symbology) implements Scanned {
        @Override
        public String toString() {
            return "Barcode[" + text.length() + " characters]";
        }
    }

    /** @param why in words for staff, without what was read */
    record Unreadable(String why) implements Scanned {}
}

package foyer.server.desk;

import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import foyer.station.PatronId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Between what a request may hold and what the house knows by type. */
final class Shapes {
    private static final Pattern BARCODE = Pattern.compile("[\\x21-\\x7e]{1,40}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Shapes() {}

    /** Empty when no item could have such a barcode. */
    static Optional<ItemBarcode> item(String text) {
        return BARCODE.matcher(text).matches() ? Optional.of(new ItemBarcode(text)) : Optional.empty();
    }

    /** Empty when no hold could have such an id. */
    static Optional<HoldId> hold(String text) {
        return TOKEN.matcher(text).matches() ? Optional.of(new HoldId(text)) : Optional.empty();
    }

    /** Empty when no patron could have such an id. */
    static Optional<PatronId> patron(String text) {
        return TOKEN.matcher(text).matches() ? Optional.of(new PatronId(text)) : Optional.empty();
    }
}

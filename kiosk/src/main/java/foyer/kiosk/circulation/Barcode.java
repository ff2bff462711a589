package foyer.kiosk.circulation;

import foyer.station.ItemBarcode;
import foyer.station.ServerMessage.Rules;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a barcode can be, without the text of what is no item: a card's number never comes further than this.
 *
 * @param mac the keyed hash a card or badge is known by here
 * @param card has the shape of this network's cards
 * @param item the text, when it has the shape of any barcode an item may carry
 * @param ours has the shape of this network's items
 * @param misread has one of our shapes and a wrong check digit
 */
public record Barcode(String mac, boolean card, Optional<ItemBarcode> item, boolean ours, boolean misread) {

    private static final Pattern ANY_ITEM = Pattern.compile("[\\x21-\\x7e]{1,40}");
    private static final Pattern FOURTEEN_DIGITS = Pattern.compile("[0-9]{14}");

    /** The network's formats, compiled once for each version of its rules. */
    public record Formats(Pattern card, Pattern item, boolean luhn) {
        public static Formats of(Rules rules) {
            return new Formats(Pattern.compile(rules.cardFormat()), Pattern.compile(rules.itemFormat()), rules.luhn());
        }
    }

    public static Barcode read(String text, String mac, Formats formats) {
        boolean cardShape = formats.card().matcher(text).matches();
        boolean itemShape = formats.item().matcher(text).matches();
        boolean digit = !formats.luhn() || !FOURTEEN_DIGITS.matcher(text).matches() || luhn(text);
        boolean ours = itemShape && digit;
        Optional<ItemBarcode> item =
                ours || (!cardShape && ANY_ITEM.matcher(text).matches())
                        ? Optional.of(new ItemBarcode(text))
                        : Optional.empty();
        return new Barcode(mac, cardShape && digit, item, ours, (cardShape || itemShape) && !digit);
    }

    /** From the right, every second digit doubled: the sum of all digits is a multiple of ten. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return "Barcode[]";
    }
}

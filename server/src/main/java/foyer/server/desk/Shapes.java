package foyer.server.desk;

import foyer.server.circulation.Outcome;
import foyer.server.circulation.Placing;
import foyer.station.HoldId;
import foyer.station.ItemBarcode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /** Of everything that was asked, but not of the id that this attempt would give the hold. */
    static String digest(Placing.Command command) {
        String asked = String.join(
                "\n", command.title(), command.item().map(ItemBarcode::value).orElse(""), command.pickupBranch());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static Desk.Why why(Outcome.Refusal refusal) {
        return switch (refusal) {
            case NO_SUCH_TITLE -> Desk.Why.NO_SUCH_TITLE;
            case NO_SUCH_ITEM -> Desk.Why.NO_SUCH_ITEM;
            case NO_SUCH_BRANCH -> Desk.Why.NO_SUCH_BRANCH;
            case NOT_AVAILABLE -> Desk.Why.NOT_AVAILABLE;
            case HOLD_LIMIT -> Desk.Why.HOLD_LIMIT;
            case ALREADY_HELD -> Desk.Why.ALREADY_HELD;
            case OTHER_NETWORK -> Desk.Why.OTHER_NETWORK;
            case WRONG_STATE -> Desk.Why.WRONG_STATE;
            case NOT_YOURS -> Desk.Why.NOT_YOURS;
            case REASON_MISSING -> Desk.Why.REASON_MISSING;
        };
    }
}

package foyer.server.circulation;

import foyer.station.ServerMessage.Release;
import java.util.regex.Pattern;

/**
 * What a network has decided for itself: data, never an {@code if} on a name.
 *
 * @param holdLimit most open holds of one patron (domain A6, B7), at least 1
 * @param loanDays days a loan lasts, at least 1
 * @param quarantineDays days of 24 hours a return rests (domain B13), at least 0
 * @param release what opens a compartment
 * @param cardFormat a regular expression a card's number matches as a whole
 * @param itemFormat the same for items
 * @param luhn 14-digit numbers end in a Luhn check digit
 * @param binCapacity items a bin takes, at least 1
 */
public record Policy(
        int holdLimit,
        int loanDays,
        int quarantineDays,
        Release release,
        Pattern cardFormat,
        Pattern itemFormat,
        boolean luhn,
        int binCapacity,
        ReturnHours returns) {
    private static final int MOST = 3650;

    public Policy {
        require("holdLimit", holdLimit, 1);
        require("loanDays", loanDays, 1);
        require("quarantineDays", quarantineDays, 0);
        require("binCapacity", binCapacity, 1);
    }

    private static void require(String what, int value, int least) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(what + " is at least " + least + " and at most " + MOST);
        }
    }
}

package foyer.server.circulation.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every value a library may set. The text form of a key is its name in lower case with hyphens ({@code hold-limit}); in
 * the columns of a file it is written with underscores.
 */
public enum Key {
    /** Most open holds of one patron (domain A6, B7). */
    HOLD_LIMIT(Form.number(1, 1000), "3"),
    /** Most running loans of one patron over all branches (domain B7). */
    LOAN_LIMIT(Form.number(1, 1000), "10"),
    /** Whether a hold may wait in the queue for an item that is not to be had now (domain A5), or not (B6). */
    HOLDS_ON(Form.choice("available-or-queue", "available"), "available-or-queue"),
    /** Whether staff look at a hold before it is prepared (domain A7). */
    REVIEW_REQUIRED(Form.YES_NO, "yes"),
    /** From when on a working day staff look at holds (domain A7). */
    REVIEW_FROM(Form.TIME, "10:00"),
    /** From when on the next working day the patron sees what came of it (domain A10). */
    OUTCOME_FROM(Form.TIME, "11:00"),
    /** Where an item is collected: at the branch that owns it (domain A4, B9), or where the patron likes. */
    PICKUP_BRANCH(Form.choice("owning", "choice"), "choice"),
    /** How many days a prepared item waits (domain A8). */
    PICKUP_DAYS(Form.number(1, 365), "3"),
    /** Which days count for it. */
    PICKUP_DAYS_COUNT(Form.choice("calendar", "open"), "calendar"),
    /** From when on they count: from the confirmation (domain A8), or from when the item can be collected. */
    PICKUP_COUNTS_FROM(Form.choice("confirmation", "ready"), "ready"),
    LOAN_DAYS(Form.number(1, 3650), "14"),
    /** Most renewals of one loan; 0 for none. */
    RENEWALS(Form.number(0, 1000), "2"),
    RENEWAL_DAYS(Form.number(1, 3650), "14"),
    /** Who decides a renewal: staff on the patron's request (domain A12), or the rules alone. */
    RENEWAL_BY(Form.choice("request", "self-service"), "request"),
    /** Whether a loan may be renewed though somebody waits for it (domain A12: no). */
    RENEW_IN_DEMAND(Form.YES_NO, "no"),
    /** In cents, for each day after the due date (domain A13); 0 for none. */
    FINE_PER_DAY(Form.number(0, 100_000), "0"),
    /** In cents, for one loan; 0 for no cap. */
    FINE_CAP(Form.number(0, 10_000_000), "0"),
    /** Days after the due date that cost nothing; from the next one on all days count but these. */
    FINE_GRACE_DAYS(Form.number(0, 365), "0"),
    /** Unpaid cents from which on holds are refused (domain A9); 0 for never. */
    BLOCK_FINES_FROM(Form.number(0, 10_000_000), "1"),
    /** Overdue loans from which on holds are refused (domain A9); 0 for never. */
    BLOCK_OVERDUE_FROM(Form.number(0, 1000), "1"),
    /** On which weekdays the door takes returns (domain B2, B3). */
    RETURN_DAYS(Form.WEEKDAYS, "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY"),
    /** From when on those days, or {@code opening} for the branch's opening hours. */
    RETURN_FROM(Form.TIME_OR_OPENING, "00:00"),
    /** The first minute after; 00:00 for the rest of the day. */
    RETURN_UNTIL(Form.TIME_OR_OPENING, "00:00"),
    /** Days of 24 hours a return rests (domain B13). */
    QUARANTINE_DAYS(Form.number(0, 365), "3"),
    /** Where a material rests otherwise, as {@code audio=1 film=2}. */
    QUARANTINE_BY_MATERIAL(Form.COUNTS, ""),
    /** Items one bin takes. */
    BIN_CAPACITY(Form.number(1, 10_000), "60"),
    /** Whether an order is collected at an agreed time (domain B1, B8). */
    APPOINTMENTS(Form.choice("none", "offered", "required"), "none"),
    SLOT_MINUTES(Form.number(5, 480), "30"),
    /** Appointments in one slot. */
    SLOT_CAPACITY(Form.number(1, 1000), "2"),
    /** How far ahead an appointment may lie. */
    SLOT_DAYS_AHEAD(Form.number(1, 365), "14"),
    /** How many items fit into a compartment of each size. */
    COMPARTMENT_ITEMS(Form.COUNTS, "S=2 M=5 L=10"),
    /** What opens a compartment. */
    RELEASE(Form.choice("CARD_AND_PIN", "CARD_ONLY"), "CARD_AND_PIN"),
    /** A regular expression a card's number matches as a whole. */
    CARD_FORMAT(Form.REGEX, "[0-9]{5,20}"),
    /** The same for items. */
    ITEM_FORMAT(Form.REGEX, "[!-~]{1,40}"),
    /** Whether 14-digit numbers end in a Luhn check digit. */
    LUHN(Form.YES_NO, "no"),
    /** How new card numbers are made: characters as they are, {@code #} a digit of the count, {@code L} the check digit. */
    CARD_NUMBERS(Form.CARD_NUMBERS, "2#####"),
    /** For how many months a card is good; 0 for ever. */
    CARD_MONTHS(Form.number(0, 240), "0"),
    /** Days after a loan ended until nobody can tell any more whose it was. */
    RETENTION_DAYS(Form.number(0, 3650), "7");

    // A record whose parts never change: a list that is a copy and a predicate without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Form form;

    private final String usual;

    Key(Form form, String usual) {
        this.form = form;
        this.usual = usual;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As the heading of a column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Form form() {
        return form;
    }

    /** What holds where a library says nothing. */
    public String usual() {
        return usual;
    }

    public static Optional<Key> of(String text) {
        return Arrays.stream(values()).filter(key -> key.text().equals(text)).findFirst();
    }
}

package foyer.server.circulation;

import java.util.Locale;

/** Every reason for which a command is refused: a stable code, with words in four languages. */
public enum Refusal {
    NO_SUCH_TITLE,
    NO_SUCH_ITEM,
    NO_SUCH_BRANCH,
    NO_SUCH_HOLD,
    NO_SUCH_LOAN,
    NO_SUCH_PATRON,
    NO_SUCH_FINE,
    NO_SUCH_APPOINTMENT,
    NO_SUCH_BATCH,
    NO_SUCH_ALARM,
    /** Not to be had now, and this library keeps no queue (domain B6). */
    NOT_AVAILABLE,
    /** Domain A6, B7. */
    HOLD_LIMIT,
    LOAN_LIMIT,
    ALREADY_HELD,
    /** The patron has a copy of it on loan. */
    ALREADY_ON_LOAN,
    OTHER_NETWORK,
    /** Domain A4, B9: an item is collected at the branch that owns it. */
    PICKUP_ELSEWHERE,
    /** Domain B10. */
    LOCKED,
    CARD_EXPIRED,
    /** Domain A9. */
    OVERDUE_LOANS,
    UNPAID_FINES,
    WRONG_STATE,
    NOT_YOURS,
    REASON_MISSING,
    /** A day that has passed, or too far ahead. */
    DAY_WRONG,
    /** The item is with somebody else. */
    ON_LOAN,
    /** The item is kept for somebody else. */
    PROMISED,
    /** Returned, and its rest is not over. */
    STILL_RESTING,
    /** Domain A12. */
    IN_DEMAND,
    /** Domain A13: only until the due date. */
    TOO_LATE,
    NO_RENEWALS_LEFT,
    /** Somebody decides about it already. */
    ALREADY_REQUESTED,
    NOT_REQUESTED,
    NO_APPOINTMENTS,
    SLOT_CLOSED,
    SLOT_FULL,
    /** No compartment of the right size and height is left that day. */
    NO_COMPARTMENT,
    CARD_WRONG,
    CARD_TAKEN,
    LOGIN_TAKEN,
    POLICY_WRONG,
    CALENDAR_WRONG,
    /** Somebody changed it since it was read. */
    CHANGED_MEANWHILE,
    KEY_REUSED;

    /** As REST, the journal and the words know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

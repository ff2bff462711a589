package foyer.server.desk;

import java.util.Optional;

/** What patrons and staff may ask for. Every refusal is recorded with its reason. */
public interface Desk {
    /**
     * A patron places a hold on a title, or on one item of it, to be collected at a branch.
     *
     * @param key makes the command idempotent: the same key by the same patron gets the same answer
     */
    Answer placeHold(String patron, String title, Optional<String> item, String pickupBranch, String key);

    /** Staff confirm a hold under review: the item is taken off the shelf and may be loaded. */
    Answer confirm(String hold, String staff);

    /** Staff reject a hold under review, with a reason the patron reads. */
    Answer reject(String hold, String reason, String staff);

    /** The patron withdraws a hold that was not collected yet. */
    Answer cancel(String hold, String patron);

    /** Staff close a discrepancy after having looked. */
    Answer closeAlarm(long alarm, String staff);

    sealed interface Answer {
        /** Done; {@code id} of what was made or changed. */
        record Done(String id) implements Answer {}

        /** Not done, and why; {@code detail} completes the words, as the item or the limit. */
        record Refused(Why why, String detail) implements Answer {}
    }

    /** Stable codes, each with words in four languages. */
    enum Why {
        NO_SUCH_TITLE,
        NO_SUCH_ITEM,
        NO_SUCH_BRANCH,
        NO_SUCH_HOLD,
        NO_SUCH_ALARM,
        NOT_AVAILABLE,
        HOLD_LIMIT,
        ALREADY_HELD,
        OTHER_NETWORK,
        WRONG_STATE,
        NOT_YOURS,
        REASON_MISSING,
        KEY_REUSED
    }
}

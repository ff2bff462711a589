package foyer.server.circulation;

import java.util.List;

/** A command's answer. A refusal is a value; what physically happened is never refused and has no such answer. */
public sealed interface Outcome {
    record Done(List<Change> changes) implements Outcome {
        public Done {
            changes = List.copyOf(changes);
        }
    }

    /** @param detail completes the words, as the limit or the state it is in */
    record Refused(Refusal why, String detail) implements Outcome {}

    enum Refusal {
        NO_SUCH_TITLE,
        NO_SUCH_ITEM,
        NO_SUCH_BRANCH,
        NOT_AVAILABLE,
        HOLD_LIMIT,
        ALREADY_HELD,
        OTHER_NETWORK,
        WRONG_STATE,
        NOT_YOURS,
        REASON_MISSING
    }
}

package foyer.server.circulation;

import java.util.List;

/** A command's answer. A refusal is a value; what physically happened is never refused and has no such answer. */
public sealed interface Outcome {
    record Done(List<Change> changes) implements Outcome {
        public Done {
            changes = List.copyOf(changes);
        }

        public static Done of(Change... changes) {
            return new Done(List.of(changes));
        }
    }

    /** @param detail completes the words, as the limit or the state it is in */
    record Refused(Refusal why, String detail) implements Outcome {
        public static Refused of(Refusal why) {
            return new Refused(why, "");
        }
    }
}

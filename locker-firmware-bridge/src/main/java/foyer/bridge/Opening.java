package foyer.bridge;

import java.util.Set;

/**
 * What came of one order to open: at most one pulse, and then the sensors' word for it.
 *
 * <p>All times are {@link System#nanoTime()}. {@code pulsedAt} is taken right before the pulse frame's first byte is
 * handed to the line: a benchmark that knows when the order was given has the software's time from it.
 */
public sealed interface Opening {
    /** Exactly the target changed from closed to open. */
    record Opened(long pulsedAt, long openedAt) implements Opening {}

    /** Pulsed once; the board answers, and the target stayed closed for as long as it is given. */
    record Jammed(long pulsedAt) implements Opening {}

    /** Another door than the target changed, with or without it. */
    record WrongDoor(long pulsedAt, Set<String> changed) implements Opening {
        public WrongDoor {
            changed = Set.copyOf(changed);
        }
    }

    /** Pulsed once, and then the board fell silent or never said the same twice: whether the door opened is not known. */
    record NotConfirmed(long pulsedAt, String why) implements Opening {}

    /** Not pulsed: the board did not answer or is not who it should be, the door stood open already, or has no mapping. */
    record NotPulsed(String why) implements Opening {}
}

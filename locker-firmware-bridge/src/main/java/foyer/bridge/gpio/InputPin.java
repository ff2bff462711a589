package foyer.bridge.gpio;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One contact, pulled up: shorted to ground is {@link DigitalState#LOW}.
 *
 * <p>Its changes are told one per reading, so that two books that drop while a lock is pulsed are two. They come from
 * Pi4J's listener, some 10 ms after the contact settled. The level is only the check: where it differs from what was
 * told in two readings running and no change came, the listener is not trusted any more, for Pi4J's can end unnoticed.
 */
final class InputPin {
    /** As many as a contact makes in one pulse; of one that chatters more, the level tells the rest. */
    static final int MOST_UNTOLD = 16;

    private final int channel;
    private final DigitalInput input;
    private final Queue<Boolean> untold = new ArrayDeque<>();
    private boolean told;
    private boolean differed;

    /** The listener's thread only adds; what is told belongs to the bus's thread. */
    InputPin(int channel, DigitalInput input) {
        this.channel = channel;
        this.input = input;
        this.told = isShorted(input.state());
        input.addListener(event -> changed(isShorted(event.state())));
    }

    private synchronized void changed(boolean shorted) {
        if (untold.size() < MOST_UNTOLD) {
            untold.add(shorted);
        }
    }

    /** This contact's part of a reading; tells at most one change since the last. */
    long bit() {
        return next(isShorted(input.state())) ? 1L << (channel - 1) : 0;
    }

    private synchronized boolean next(boolean level) {
        Boolean change = untold.poll();
        while (change != null && change == told) {
            change = untold.poll();
        }
        if (change != null) {
            told = change;
        } else if (level != told && differed) {
            told = level;
        }
        differed = level != told;
        return told;
    }

    private static boolean isShorted(DigitalState state) {
        return state == DigitalState.LOW;
    }
}

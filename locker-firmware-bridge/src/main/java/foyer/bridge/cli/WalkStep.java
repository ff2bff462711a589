package foyer.bridge.cli;

import foyer.bridge.Hardware;
import java.util.List;

/**
 * One pulse of a walk and what came of it.
 *
 * @param door whose channel the file says was pulsed
 * @param pulsed the channel
 * @param changed the contacts that changed, each with its value while its door was closed
 * @param opened what the technician saw: a door's name, {@code bin NAME}, or {@code -} for nothing
 */
record WalkStep(String door, Hardware.Output pulsed, List<Hardware.Input> changed, String opened) {
    static final String NOTHING = "-";

    WalkStep {
        changed = List.copyOf(changed);
    }

    boolean openedNothing() {
        return opened.equals(NOTHING);
    }
}

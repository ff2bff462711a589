package foyer.bridge.gpio;

import java.util.Collections;
import java.util.Set;

/**
 * Which pins make up one board. Channels are BCM numbers (the 17 of "GPIO17"), not places on the header.
 *
 * @param board its name in the hardware file
 * @param outputs relays of locks, lamps, a buzzer: 1 to 27
 * @param inputs contacts, beams, levels, tamper, power-fail: 1 to 27, none of them an output. Each is pulled up to
 *     3.3 V inside the computer; its bit in a reading is 1 while it is shorted to ground
 * @param activeLow whether an output is on at 0 V, as most relay modules with optocouplers are; else on at 3.3 V
 * @param pulseMillis how long a lock is pulsed, {@value #SHORTEST_PULSE} to {@value #LONGEST_PULSE}
 */
public record GpioPins(String board, Set<Integer> outputs, Set<Integer> inputs, boolean activeLow, int pulseMillis) {
    static final int SHORTEST_PULSE = 20;
    static final int LONGEST_PULSE = 3_000;
    private static final int FIRST = 1;
    private static final int LAST = 27;

    /** @throws IllegalArgumentException if a pin or the pulse is out of its range, or a pin is in both sets */
    public GpioPins {
        outputs = Set.copyOf(outputs);
        inputs = Set.copyOf(inputs);
        outputs.forEach(GpioPins::check);
        inputs.forEach(GpioPins::check);
        if (!Collections.disjoint(outputs, inputs)) {
            throw new IllegalArgumentException("a pin of board " + board + " is both output and input");
        }
        if (pulseMillis < SHORTEST_PULSE || pulseMillis > LONGEST_PULSE) {
            throw new IllegalArgumentException(
                    "a pulse of " + pulseMillis + " ms is not between " + SHORTEST_PULSE + " and " + LONGEST_PULSE);
        }
    }

    private static void check(int pin) {
        if (pin < FIRST || pin > LAST) {
            throw new IllegalArgumentException("GPIO" + pin + " is not between " + FIRST + " and " + LAST);
        }
    }
}

package foyer.server.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds at a branch, and who decided it.
 *
 * @param version of all of it, to tell whether it changed since it was read
 * @param hours the regular ones by weekday's name, as {@code 10:00-14:00,15:00-18:00}; a missing day is closed
 */
public record RulesOfBranch(
        String branch,
        long version,
        List<Value> values,
        Map<String, String> hours,
        String holidays,
        List<SpecialDay> specialDays) {
    public RulesOfBranch {
        values = List.copyOf(values);
        hours = Map.copyOf(hours);
        specialDays = List.copyOf(specialDays);
    }

    /** One rule: what is usual, and what the network or the branch says instead. */
    public record Value(String key, Shape shape, String usual, Optional<String> network, Optional<String> branch) {
        /** What holds where the branch says nothing. */
        public String inherited() {
            return network.orElse(usual);
        }

        public String inForce() {
            return branch.orElse(inherited());
        }
    }

    /**
     * What may be written.
     *
     * @param kind {@code choice, number, time, time-or-opening, weekdays, counts, regex, card-numbers}
     * @param least and {@code most}: of a number
     */
    public record Shape(String kind, List<String> choices, int least, int most) {
        public Shape {
            choices = List.copyOf(choices);
        }
    }

    /** @param hours as {@code 10:00-14:00}; empty when closed */
    public record SpecialDay(LocalDate day, String hours, String words) {}
}

package foyer.server.circulation.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Regular opening hours.
 *
 * @param days each day's spans, in order and apart from each other; a missing day is closed, and so is an empty one
 */
public record Week(Map<DayOfWeek, List<Span>> days) {
    /** @throws IllegalArgumentException naming the day whose spans overlap or are out of order */
    public Week {
        Map<DayOfWeek, List<Span>> open = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                open.put(day, Span.inOrder(day.name(), spans));
            }
        });
        days = Collections.unmodifiableMap(open);
    }

    /**
     * Reads what {@link #text} writes; days may stand in any order and case, each once.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static Week of(String text) {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        if (text.isBlank()) {
            return new Week(days);
        }
        for (String part : text.split(";", -1)) {
            String[] words = part.strip().split("\\s+", 2);
            DayOfWeek day = day(words[0]);
            if (days.containsKey(day)) {
                throw new IllegalArgumentException(day + " is named twice");
            }
            if (words.length < 2) {
                throw new IllegalArgumentException(day + " has no hours; a closed day is left out");
            }
            days.put(day, spans(day, words[1]));
        }
        return new Week(days);
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no day of the week, as MONDAY is"));
    }

    private static List<Span> spans(DayOfWeek day, String text) {
        try {
            return Arrays.stream(text.split(",", -1)).map(Span::of).toList();
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException(day + ": " + bad.getMessage(), bad);
        }
    }

    /** As {@code MONDAY 10:00-18:00; TUESDAY 10:00-14:00,15:00-19:00}; empty when no day is open. */
    public String text() {
        return days.entrySet().stream()
                .map(day -> day.getKey() + " "
                        + day.getValue().stream().map(Span::text).collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }

    /** None when closed. */
    public List<Span> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }
}

package foyer.bridge.proof;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What happened, counted. */
final class Tally {
    private final EnumMap<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> moves = new TreeMap<>();
    private long frames;
    private long calmFrames;
    private long openings;
    private long falseAlarms;

    /** A frame that was sent, by the driver or by a board. */
    void frame(boolean calm) {
        frames += calm ? 0 : 1;
        calmFrames += calm ? 1 : 0;
    }

    void count(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    /** {@code WrongDoor} was said, and no other door than the target had moved. */
    void falseAlarm(boolean targetMoved) {
        falseAlarms++;
        outcomes.merge(
                targetMoved ? "of them false alarms, only the target moved" : "of them false alarms, none moved",
                1L,
                Long::sum);
    }

    void outcome(String outcome) {
        openings++;
        outcomes.merge(outcome, 1L, Long::sum);
    }

    /** Something a door did, or was seen to do. */
    void move(String what) {
        moves.merge(what, 1L, Long::sum);
    }

    /** With noise on the line. */
    long frames() {
        return frames;
    }

    long falseAlarms() {
        return falseAlarms;
    }

    long openings() {
        return openings;
    }

    long of(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    long outcomes(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    long moves(String what) {
        return moves.getOrDefault(what, 0L);
    }

    /** For people; the same for the same seed. */
    String table() {
        StringBuilder out = new StringBuilder();
        row(out, "frames with noise on the line", frames);
        row(out, "frames while it was calm", calmFrames);
        row(out, "openings", openings);
        outcomes.forEach((outcome, count) -> row(out, "  " + outcome, count));
        out.append("doors\n");
        moves.forEach((what, count) -> row(out, "  " + what, count));
        out.append("faults\n");
        faults.forEach((fault, count) -> row(out, "  " + fault.words, count));
        return out.toString();
    }

    private static void row(StringBuilder out, String what, long count) {
        out.append(String.format("%-58s %,12d%n", what, count));
    }
}

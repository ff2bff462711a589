package foyer.bridge.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an examination found.
 *
 * @param time of day, of this computer
 * @param map the hardware file's statements, without comments
 * @param findings what is wrong, in the order in which it should be mended
 */
record DoctorReport(
        String time,
        String version,
        String java,
        String system,
        Inventory inventory,
        String file,
        List<String> map,
        List<LineHealth> lines,
        List<BoardHealth> boards,
        List<ScannerHealth> scanners,
        List<Finding> findings,
        int exit) {
    /**
     * One line.
     *
     * @param skipped bytes that were no answer, in all of the examination
     * @param trouble why it is not open; null if it is
     */
    record LineHealth(
            String name,
            String where,
            boolean echoes,
            long skipped,
            @Nullable String trouble) {}

    /**
     * One board, asked {@code asked} times.
     *
     * @param medianMillis half of the answers came within; null without answers
     * @param slowestMillis all but the slowest hundredth came within; null without answers
     * @param contacts one character per contact, channel 1 first: 1 is shorted; null without answers
     */
    record BoardHealth(
            String name,
            String kind,
            int address,
            int asked,
            int answered,
            @Nullable Double medianMillis,
            @Nullable Double slowestMillis,
            @Nullable String contacts) {}

    /** @param trouble why it cannot be opened; null if it can */
    record ScannerHealth(
            String name, String where, @Nullable String trouble) {}

    /** @param todo what to do about it */
    record Finding(String what, String todo) {}

    DoctorReport {
        map = List.copyOf(map);
        lines = List.copyOf(lines);
        boards = List.copyOf(boards);
        scanners = List.copyOf(scanners);
        findings = List.copyOf(findings);
    }
}

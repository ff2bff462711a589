package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.Workbench;
import foyer.bridge.board.Bus;
import foyer.bridge.board.Reading;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at every part of a station by hand, one after another. Pulses nothing. */
final class Examination {
    private static final int QUESTIONS = 100;
    private static final double NANOS_PER_MILLI = 1e6;
    /** A silent board costs its reply time for each question. */
    private static final int ENOUGH_SILENCE = 5;

    private final Surroundings surroundings;
    private final Hardware hardware;
    private final Path file;
    private final List<DoctorReport.LineHealth> lines = new ArrayList<>();
    private final List<DoctorReport.BoardHealth> boards = new ArrayList<>();
    private final List<DoctorReport.ScannerHealth> scanners = new ArrayList<>();

    Examination(Surroundings surroundings, Hardware hardware, Path file) {
        this.surroundings = surroundings;
        this.hardware = hardware;
        this.file = file;
    }

    DoctorReport examine() throws IOException, InterruptedException {
        try (Workbench bench = new Workbench(hardware)) {
            for (Hardware.LineMap line : hardware.lines()) {
                line(bench, line);
            }
            for (Hardware.ScannerMap scanner : hardware.scanners()) {
                scanners.add(scanner(bench, scanner));
            }
        }
        Inventory inventory = Inventory.of(surroundings.root());
        List<String> map = HardwareText.read(file).lines().stream()
                .map(text -> text.replaceFirst("#.*", "").strip())
                .filter(text -> !text.isEmpty())
                .toList();
        Findings findings = new Findings(hardware, inventory, lines, boards, scanners);
        return new DoctorReport(
                OffsetDateTime.now(surroundings.clock()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                LockerBridge.Version.version(),
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"),
                inventory,
                file.toString(),
                map,
                lines,
                boards,
                scanners,
                findings.all(),
                findings.exit());
    }

    private void line(Workbench bench, Hardware.LineMap map) throws InterruptedException {
        String where = Words.of(map.kind());
        List<Hardware.BoardMap> hanging = hardware.boardsOn(map.name());
        int examined = 0;
        try (Bus bus = bench.open(map.name())) {
            for (Hardware.BoardMap board : hanging) {
                boards.add(board(bus, board));
                examined++;
            }
            lines.add(new DoctorReport.LineHealth(map.name(), where, bus.echoes(), bus.skipped(), null));
        } catch (LineLost lost) {
            lines.add(new DoctorReport.LineHealth(map.name(), where, false, 0, String.valueOf(lost.getMessage())));
            for (Hardware.BoardMap board : hanging.subList(examined, hanging.size())) {
                boards.add(health(board, 0, List.of(), Optional.empty()));
            }
        }
    }

    private static DoctorReport.BoardHealth board(Bus bus, Hardware.BoardMap map)
            throws LineLost, InterruptedException {
        List<Long> times = new ArrayList<>();
        Optional<Reading> last = Optional.empty();
        int asked = 0;
        while (asked < QUESTIONS && (!times.isEmpty() || asked < ENOUGH_SILENCE)) {
            long began = System.nanoTime();
            Optional<Reading> reading = bus.board(map.name()).read(() -> false);
            asked++;
            if (reading.isPresent()) {
                times.add(reading.get().at() - began);
                last = reading;
            }
        }
        return health(map, asked, times, last);
    }

    private static DoctorReport.BoardHealth health(
            Hardware.BoardMap map, int asked, List<Long> times, Optional<Reading> last) {
        List<Long> sorted = times.stream().sorted().toList();
        return new DoctorReport.BoardHealth(
                map.name(),
                map.kind().word(),
                map.address(),
                asked,
                times.size(),
                sorted.isEmpty() ? null : millis(sorted, 50),
                sorted.isEmpty() ? null : millis(sorted, 99),
                last.map(reading -> contacts(reading, map.contacts())).orElse(null));
    }

    /** The smallest time that so many of a hundred answers came within. */
    private static double millis(List<Long> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return Math.round(sorted.get(Math.max(1, rank) - 1) / NANOS_PER_MILLI * 10) / 10.0;
    }

    private static String contacts(Reading reading, int count) {
        StringBuilder bits = new StringBuilder();
        for (int channel = 1; channel <= count; channel++) {
            bits.append(reading.shorted(channel) ? '1' : '0');
        }
        return bits.toString();
    }

    private static DoctorReport.ScannerHealth scanner(Workbench bench, Hardware.ScannerMap map)
            throws InterruptedException {
        String where = Words.of(map.kind());
        try {
            bench.openScanner(map).ifPresent(Source::close);
            return new DoctorReport.ScannerHealth(map.name(), where, null);
        } catch (LineLost lost) {
            return new DoctorReport.ScannerHealth(map.name(), where, String.valueOf(lost.getMessage()));
        }
    }
}

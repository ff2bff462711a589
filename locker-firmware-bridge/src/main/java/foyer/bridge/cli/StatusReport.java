package foyer.bridge.cli;

import foyer.bridge.Hardware;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every door, bin, switch and part of a station at one moment.
 *
 * @param exit as the command ends if it ends now
 */
record StatusReport(
        List<Door> doors,
        List<Bin> bins,
        List<Switch> tampers,
        List<Switch> powers,
        List<Part> lines,
        List<Part> boards,
        List<Part> scanners,
        int exit) {
    /** @param state open, closed or unknown */
    record Door(String name, String state, String board, int channel) {}

    /**
     * A return bin.
     *
     * @param flap open, closed or unknown
     * @param level full, room or unknown
     * @param container present, missing or unknown; null if nothing watches it
     */
    record Bin(
            String name,
            String flap,
            String level,
            @Nullable String container,
            String board) {}

    /** @param state open or closed, mains or battery, or unknown */
    record Switch(String name, String state) {}

    /** A line, board or scanner. */
    record Part(String name, boolean well, String words) {}

    private static final String UNKNOWN = "unknown";

    StatusReport {
        doors = List.copyOf(doors);
        bins = List.copyOf(bins);
        tampers = List.copyOf(tampers);
        powers = List.copyOf(powers);
        lines = List.copyOf(lines);
        boards = List.copyOf(boards);
        scanners = List.copyOf(scanners);
    }

    static StatusReport of(Station station) {
        Hardware hardware = station.hardware();
        Observed seen = station.seen();
        List<Door> doors = hardware.doors().stream()
                .map(door -> new Door(
                        door.compartment().name(),
                        state(seen, "door " + door.compartment().name()),
                        door.lock().board(),
                        door.lock().channel()))
                .toList();
        List<Bin> bins =
                hardware.returnBins().stream().map(bin -> bin(seen, bin)).toList();
        List<Switch> tampers = hardware.tampers().stream()
                .map(tamper -> new Switch(tamper.name(), state(seen, "tamper " + tamper.name())))
                .toList();
        List<Switch> powers = hardware.powers().stream()
                .map(power -> new Switch(power.name(), state(seen, "power " + power.name())))
                .toList();
        List<Part> lines =
                hardware.lines().stream().map(line -> line(seen, line.name())).toList();
        List<Part> boards = hardware.boards().stream()
                .map(board -> part(seen, "board ", board.name()))
                .toList();
        List<Part> scanners = hardware.scanners().stream()
                .map(scanner -> scanner(seen, scanner))
                .toList();
        boolean reached =
                lines.stream().allMatch(line -> line(seen, line.name()).well() || isNoisy(seen, line.name()))
                        && boards.stream().allMatch(Part::well);
        boolean fine = reached
                && lines.stream().allMatch(Part::well)
                && scanners.stream().allMatch(Part::well)
                && doors.stream().noneMatch(door -> door.state().equals(UNKNOWN))
                && tampers.stream().allMatch(tamper -> tamper.state().equals("closed"))
                && powers.stream().allMatch(power -> power.state().equals("mains"));
        int exit = fine ? Exit.FINE : reached ? Exit.FOUND : Exit.LOST;
        return new StatusReport(doors, bins, tampers, powers, lines, boards, scanners, exit);
    }

    private static Bin bin(Observed seen, Hardware.BinMap bin) {
        return new Bin(
                bin.name(),
                state(seen, "flap " + bin.name()),
                state(seen, "level " + bin.name()),
                bin.present() == null ? null : state(seen, "container " + bin.name()),
                bin.flap().board());
    }

    private static String state(Observed seen, String part) {
        return seen.state(part).orElse(UNKNOWN);
    }

    private static boolean isNoisy(Observed seen, String line) {
        return seen.health("noise on line " + line)
                .filter(noise -> !noise.well())
                .isPresent();
    }

    /** A noisy line works, and is not well. */
    private static Part line(Observed seen, String name) {
        Part open = part(seen, "line ", name);
        return open.well() && isNoisy(seen, name)
                ? new Part(
                        name,
                        false,
                        "noise: "
                                + seen.health("noise on line " + name)
                                        .map(Observed.Health::words)
                                        .orElse(""))
                : open;
    }

    private static Part scanner(Observed seen, Hardware.ScannerMap scanner) {
        return scanner.kind() instanceof Hardware.Keyboard
                ? new Part(scanner.name(), true, "types into the window; not looked at here")
                : part(seen, "scanner ", scanner.name());
    }

    private static Part part(Observed seen, String kind, String name) {
        return seen.health(kind + name)
                .map(health -> new Part(name, health.well(), health.words()))
                .orElseGet(() -> new Part(name, false, "has not said anything yet"));
    }
}

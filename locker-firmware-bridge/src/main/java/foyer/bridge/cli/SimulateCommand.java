package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.sim.SimulatedPorts;
import foyer.bridge.sim.SimulatedWall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Boards and scanners that are not there, for any other program to be tried against. */
@CommandLine.Command(
        name = "simulate",
        description = {
            "Simulates the file's boards and scanners, byte for byte, until Ctrl-C or the end of the input.",
            "Prints a hardware file in which they stand; commands on standard input work doors and faults ('help')."
        })
final class SimulateCommand extends Command {
    @Parameters(paramLabel = "HARDWARE-FILE", description = "The station's hardware file.")
    private Path file = Path.of("");

    @ArgGroup
    private @Nullable Way way;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write that hardware file here; must be new.")
    private @Nullable Path out;

    /** Where the lines end. */
    private static final class Way {
        @Option(
                names = "--pty",
                description = "Lines on pseudo-terminals (the default). What only networks speak is on TCP still.")
        private boolean pty;

        @Option(
                names = "--tcp",
                paramLabel = "PORT",
                description = "Lines on TCP ports from this one on, of this computer only; 0 for any. Scanners are on"
                        + " pseudo-terminals still.")
        private int port = -1;
    }

    SimulateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /**
     * Where everything is.
     *
     * @param lines as a hardware file says it, by name
     * @param hardware the lines of a hardware file
     */
    record Places(Map<String, String> lines, Map<String, String> scanners, List<String> hardware) {}

    @Override
    public Integer call() throws Exception {
        Hardware hardware = read(file);
        if (hardware.lines().stream().anyMatch(line -> line.kind() instanceof Hardware.Gpio)) {
            throw new Refused("this computer's own pins cannot be simulated for another program; remove the gpio line");
        }
        if (out != null && Files.exists(out)) {
            throw new Refused(out + " is there already: write --out with another name");
        }
        try (SimulatedWall wall = SimulatedWall.onPty(hardware);
                SimulatedPorts doors = new SimulatedPorts()) {
            Places places = places(hardware, wall, doors);
            tell(places);
            boolean ended = new SimulationPrompt(this, hardware, wall).run();
            return ended ? Exit.FINE : Exit.STOPPED;
        }
    }

    private Places places(Hardware hardware, SimulatedWall wall, SimulatedPorts doors) throws IOException {
        int port = way == null || way.pty ? -1 : way.port;
        Map<String, String> lines = new LinkedHashMap<>();
        for (Hardware.LineMap line : hardware.lines()) {
            Hardware.BoardKind kind = hardware.boardsOn(line.name()).getFirst().kind();
            if (port >= 0 || kind == Hardware.BoardKind.MODBUS_TCP) {
                int taken = doors.open(Math.max(0, port), () -> wall.connect(line.name()));
                lines.put(line.name(), "tcp 127.0.0.1 " + taken);
                port += port > 0 ? 1 : 0;
            } else {
                lines.put(line.name(), "serial " + wall.boardPath(line.name()) + " " + baud(line.kind(), kind));
            }
        }
        Map<String, String> scanners = new LinkedHashMap<>();
        for (Hardware.ScannerMap scanner : hardware.scanners()) {
            int baud = scanner.kind() instanceof Hardware.Serial serial ? serial.baud() : 9600;
            scanners.put(scanner.name(), "serial " + wall.scannerPath(scanner.name()) + " " + baud);
        }
        return new Places(
                lines,
                scanners,
                HardwareText.read(file).plugged(lines, scanners).lines());
    }

    private static int baud(Hardware.LineKind line, Hardware.BoardKind kind) {
        if (line instanceof Hardware.Serial(String path, int baud)) {
            return baud;
        }
        boolean kerong = kind == Hardware.BoardKind.CU16 || kind == Hardware.BoardKind.CU48;
        return kerong ? 19_200 : 9_600;
    }

    private void tell(Places places) throws IOException {
        if (out != null) {
            Files.write(out, places.hardware());
        }
        if (json()) {
            out().println(Json.line(places));
            out().flush();
            return;
        }
        places.lines().forEach((name, where) -> say("line " + name + " is at " + where));
        places.scanners().forEach((name, where) -> say("scanner " + name + " is at " + where));
        say(Optional.ofNullable(out)
                .map(written -> "A hardware file with them: " + written)
                .orElse("A hardware file with them:"));
        if (out == null) {
            say("");
            places.hardware().forEach(this::say);
            say("");
        }
        say("Commands work doors and faults; 'help' lists them. Ctrl-C ends.");
    }
}

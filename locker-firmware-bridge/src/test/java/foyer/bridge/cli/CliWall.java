package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.HardwareFault;
import foyer.bridge.TestHardware;
import foyer.bridge.sim.SimulatedPorts;
import foyer.bridge.sim.SimulatedWall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The test wall behind a real pseudo-terminal or a real socket, and a hardware file that leads there. */
final class CliWall implements AutoCloseable {
    final SimulatedWall wall;
    final Path file;
    final Hardware hardware;
    final String line;
    private final SimulatedPorts doors = new SimulatedPorts();

    private CliWall(Path folder, String text, boolean network) throws HardwareFault, IOException {
        hardware = TestHardware.read(folder, text.replace("{LINE}", "simulated").replace("{SCANNER}", "simulated"));
        wall = SimulatedWall.onPty(hardware);
        boolean ready = false;
        try {
            String way = network
                    ? "tcp 127.0.0.1 " + doors.open(0, () -> wall.connect("main"))
                    : "serial " + wall.boardPath() + " 9600";
            line = way.replace(" 9600", "").replace(' ', ':');
            file = folder.resolve("hardware.txt");
            Files.writeString(
                    file, text.replace("{LINE}", way).replace("{SCANNER}", "serial " + wall.scannerPath() + " 9600"));
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    /** Twelve doors, two bins and a scanner, on one board of a kind. */
    static CliWall of(BoardKind kind, Path folder) throws HardwareFault, IOException {
        boolean network = kind == BoardKind.MODBUS_TCP;
        return new CliWall(folder, TestHardware.text(kind, "{LINE}", "{SCANNER}"), network);
    }

    /** On a pseudo-terminal. */
    static CliWall of(Path folder, String text) throws HardwareFault, IOException {
        return new CliWall(folder, text, false);
    }

    /** A board on a serial line behind a network converter. */
    static CliWall behindNetwork(Path folder) throws HardwareFault, IOException {
        return new CliWall(folder, TestHardware.text(BoardKind.BOARD_8A80, "{LINE}", "{SCANNER}"), true);
    }

    /** Behind a network converter. */
    static CliWall onNetwork(Path folder, String text) throws HardwareFault, IOException {
        return new CliWall(folder, text, true);
    }

    String path() {
        return file.toString();
    }

    /** Of all channels, whether or not something hangs on them. */
    int allPulses() {
        return hardware.boards().stream()
                .mapToInt(board -> IntStream.rangeClosed(1, board.channels())
                        .map(wall.board(board.name())::openedPulses)
                        .sum())
                .sum();
    }

    @Override
    public void close() throws IOException {
        doors.close();
        wall.close();
    }
}

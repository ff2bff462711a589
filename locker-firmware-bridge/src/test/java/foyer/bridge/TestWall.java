package foyer.bridge;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.sim.SimulatedPorts;
import foyer.bridge.sim.SimulatedWall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@link TestHardware}'s wall with one kind of board, at the end of the line usual for it: a terminal or a socket. */
final class TestWall implements AutoCloseable {
    final SimulatedWall wall;
    final Hardware hardware;
    private final Optional<SimulatedPorts> converter;

    private TestWall(SimulatedWall wall, Hardware hardware, Optional<SimulatedPorts> converter) {
        this.wall = wall;
        this.hardware = hardware;
        this.converter = converter;
    }

    static TestWall of(BoardKind kind, Path folder) throws HardwareFault, IOException {
        SimulatedWall wall = SimulatedWall.onPty(TestHardware.of(kind, folder, "simulated", "simulated"));
        String scanner = "serial " + wall.scannerPath() + " 9600";
        if (kind != BoardKind.MODBUS_TCP) {
            String line = "serial " + wall.boardPath() + " 19200";
            return new TestWall(wall, TestHardware.of(kind, folder, line, scanner), Optional.empty());
        }
        SimulatedPorts converter = new SimulatedPorts();
        String line = "tcp 127.0.0.1 " + converter.open(0, () -> wall.connect("main"));
        return new TestWall(wall, TestHardware.of(kind, folder, line, scanner), Optional.of(converter));
    }

    @Override
    public void close() throws IOException {
        if (converter.isPresent()) {
            converter.get().close();
        }
        wall.close();
    }
}

package foyer.bridge;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.board.BoardSetup;
import foyer.bridge.board.Bus;
import foyer.bridge.board.Protocol8A80;
import foyer.bridge.board.WireBus;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.SerialLine;
import foyer.bridge.sim.SimulatedWall;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How each line and scanner of a hardware file is opened, again and again, and closed. */
final class Plugs {
    private final Hardware hardware;
    private final @Nullable SimulatedWall wall;

    /** @param wall what answers on simulated lines; null if the file names none */
    Plugs(Hardware hardware, @Nullable SimulatedWall wall) {
        this.hardware = hardware;
        this.wall = wall;
    }

    LineKeeper.Plug<Bus> boards(Hardware.LineMap map) {
        List<Hardware.BoardMap> boards = hardware.boardsOn(map.name());
        List<BoardSetup> setups = boards.stream().map(Plugs::setup).toList();
        LineKeeper.Opener<Line> line = line(map);
        return new LineKeeper.Plug<>(() -> speak(boards.getFirst().kind(), line.open(), setups), Bus::close);
    }

    private LineKeeper.Opener<Line> line(Hardware.LineMap map) {
        return switch (map.kind()) {
            case Hardware.Serial(String path, int baud) -> () -> serial(path, baud);
            case Hardware.Tcp(String host, int port) -> throw new UnsupportedOperationException();
            case Hardware.Gpio() -> throw new UnsupportedOperationException();
            case Hardware.Simulated() -> () -> wall().connect(map.name());
        };
    }

    private static Bus speak(BoardKind kind, Line line, List<BoardSetup> setups) throws LineLost, InterruptedException {
        return switch (kind) {
            case BOARD_8A80 -> WireBus.open(line, new Protocol8A80(), setups);
            case CU16, CU48, MODBUS, MODBUS_TCP, GPIO -> throw new UnsupportedOperationException();
        };
    }

    LineKeeper.Plug<Line> scanner(Hardware.ScannerMap map) {
        LineKeeper.Opener<Line> opener =
                switch (map.kind()) {
                    case Hardware.Serial(String path, int baud) -> () -> serial(path, baud);
                    case Hardware.Simulated() -> () -> wall().connectScanner(map.name());
                    case Hardware.Evdev(String path) -> throw new UnsupportedOperationException();
                    case Hardware.Keyboard() -> throw new UnsupportedOperationException();
                    case Hardware.Camera(List<String> command) -> throw new UnsupportedOperationException();
                };
        return new LineKeeper.Plug<>(opener, Line::close);
    }

    private static Line serial(String path, int baud) throws LineLost {
        return SerialLine.open(path, baud);
    }

    private SimulatedWall wall() {
        if (wall == null) {
            throw new IllegalStateException("nothing of this hardware is simulated");
        }
        return wall;
    }

    private static BoardSetup setup(Hardware.BoardMap map) {
        return new BoardSetup(
                map.name(),
                map.address(),
                map.channels(),
                TimeUnit.MILLISECONDS.toNanos(map.replyMillis()),
                map.pulseMillis());
    }
}

package foyer.bridge;

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
        List<BoardSetup> setups = hardware.boards().stream()
                .filter(board -> board.line().equals(map.name()))
                .map(Plugs::setup)
                .toList();
        LineKeeper.Opener<Line> line = line(map.kind(), () -> wall().connect(map.name()));
        return new LineKeeper.Plug<>(() -> WireBus.open(line.open(), new Protocol8A80(), setups), Bus::close);
    }

    LineKeeper.Plug<Line> scanner(Hardware.ScannerMap map) {
        return new LineKeeper.Plug<>(line(map.kind(), () -> wall().connectScanner(map.name())), Line::close);
    }

    private static LineKeeper.Opener<Line> line(Hardware.LineKind kind, LineKeeper.Opener<Line> simulated) {
        return switch (kind) {
            case Hardware.Serial(String path, int baud) -> () -> serial(path, baud);
            case Hardware.Simulated() -> simulated;
        };
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
                map.name(), map.address(), map.channels(), TimeUnit.MILLISECONDS.toNanos(map.replyMillis()), 0);
    }
}

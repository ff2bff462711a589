package foyer.bridge;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.board.BoardSetup;
import foyer.bridge.board.Bus;
import foyer.bridge.board.Protocol8A80;
import foyer.bridge.board.ProtocolCu16;
import foyer.bridge.board.ProtocolCu48;
import foyer.bridge.board.ProtocolModbusRtu;
import foyer.bridge.board.ProtocolModbusTcp;
import foyer.bridge.board.WireBus;
import foyer.bridge.gpio.GpioBus;
import foyer.bridge.gpio.GpioPins;
import foyer.bridge.gpio.GpioProvider;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.SerialLine;
import foyer.bridge.line.Source;
import foyer.bridge.line.TcpLine;
import foyer.bridge.scan.EvdevScanner;
import foyer.bridge.scan.camera.CameraScanner;
import foyer.bridge.sim.SimulatedWall;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each line and scanner of a hardware file is opened, again and again, and closed. */
final class Plugs {
    private final Hardware hardware;
    private final @Nullable SimulatedWall wall;
    private final GpioProvider gpio;

    /**
     * @param wall what answers on simulated lines; null if the file names none
     * @param gpio what moves this computer's pins, if the file names them
     */
    Plugs(Hardware hardware, @Nullable SimulatedWall wall, GpioProvider gpio) {
        this.hardware = hardware;
        this.wall = wall;
        this.gpio = gpio;
    }

    LineKeeper.Plug<Bus> boards(Hardware.LineMap map) {
        return new LineKeeper.Plug<>(
                switch (map.kind()) {
                    case Hardware.Serial(String path, int baud) -> wire(map, () -> SerialLine.open(path, baud));
                    case Hardware.Tcp(String host, int port) -> wire(map, () -> TcpLine.open(host, port));
                    case Hardware.Simulated() -> wire(map, () -> wall().connect(map.name()));
                    case Hardware.Gpio() -> pins(map);
                },
                Bus::close);
    }

    private LineKeeper.Opener<Bus> wire(Hardware.LineMap map, LineKeeper.Opener<Line> line) {
        List<Hardware.BoardMap> boards = hardware.boardsOn(map.name());
        List<BoardSetup> setups = boards.stream().map(Plugs::setup).toList();
        return () -> speak(boards.getFirst().kind(), line.open(), setups);
    }

    /** The file sees to it that all boards of a line are of one kind. */
    static Bus speak(BoardKind kind, Line line, List<BoardSetup> setups) throws LineLost, InterruptedException {
        return switch (kind) {
            case BOARD_8A80 -> WireBus.open(line, new Protocol8A80(), setups);
            case CU16 -> WireBus.open(line, new ProtocolCu16(), setups);
            case CU48 -> WireBus.open(line, new ProtocolCu48(), setups);
            case MODBUS -> WireBus.open(line, new ProtocolModbusRtu(), setups);
            case MODBUS_TCP -> WireBus.open(line, new ProtocolModbusTcp(), setups);
            case GPIO -> throw new IllegalArgumentException("pins have no bytes");
        };
    }

    private LineKeeper.Opener<Bus> pins(Hardware.LineMap map) {
        List<GpioPins> boards = hardware.boardsOn(map.name()).stream()
                .map(board -> new GpioPins(
                        board.name(),
                        hardware.outputsOf(board.name()).stream()
                                .map(Hardware.Output::channel)
                                .collect(Collectors.toSet()),
                        hardware.inputsOf(board.name()).stream()
                                .map(Hardware.Input::channel)
                                .collect(Collectors.toSet()),
                        board.activeLow(),
                        board.pulseMillis()))
                .toList();
        return () -> GpioBus.open(gpio, boards);
    }

    /** Empty where nothing is opened: for a scanner that types into a window. */
    Optional<LineKeeper.Plug<Source>> scanner(Hardware.ScannerMap map) {
        return switch (map.kind()) {
            case Hardware.Serial(String path, int baud) -> listening(() -> SerialLine.open(path, baud));
            case Hardware.Evdev(String path) -> listening(() -> EvdevScanner.open(Path.of(path)));
            case Hardware.Camera(List<String> command) ->
                listening(() -> CameraScanner.open(command, hardware.codes()));
            case Hardware.Simulated() -> listening(() -> wall().connectScanner(map.name()));
            case Hardware.Keyboard() -> Optional.empty();
        };
    }

    private static Optional<LineKeeper.Plug<Source>> listening(LineKeeper.Opener<Source> opener) {
        return Optional.of(new LineKeeper.Plug<>(opener, Source::close));
    }

    private SimulatedWall wall() {
        if (wall == null) {
            throw new IllegalStateException("nothing of this hardware is simulated");
        }
        return wall;
    }

    static BoardSetup setup(Hardware.BoardMap map) {
        return new BoardSetup(
                map.name(),
                map.address(),
                map.channels(),
                TimeUnit.MILLISECONDS.toNanos(map.replyMillis()),
                map.pulseMillis());
    }
}

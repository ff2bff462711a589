package foyer.bridge.sim;

import foyer.bridge.Hardware;
import foyer.bridge.line.Line;
import foyer.bridge.line.MemoryLine;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The simulated hardware of a whole station: every board and scanner of a hardware file, at the far ends of lines. Its
 * state (doors, counts of pulses) is here and survives whoever talks to it.
 *
 * <p>Compartments and bins go by the names of the file. A name that is not in it is a fault of the caller.
 */
public final class SimulatedWall implements AutoCloseable {
    /** The channel on which nothing hangs. */
    private static final int NOTHING = 0;

    private final Hardware hardware;
    private final Map<String, SimulatedBoard> boards = new LinkedHashMap<>();
    private final Map<String, SimulatedScanner> scanners = new LinkedHashMap<>();
    private final Map<String, SimulatedBus> buses = new HashMap<>();
    private final Map<String, PtyPort> boardPorts = new LinkedHashMap<>();
    private final Map<String, PtyPort> scannerPorts = new LinkedHashMap<>();

    private SimulatedWall(Hardware hardware) {
        this.hardware = hardware;
        for (Hardware.BoardMap board : hardware.boards()) {
            kind(board.kind()).ifPresent(kind -> boards.put(board.name(), made(board, kind)));
        }
        for (Hardware.ScannerMap scanner : hardware.scanners()) {
            scanners.put(scanner.name(), new SimulatedScanner());
        }
    }

    /** Ends in this process; see {@link #connect}. */
    public static SimulatedWall inMemory(Hardware hardware) {
        return new SimulatedWall(hardware);
    }

    /**
     * Every line and scanner of the hardware on a pseudo-terminal of its own, whatever kind the file gives it: another
     * process opens the paths.
     *
     * @throws IOException if the system gives no pseudo-terminals
     */
    public static SimulatedWall onPty(Hardware hardware) throws IOException {
        SimulatedWall wall = new SimulatedWall(hardware);
        try {
            for (Hardware.LineMap line : hardware.lines()) {
                if (line.kind() instanceof Hardware.Gpio) {
                    continue;
                }
                PtyPort port = PtyPort.open();
                wall.boardPorts.put(line.name(), port);
                wall.serve(line.name(), port);
            }
            for (Hardware.ScannerMap scanner : hardware.scanners()) {
                PtyPort port = PtyPort.open();
                wall.scannerPorts.put(scanner.name(), port);
                wall.scanner(scanner.name()).connect(port);
            }
        } catch (IOException refused) {
            wall.close();
            throw refused;
        }
        return wall;
    }

    /** A new line to the boards of the named line; an earlier one is lost by it, as when a plug is pulled. */
    public Line connect(String line) {
        MemoryLine.Pair pair = MemoryLine.pair();
        serve(line, pair.far());
        return pair.near();
    }

    /** As {@link #connect}, to a scanner. */
    public Line connectScanner(String scanner) {
        MemoryLine.Pair pair = MemoryLine.pair();
        scanner(scanner).connect(pair.far());
        return pair.near();
    }

    private synchronized void serve(String line, Line far) {
        List<SimulatedBoard> served = hardware.boards().stream()
                .filter(board -> board.line().equals(line) && boards.containsKey(board.name()))
                .map(board -> board(board.name()))
                .toList();
        SimulatedBus before = buses.put(line, SimulatedBus.start(far, served));
        if (before != null) {
            before.close();
        }
    }

    /** The device of the named line, on pseudo-terminals. */
    public String boardPath(String line) {
        return named(boardPorts, line).path();
    }

    /** The device of the first line. */
    public String boardPath() {
        return boardPath(hardware.lines().getFirst().name());
    }

    /** The device of the named scanner, on pseudo-terminals. */
    public String scannerPath(String scanner) {
        return named(scannerPorts, scanner).path();
    }

    /** The device of the first scanner. */
    public String scannerPath() {
        return scannerPath(hardware.scanners().getFirst().name());
    }

    public SimulatedBoard board(String name) {
        return named(boards, name);
    }

    /** The first board. */
    public SimulatedBoard board() {
        return board(hardware.boards().getFirst().name());
    }

    public SimulatedScanner scanner(String name) {
        return named(scanners, name);
    }

    /** Holds a barcode before the first scanner. */
    public void scan(String text) {
        scanner(hardware.scanners().getFirst().name()).scan(text);
    }

    public void closeDoor(String compartment) {
        Hardware.Input sensor = door(compartment).sensor();
        board(sensor.board()).closeDoor(sensor.channel());
    }

    public boolean isDoorOpen(String compartment) {
        Hardware.Input sensor = door(compartment).sensor();
        return board(sensor.board()).isOpen(sensor.channel());
    }

    /** How often the compartment's lock was pulsed. */
    public int pulses(String compartment) {
        Hardware.Output lock = door(compartment).lock();
        return board(lock.board()).openedPulses(lock.channel());
    }

    /** A jammed door's lock can be pulsed, and it stays closed. */
    public void jam(String compartment, boolean jammed) {
        Hardware.Output lock = door(compartment).lock();
        board(lock.board()).stuck(lock.channel(), jammed);
    }

    public void closeFlap(String bin) {
        Hardware.Input flap = bin(bin).flapSensor();
        board(flap.board()).closeDoor(flap.channel());
    }

    public boolean isFlapOpen(String bin) {
        Hardware.Input flap = bin(bin).flapSensor();
        return board(flap.board()).isOpen(flap.channel());
    }

    public int flapPulses(String bin) {
        Hardware.Output flap = bin(bin).flap();
        return board(flap.board()).openedPulses(flap.channel());
    }

    /** Something falls into the bin: its beam is broken for 300 ms. */
    public void drop(String bin) {
        Hardware.Input beam = bin(bin).beam();
        board(beam.board()).drop(beam.channel());
    }

    public void level(String bin, boolean full) {
        contact(bin(bin).level(), !full);
    }

    /** The container is taken out of the bin, or put back. */
    public void container(String bin, boolean present) {
        Hardware.Input input = bin(bin).present();
        if (input == null) {
            throw new IllegalArgumentException("nothing watches the container of bin " + bin);
        }
        contact(input, present);
    }

    /** The cabinet is opened, or closed again. */
    public void tamper(String name, boolean open) {
        contact(named(hardware.tampers(), name), !open);
    }

    public void power(String name, boolean mains) {
        contact(named(hardware.powers(), name), mains);
    }

    private void contact(Hardware.Input input, boolean closed) {
        if (closed) {
            board(input.board()).closeDoor(input.channel());
        } else {
            board(input.board()).openDoor(input.channel());
        }
    }

    @Override
    public synchronized void close() {
        buses.values().forEach(SimulatedBus::close);
        scanners.values().forEach(SimulatedScanner::disconnect);
        boardPorts.values().forEach(PtyPort::close);
        scannerPorts.values().forEach(PtyPort::close);
    }

    /** Empty for what cannot be simulated at the far end of a line: this computer's own pins. */
    private static Optional<SimulatedBoard.Kind> kind(Hardware.BoardKind kind) {
        return switch (kind) {
            case BOARD_8A80 -> Optional.of(SimulatedBoard.Kind.BOARD_8A80);
            case CU16 -> Optional.of(SimulatedBoard.Kind.CU16);
            case CU48 -> Optional.of(SimulatedBoard.Kind.CU48);
            case MODBUS -> Optional.of(SimulatedBoard.Kind.MODBUS);
            case MODBUS_TCP -> Optional.of(SimulatedBoard.Kind.MODBUS_TCP);
            case GPIO -> Optional.empty();
        };
    }

    private SimulatedBoard made(Hardware.BoardMap map, SimulatedBoard.Kind kind) {
        SimulatedBoard board = SimulatedBoard.of(kind, map.address(), map.contacts());
        for (Hardware.Input input : hardware.inputsOf(map.name())) {
            board.closedMeansShorted(input.channel(), input.closedWhenShorted());
        }
        // What no door hangs on moves none: lamps and buzzers, too.
        hardware.outputsOf(map.name()).forEach(output -> board.wrongDoor(output.channel(), NOTHING));
        for (Hardware.DoorMap door : hardware.doors()) {
            pulls(board, map, door.lock(), door.sensor());
        }
        for (Hardware.BinMap bin : hardware.returnBins()) {
            pulls(board, map, bin.flap(), bin.flapSensor());
        }
        return board;
    }

    private static void pulls(
            SimulatedBoard board, Hardware.BoardMap map, Hardware.Output lock, Hardware.Input sensor) {
        if (lock.board().equals(map.name())) {
            board.wrongDoor(lock.channel(), sensor.channel());
        }
    }

    private Hardware.DoorMap door(String compartment) {
        for (Hardware.DoorMap door : hardware.doors()) {
            if (door.compartment().name().equals(compartment)) {
                return door;
            }
        }
        throw new IllegalArgumentException("there is no compartment " + compartment);
    }

    private Hardware.BinMap bin(String name) {
        for (Hardware.BinMap bin : hardware.returnBins()) {
            if (bin.name().equals(name)) {
                return bin;
            }
        }
        throw new IllegalArgumentException("there is no bin " + name);
    }

    private static Hardware.Input named(List<Hardware.SwitchMap> switches, String name) {
        for (Hardware.SwitchMap map : switches) {
            if (map.name().equals(name)) {
                return map.input();
            }
        }
        throw new IllegalArgumentException("there is no " + name);
    }

    private static <T> T named(Map<String, T> map, String name) {
        @Nullable T found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return found;
    }
}

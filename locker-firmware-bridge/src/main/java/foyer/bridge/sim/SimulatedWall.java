package foyer.bridge.sim;

import foyer.bridge.Hardware;
import foyer.bridge.line.Line;
import foyer.bridge.line.MemoryLine;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The simulated hardware of a whole station: every board and scanner of a hardware file, at the far ends of lines. Its
 * state (doors, counts of pulses) is here and survives whoever talks to it.
 *
 * <p>Compartments and bins go by the names of the file. A name that is not in it is a fault of the caller.
 */
public final class SimulatedWall implements AutoCloseable {
    private final Hardware hardware;
    private final Map<String, SimulatedBoard> boards = new LinkedHashMap<>();
    private final Map<String, SimulatedScanner> scanners = new LinkedHashMap<>();
    private final Map<String, SimulatedBus> buses = new HashMap<>();
    private final Map<String, PtyPort> boardPorts = new LinkedHashMap<>();
    private final Map<String, PtyPort> scannerPorts = new LinkedHashMap<>();

    private SimulatedWall(Hardware hardware) {
        this.hardware = hardware;
        for (Hardware.BoardMap board : hardware.boards()) {
            boards.put(board.name(), board(board));
        }
        for (Hardware.DoorMap door : hardware.doors()) {
            polarity(door.lock());
        }
        for (Hardware.BinMap bin : hardware.returnBins()) {
            List.of(bin.flap(), bin.beam(), bin.level()).forEach(this::polarity);
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
                .filter(board -> board.line().equals(line))
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
        Hardware.Input lock = lock(compartment);
        board(lock.board()).closeDoor(lock.channel());
    }

    public boolean isDoorOpen(String compartment) {
        Hardware.Input lock = lock(compartment);
        return board(lock.board()).isOpen(lock.channel());
    }

    /** How often the compartment's lock was pulsed. */
    public int pulses(String compartment) {
        Hardware.Input lock = lock(compartment);
        return board(lock.board()).openedPulses(lock.channel());
    }

    /** A jammed door's lock can be pulsed, and it stays closed. */
    public void jam(String compartment, boolean jammed) {
        Hardware.Input lock = lock(compartment);
        board(lock.board()).stuck(lock.channel(), jammed);
    }

    public void closeFlap(String bin) {
        Hardware.Input flap = bin(bin).flap();
        board(flap.board()).closeDoor(flap.channel());
    }

    public boolean isFlapOpen(String bin) {
        Hardware.Input flap = bin(bin).flap();
        return board(flap.board()).isOpen(flap.channel());
    }

    public int flapPulses(String bin) {
        Hardware.Input flap = bin(bin).flap();
        return board(flap.board()).openedPulses(flap.channel());
    }

    /** Something falls into the bin: its beam is broken for 300 ms. */
    public void drop(String bin) {
        Hardware.Input beam = bin(bin).beam();
        board(beam.board()).drop(beam.channel());
    }

    public void level(String bin, boolean full) {
        Hardware.Input level = bin(bin).level();
        if (full) {
            board(level.board()).openDoor(level.channel());
        } else {
            board(level.board()).closeDoor(level.channel());
        }
    }

    @Override
    public synchronized void close() {
        buses.values().forEach(SimulatedBus::close);
        scanners.values().forEach(SimulatedScanner::disconnect);
        boardPorts.values().forEach(PtyPort::close);
        scannerPorts.values().forEach(PtyPort::close);
    }

    private static SimulatedBoard board(Hardware.BoardMap board) {
        return SimulatedBoard.of(SimulatedBoard.Kind.BOARD_8A80, board.address(), board.channels());
    }

    private void polarity(Hardware.Input input) {
        board(input.board()).closedMeansShorted(input.channel(), input.closedWhenShorted());
    }

    private Hardware.Input lock(String compartment) {
        for (Hardware.DoorMap door : hardware.doors()) {
            if (door.compartment().name().equals(compartment)) {
                return door.lock();
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

    private static <T> T named(Map<String, T> map, String name) {
        @Nullable T found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + name);
        }
        return found;
    }
}

package foyer.bridge;

import foyer.bridge.scan.ScanFormats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A station's hardware file, read and checked: every name in it leads to one line, one board, one channel.
 *
 * <p>The file's format is described in {@code docs/hardware-file.md} of this module.
 *
 * @param tampers closed as long as the cabinet is
 * @param powers closed as long as there is mains
 * @param codes what is scanned here; a scan that fits none of them is unreadable, with none of them any is welcome
 * @param jammedAfterMillis how long a door is watched after its pulse before it counts as jammed, 500 to 10,000
 */
public record Hardware(
        List<LineMap> lines,
        List<BoardMap> boards,
        List<DoorMap> doors,
        List<BinMap> returnBins,
        List<SwitchMap> tampers,
        List<SwitchMap> powers,
        List<ScannerMap> scanners,
        ScanFormats codes,
        int jammedAfterMillis) {
    public Hardware {
        lines = List.copyOf(lines);
        boards = List.copyOf(boards);
        doors = List.copyOf(doors);
        returnBins = List.copyOf(returnBins);
        tampers = List.copyOf(tampers);
        powers = List.copyOf(powers);
        scanners = List.copyOf(scanners);
    }

    /** Where a line's bytes go. */
    public sealed interface LineKind {}

    /** Where a scanner's barcodes come from. */
    public sealed interface ScannerKind {}

    /** @param path of the device; opened anew from this path after each loss */
    public record Serial(String path, int baud) implements LineKind, ScannerKind {}

    /**
     * A serial server, or a board with a network socket.
     *
     * @param host a name or an address
     * @param port 1 to 65,535
     */
    public record Tcp(String host, int port) implements LineKind {}

    /** The pins of this computer. */
    public record Gpio() implements LineKind {}

    /** The simulated board or scanner in this process, as the file demands; never chosen because hardware is missing. */
    public record Simulated() implements LineKind, ScannerKind {}

    /** @param path of a keyboard device that only the scanner types on, under /dev/input */
    public record Evdev(String path) implements ScannerKind {}

    /** A scanner that types into the window that has the focus. */
    public record Keyboard() implements ScannerKind {}

    /** @param command the program that writes the camera's pictures, and its arguments */
    public record Camera(List<String> command) implements ScannerKind {
        public Camera {
            command = List.copyOf(command);
        }
    }

    public record LineMap(String name, LineKind kind) {}

    /**
     * A lock board; what it can have is said by its {@link BoardKind}.
     *
     * @param address on its line; 0 for pins
     * @param channels how many it has; for pins the highest BCM number
     * @param replyMillis how long it is given to answer a query
     * @param pulseMillis how long a lock is pulled; 0 for as long as the board itself is set to
     * @param activeLow whether an output is on at 0 V; pins only
     * @param supply what feeds its locks; of one supply only one lock pulls at a time
     */
    public record BoardMap(
            String name,
            String line,
            BoardKind kind,
            int address,
            int channels,
            int replyMillis,
            int pulseMillis,
            boolean activeLow,
            String supply) {
        /** The highest channel a contact can be on: a CU12 or CU16 has infrared inputs from 17 on. */
        public int contacts() {
            return kind == BoardKind.CU16 ? 32 : channels;
        }
    }

    /**
     * A contact on one channel of a board.
     *
     * @param channel 1 to the board's number of channels
     * @param closedWhenShorted the contact's value that means closed: true for 0x11, false for 0x00
     */
    public record Input(String board, int channel, boolean closedWhenShorted) {}

    /**
     * A lock, lamp or buzzer on one channel of a board.
     *
     * @param channel 1 to the board's number of channels
     */
    public record Output(String board, int channel) {}

    /** @param sensor the door's own, on the lock's board */
    public record DoorMap(Compartment compartment, Output lock, Input sensor) {}

    /**
     * All of it on one board.
     *
     * @param flap its lock
     * @param beam closed as long as nothing breaks it
     * @param level closed as long as there is room
     * @param present closed as long as the container stands in its place; null if nothing watches it
     */
    public record BinMap(
            String name,
            int capacity,
            Output flap,
            Input flapSensor,
            Input beam,
            Input level,
            @Nullable Input present,
            Signals signals) {}

    /** What a bin shows and sounds; null for what it does not have. */
    public record Signals(
            @Nullable Output red,
            @Nullable Output green,
            @Nullable Output buzzer) {
        /** Those it has. */
        public List<Output> outputs() {
            return Stream.of(Optional.ofNullable(red), Optional.ofNullable(green), Optional.ofNullable(buzzer))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** A contact of the station as a whole. */
    public record SwitchMap(String name, Input input) {}

    public record ScannerMap(String name, ScannerKind kind) {}

    /**
     * The way to one compartment.
     *
     * @param lock the channel that opens it
     * @param sensor the channel of its contact
     */
    public record Route(LineMap line, BoardMap board, int lock, int sensor) {}

    /** In the order of the file. */
    public List<Compartment> compartments() {
        return doors.stream().map(DoorMap::compartment).toList();
    }

    /** The bins' names, in the order of the file. */
    public List<String> bins() {
        return returnBins.stream().map(BinMap::name).toList();
    }

    /** The way to every compartment by its name, in the order of the file. */
    public Map<String, Route> routes() {
        Map<String, Route> routes = new LinkedHashMap<>();
        for (DoorMap door : doors) {
            BoardMap board = board(door.lock().board());
            routes.put(
                    door.compartment().name(),
                    new Route(
                            line(board.line()),
                            board,
                            door.lock().channel(),
                            door.sensor().channel()));
        }
        return routes;
    }

    /** @throws IllegalArgumentException if the file names no such board */
    public BoardMap board(String name) {
        return boards.stream()
                .filter(board -> board.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no board " + name));
    }

    /** @throws IllegalArgumentException if the file names no such line */
    public LineMap line(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no line " + name));
    }

    /** Every contact on a board, whatever it is. */
    public List<Input> inputsOf(String board) {
        List<Input> inputs = new ArrayList<>();
        doors.forEach(door -> inputs.add(door.sensor()));
        for (BinMap bin : returnBins) {
            inputs.addAll(List.of(bin.flapSensor(), bin.beam(), bin.level()));
            if (bin.present() != null) {
                inputs.add(bin.present());
            }
        }
        tampers.forEach(tamper -> inputs.add(tamper.input()));
        powers.forEach(power -> inputs.add(power.input()));
        return inputs.stream().filter(input -> input.board().equals(board)).toList();
    }

    /** Every lock, lamp and buzzer on a board. */
    public List<Output> outputsOf(String board) {
        List<Output> outputs = new ArrayList<>();
        doors.forEach(door -> outputs.add(door.lock()));
        for (BinMap bin : returnBins) {
            outputs.add(bin.flap());
            outputs.addAll(bin.signals().outputs());
        }
        return outputs.stream().filter(output -> output.board().equals(board)).toList();
    }

    /** In the order of the file. */
    public List<BoardMap> boardsOn(String line) {
        return boards.stream().filter(board -> board.line().equals(line)).toList();
    }

    /**
     * Reads a hardware file (UTF-8).
     *
     * @throws HardwareFault if any mapping in it is wrong, double or missing; there are no fall-backs
     * @throws IOException if it cannot be read
     */
    public static Hardware read(Path file) throws HardwareFault, IOException {
        return new HardwareFile(file.toString()).read(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    /** The kinds of boards a file can name. */
    public enum BoardKind {
        BOARD_8A80("8a80", 1, 32),
        CU16("cu16", 0, 15),
        CU48("cu48", 0, 15),
        MODBUS("modbus", 1, 247),
        MODBUS_TCP("modbus-tcp", 1, 247),
        /** The pins of this computer by their BCM numbers; there is no address. */
        GPIO("gpio", 0, 0);

        private final String word;
        private final int lowestAddress;
        private final int highestAddress;

        BoardKind(String word, int lowestAddress, int highestAddress) {
            this.word = word;
            this.lowestAddress = lowestAddress;
            this.highestAddress = highestAddress;
        }

        /** As a hardware file calls it. */
        public String word() {
            return word;
        }

        public int lowestAddress() {
            return lowestAddress;
        }

        public int highestAddress() {
            return highestAddress;
        }

        /** How many channels such a board can have, ascending. */
        public List<Integer> channels() {
            return switch (this) {
                case BOARD_8A80 -> List.of(24, 32);
                case CU16 -> List.of(12, 16);
                case CU48 -> List.of(48);
                case MODBUS, MODBUS_TCP -> IntStream.rangeClosed(1, 48).boxed().toList();
                case GPIO -> List.of(27);
            };
        }

        /** Whether it can switch lamps and buzzers, and not only pulse locks. */
        public boolean hasOutputs() {
            return this == MODBUS || this == MODBUS_TCP || this == GPIO;
        }
    }
}

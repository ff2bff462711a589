package foyer.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A station's hardware file, read and checked: every name in it leads to one line, one board, one channel.
 *
 * <p>The file's format is described in {@code docs/hardware-file.md} of this module.
 *
 * @param jammedAfterMillis how long a door is watched after its pulse before it counts as jammed, 500 to 10,000
 */
public record Hardware(
        List<LineMap> lines,
        List<BoardMap> boards,
        List<DoorMap> doors,
        List<BinMap> returnBins,
        List<ScannerMap> scanners,
        int jammedAfterMillis) {
    public Hardware {
        lines = List.copyOf(lines);
        boards = List.copyOf(boards);
        doors = List.copyOf(doors);
        returnBins = List.copyOf(returnBins);
        scanners = List.copyOf(scanners);
    }

    /** Where a line's bytes go. */
    public sealed interface LineKind {}

    /** @param path of the device; opened anew from this path after each loss */
    public record Serial(String path, int baud) implements LineKind {}

    /** The simulated board or scanner in this process, as the file demands; never chosen because hardware is missing. */
    public record Simulated() implements LineKind {}

    public record LineMap(String name, LineKind kind) {}

    /**
     * An 8A/80 board.
     *
     * @param address 1 to 32
     * @param channels 24 or 32
     * @param replyMillis how long it is given to answer a query
     */
    public record BoardMap(String name, String line, int address, int channels, int replyMillis) {}

    /**
     * One channel of a board.
     *
     * @param channel 1 to the board's number of channels
     * @param closedWhenShorted the contact's value that means closed: true for 0x11, false for 0x00
     */
    public record Input(String board, int channel, boolean closedWhenShorted) {}

    public record DoorMap(Compartment compartment, Input lock) {}

    /**
     * @param flap lock and sensor of the flap
     * @param beam closed as long as nothing breaks it
     * @param level closed as long as there is room
     */
    public record BinMap(String name, int capacity, Input flap, Input beam, Input level) {}

    public record ScannerMap(String name, LineKind kind) {}

    /** In the order of the file. */
    public List<Compartment> compartments() {
        return doors.stream().map(DoorMap::compartment).toList();
    }

    /** The bins' names, in the order of the file. */
    public List<String> bins() {
        return returnBins.stream().map(BinMap::name).toList();
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
}

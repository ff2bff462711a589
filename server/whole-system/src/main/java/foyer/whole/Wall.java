package foyer.whole;

import foyer.bridge.Compartment;
import foyer.bridge.Hardware;
import foyer.bridge.HardwareFault;
import foyer.bridge.sim.SimulatedBoard;
import foyer.bridge.sim.SimulatedWall;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A wall of twelve doors, two return bins and a scanner on pseudo-terminals: the board and the scanner of a site as
 * another process finds them, with hands to close doors and drop books.
 */
public final class Wall implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final String template;
    private final Hardware hardware;
    private final SimulatedWall simulated;
    private final Set<String> jammed = new ConcurrentSkipListSet<>();
    private final Map<String, Integer> dropped = new ConcurrentHashMap<>();

    private Wall(String template, Hardware hardware, SimulatedWall simulated) {
        this.template = template;
        this.hardware = hardware;
        this.simulated = simulated;
    }

    public record DoorNow(String name, boolean open, boolean jammed, int column, int row, int columns, int rows) {}

    /** {@code dropped}: since this wall was started. */
    public record BinNow(String name, boolean flapOpen, int dropped, int capacity) {}

    public static Wall ofTwelveDoors() throws IOException {
        String template = template();
        Path file = Files.createTempFile("hardware", ".conf");
        try {
            Files.writeString(file, onLines(template, "simulated", "simulated"));
            Hardware hardware = Hardware.read(file);
            return new Wall(template, hardware, SimulatedWall.onPty(hardware));
        } catch (HardwareFault e) {
            throw new IOException(e);
        } finally {
            Files.delete(file);
        }
    }

    /** The hardware file for whoever opens this wall's lines. */
    public String hardwareFile() {
        return onLines(
                template, "serial " + simulated.boardPath() + " 9600", "serial " + simulated.scannerPath() + " 9600");
    }

    public SimulatedBoard board() {
        return simulated.board();
    }

    public void scan(String text) {
        simulated.scan(text);
    }

    /** Waits for a door to stand open, and says which. */
    public String awaitOpenDoor() throws IOException, InterruptedException {
        return awaitOne("door", names(), simulated::isDoorOpen);
    }

    /** Waits for a flap to stand open, and says which bin's. */
    public String awaitOpenFlap() throws IOException, InterruptedException {
        return awaitOne("flap", hardware.bins(), simulated::isFlapOpen);
    }

    public boolean isDoorOpen(String door) {
        return simulated.isDoorOpen(door);
    }

    public void closeDoor(String door) {
        simulated.closeDoor(door);
    }

    public void closeFlap(String bin) {
        simulated.closeFlap(bin);
    }

    /** Something falls through the flap. */
    public void drop(String bin) {
        simulated.drop(bin);
        dropped.merge(bin, 1, Integer::sum);
    }

    public void jam(String door, boolean on) {
        simulated.jam(door, on);
        if (on) {
            jammed.add(door);
        } else {
            jammed.remove(door);
        }
    }

    /** How often every lock and flap together was pulsed. */
    public int pulses() {
        Stream<Integer> doors = names().stream().map(simulated::pulses);
        Stream<Integer> flaps = hardware.bins().stream().map(simulated::flapPulses);
        return Stream.concat(doors, flaps).mapToInt(Integer::intValue).sum();
    }

    public int pulses(String door) {
        return simulated.pulses(door);
    }

    public List<DoorNow> doors() {
        return hardware.compartments().stream().map(this::now).toList();
    }

    public List<BinNow> bins() {
        return hardware.returnBins().stream()
                .map(bin -> new BinNow(
                        bin.name(),
                        simulated.isFlapOpen(bin.name()),
                        dropped.getOrDefault(bin.name(), 0),
                        bin.capacity()))
                .toList();
    }

    @Override
    public void close() {
        simulated.close();
    }

    private DoorNow now(Compartment door) {
        return new DoorNow(
                door.name(),
                simulated.isDoorOpen(door.name()),
                jammed.contains(door.name()),
                door.column(),
                door.row(),
                door.columns(),
                door.rows());
    }

    private List<String> names() {
        return hardware.compartments().stream().map(Compartment::name).toList();
    }

    private static String awaitOne(String what, Collection<String> names, Predicate<String> open)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<String> found = names.stream().filter(open).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > until) {
                throw new IOException("No " + what + " has opened");
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        }
    }

    private static String onLines(String template, String board, String scanner) {
        return template.replace("${board}", board).replace("${scanner}", scanner);
    }

    private static String template() throws IOException {
        try (InputStream in = Wall.class.getResourceAsStream("hardware.conf")) {
            if (in == null) {
                throw new IOException("The jar has no hardware.conf");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

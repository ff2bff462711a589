package foyer.bridge;

import foyer.bridge.sim.SimulatedWall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wires a checked hardware file together and runs it. */
final class RunningBridge implements Bridge {
    /** Where a lock hangs. */
    private record Place(BoardLine line, BoardWatch watch, Sensor sensor) {}

    private final Hardware hardware;
    private final BridgeListener listener;
    private final HealthBook health;
    private final @Nullable SimulatedWall wall;
    private final Plugs plugs;
    private final Turns turns = new Turns();
    private final List<LineKeeper<?>> keepers = new ArrayList<>();
    private final Map<String, Place> doors = new LinkedHashMap<>();
    private final List<ReturnBin> bins = new ArrayList<>();
    private final LockBank bank = new Bank();

    RunningBridge(Hardware hardware, BridgeListener callers) {
        this.hardware = hardware;
        this.listener = new SafeListener(callers);
        this.health = new HealthBook(listener);
        this.wall = isSimulated(hardware) ? SimulatedWall.inMemory(hardware) : null;
        this.plugs = new Plugs(hardware, wall);
        Map<String, Place> flaps = new HashMap<>();
        Map<String, Sensor> levels = new HashMap<>();
        for (Hardware.LineMap line : hardware.lines()) {
            wire(line, flaps, levels);
        }
        for (Hardware.BinMap bin : hardware.returnBins()) {
            bins.add(new Bin(bin, at(flaps, bin.name()), at(levels, bin.name())));
        }
        for (Hardware.ScannerMap scanner : hardware.scanners()) {
            keepers.add(new LineKeeper<>(
                    "scanner-" + scanner.name(),
                    plugs.scanner(scanner),
                    new ScannerLine(scanner.name(), listener, health)));
        }
    }

    void start() {
        keepers.forEach(LineKeeper::start);
    }

    private void wire(Hardware.LineMap line, Map<String, Place> flaps, Map<String, Sensor> levels) {
        Map<BoardWatch, List<Sensor>> boards = new LinkedHashMap<>();
        for (Hardware.BoardMap map : hardware.boards()) {
            if (map.line().equals(line.name())) {
                List<Sensor> sensors = sensors(map.name(), levels);
                boards.put(new BoardWatch(map, sensors, listener, health), sensors);
            }
        }
        long patience = TimeUnit.MILLISECONDS.toNanos(hardware.jammedAfterMillis());
        BoardLine boardLine = new BoardLine(line.name(), List.copyOf(boards.keySet()), health, patience);
        boards.forEach((watch, sensors) -> {
            for (Sensor sensor : sensors) {
                sensor.door().ifPresent(name -> doors.put(name, new Place(boardLine, watch, sensor)));
                sensor.flap().ifPresent(name -> flaps.put(name, new Place(boardLine, watch, sensor)));
            }
        });
        keepers.add(new LineKeeper<>("line-" + line.name(), plugs.boards(line), boardLine));
    }

    private List<Sensor> sensors(String board, Map<String, Sensor> levels) {
        List<Sensor> sensors = new ArrayList<>();
        for (Hardware.DoorMap door : hardware.doors()) {
            if (door.lock().board().equals(board)) {
                sensors.add(new Sensor(Sensor.Kind.DOOR, door.compartment().name(), door.lock()));
            }
        }
        for (Hardware.BinMap bin : hardware.returnBins()) {
            if (bin.flap().board().equals(board)) {
                Sensor level = new Sensor(Sensor.Kind.LEVEL, bin.name(), bin.level());
                sensors.add(new Sensor(Sensor.Kind.FLAP, bin.name(), bin.flap()));
                sensors.add(new Sensor(Sensor.Kind.BEAM, bin.name(), bin.beam()));
                sensors.add(level);
                levels.put(bin.name(), level);
            }
        }
        return sensors;
    }

    private static boolean isSimulated(Hardware hardware) {
        return hardware.lines().stream().anyMatch(line -> line.kind() instanceof Hardware.Simulated)
                || hardware.scanners().stream().anyMatch(scanner -> scanner.kind() instanceof Hardware.Simulated);
    }

    private static <T> T at(Map<String, T> map, String name) {
        T found = map.get(name);
        if (found == null) {
            throw new IllegalArgumentException("bin " + name + " is on no board of this hardware");
        }
        return found;
    }

    @Override
    public LockBank locks() {
        return bank;
    }

    @Override
    public List<ReturnBin> bins() {
        return List.copyOf(bins);
    }

    @Override
    public Optional<SimulatedWall> simulation() {
        return Optional.ofNullable(wall);
    }

    @Override
    public void close() {
        keepers.forEach(LineKeeper::stop);
        try {
            for (LineKeeper<?> keeper : keepers) {
                keeper.join();
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        if (wall != null) {
            wall.close();
        }
    }

    private CompletableFuture<Opening> open(Place place) {
        return turns.next(() -> place.line().open(place.watch(), place.sensor()));
    }

    private final class Bank implements LockBank {
        @Override
        public List<Compartment> compartments() {
            return hardware.compartments();
        }

        @Override
        public Map<String, Position> positions() {
            Map<String, Position> positions = new LinkedHashMap<>();
            doors.forEach((name, place) -> positions.put(name, place.sensor().position()));
            return positions;
        }

        @Override
        public CompletableFuture<Opening> open(String compartment) {
            Place place = doors.get(compartment);
            if (place == null) {
                return CompletableFuture.completedFuture(
                        new Opening.NotPulsed("there is no compartment " + compartment));
            }
            return RunningBridge.this.open(place);
        }
    }

    private final class Bin implements ReturnBin {
        private final Hardware.BinMap map;
        private final Place flap;
        private final Sensor level;

        Bin(Hardware.BinMap map, Place flap, Sensor level) {
            this.map = map;
            this.flap = flap;
            this.level = level;
        }

        @Override
        public String name() {
            return map.name();
        }

        @Override
        public int capacity() {
            return map.capacity();
        }

        @Override
        public Position flap() {
            return flap.sensor().position();
        }

        @Override
        public boolean full() {
            return level.lastKnownOpen();
        }

        @Override
        public CompletableFuture<Opening> openFlap() {
            return open(flap);
        }
    }
}

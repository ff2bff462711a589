package foyer.bridge;

import foyer.bridge.gpio.GpioProvider;
import foyer.bridge.sim.SimulatedWall;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Hardware hardware;
    private final BridgeListener listener;
    private final HealthBook health;
    private final @Nullable SimulatedWall wall;
    private final Plugs plugs;
    private final Map<String, Turns> supplies = new HashMap<>();
    private final List<LineKeeper<?>> keepers = new ArrayList<>();
    private final Map<Hardware.Input, LockPlace> places = new HashMap<>();
    private final Map<Hardware.Input, Sensor> sensors = new HashMap<>();
    private final List<ReturnBin> bins = new ArrayList<>();
    private final LockBank bank = new Bank();
    private final Optional<WindowKeys> keyboard;

    RunningBridge(Hardware hardware, BridgeListener callers, GpioProvider gpio) {
        this.hardware = hardware;
        this.listener = new SafeListener(callers);
        this.health = new HealthBook(listener);
        this.wall = isSimulated(hardware) ? SimulatedWall.inMemory(hardware) : null;
        this.plugs = new Plugs(hardware, wall, gpio);
        makeSensors();
        for (Hardware.LineMap line : hardware.lines()) {
            wire(line);
        }
        for (Hardware.BinMap bin : hardware.returnBins()) {
            Sensor present = bin.present() == null ? null : at(sensors, bin.present());
            bins.add(new BinOnBoard(bin, at(places, bin.flapSensor()), at(sensors, bin.level()), present));
        }
        hardware.scanners().forEach(this::wire);
        this.keyboard = hardware.scanners().stream()
                .filter(scanner -> scanner.kind() instanceof Hardware.Keyboard)
                .findFirst()
                .map(scanner -> new WindowKeys(scanner.name(), hardware.codes(), listener));
    }

    void start() {
        keepers.forEach(LineKeeper::start);
    }

    private void makeSensors() {
        hardware.doors().forEach(door -> sensors.put(door.sensor(), Sensor.door(door)));
        for (Hardware.BinMap bin : hardware.returnBins()) {
            sensors.put(bin.flapSensor(), Sensor.flap(bin));
            sensors.put(bin.beam(), new Sensor(Sensor.Kind.BEAM, bin.name(), bin.beam()));
            sensors.put(bin.level(), new Sensor(Sensor.Kind.LEVEL, bin.name(), bin.level()));
            Hardware.Input present = bin.present();
            if (present != null) {
                sensors.put(present, new Sensor(Sensor.Kind.PRESENT, bin.name(), present));
            }
        }
        hardware.tampers().forEach(tamper -> makeSwitch(Sensor.Kind.TAMPER, tamper));
        hardware.powers().forEach(power -> makeSwitch(Sensor.Kind.POWER, power));
    }

    private void makeSwitch(Sensor.Kind kind, Hardware.SwitchMap map) {
        sensors.put(map.input(), new Sensor(kind, map.name(), map.input()));
    }

    private void wire(Hardware.LineMap line) {
        List<Hardware.BoardMap> maps = hardware.boardsOn(line.name());
        List<BoardWatch> watches = maps.stream().map(this::watch).toList();
        long patience = TimeUnit.MILLISECONDS.toNanos(hardware.jammedAfterMillis());
        BoardLine boardLine = new BoardLine(line.name(), watches, health, patience);
        for (int i = 0; i < maps.size(); i++) {
            BoardWatch watch = watches.get(i);
            Turns turns = supplies.computeIfAbsent(maps.get(i).supply(), name -> new Turns());
            for (Sensor lock : watch.locks()) {
                places.put(lock.input(), new LockPlace(boardLine, watch, lock, turns));
            }
        }
        keepers.add(new LineKeeper<>("line-" + line.name(), plugs.boards(line), boardLine));
    }

    private void wire(Hardware.ScannerMap scanner) {
        plugs.scanner(scanner)
                .ifPresent(plug -> keepers.add(new LineKeeper<>(
                        "scanner-" + scanner.name(),
                        plug,
                        new ScannerLine(scanner.name(), hardware.codes(), listener, health))));
    }

    private BoardWatch watch(Hardware.BoardMap map) {
        List<Sensor> hanging = sensors.values().stream()
                .filter(sensor -> sensor.input().board().equals(map.name()))
                .sorted(Comparator.comparingInt(sensor -> sensor.input().channel()))
                .toList();
        return new BoardWatch(map.name(), hanging, listener, health);
    }

    static boolean isSimulated(Hardware hardware) {
        return hardware.lines().stream().anyMatch(line -> line.kind() instanceof Hardware.Simulated)
                || hardware.scanners().stream().anyMatch(scanner -> scanner.kind() instanceof Hardware.Simulated);
    }

    private static <T> T at(Map<Hardware.Input, T> map, Hardware.Input input) {
        T found = map.get(input);
        if (found == null) {
            throw new IllegalArgumentException(input + " is on no board of this hardware");
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
    public Optional<WindowKeys> keyboard() {
        return keyboard;
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

    private final class Bank implements LockBank {
        @Override
        public List<Compartment> compartments() {
            return hardware.compartments();
        }

        @Override
        public Map<String, Position> positions() {
            Map<String, Position> positions = new LinkedHashMap<>();
            for (Hardware.DoorMap door : hardware.doors()) {
                positions.put(
                        door.compartment().name(), at(sensors, door.sensor()).position());
            }
            return positions;
        }

        @Override
        public CompletableFuture<Opening> open(String compartment) {
            for (Hardware.DoorMap door : hardware.doors()) {
                if (door.compartment().name().equals(compartment)) {
                    return at(places, door.sensor()).open();
                }
            }
            return CompletableFuture.completedFuture(new Opening.NotPulsed("there is no compartment " + compartment));
        }
    }
}

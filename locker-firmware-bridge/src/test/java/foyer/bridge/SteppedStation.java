package foyer.bridge;

import foyer.bridge.board.Bus;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The boards of one line as production runs them, without a thread: who steps its line also says when a round begins.
 * Each round is {@link BoardLine}'s own, with its orders, watches and judgement.
 */
public final class SteppedStation {
    private static final BridgeListener NOBODY = (BridgeListener) Proxy.newProxyInstance(
            SteppedStation.class.getClassLoader(),
            new Class<?>[] {BridgeListener.class},
            (proxy, method, arguments) -> null);

    private final BoardLine line;
    private final List<BoardWatch> watches = new ArrayList<>();
    private final Bus bus;

    /** How a bus is opened over the station's line. */
    public interface Opener {
        Bus open(Line line) throws LineLost, InterruptedException;
    }

    private SteppedStation(Hardware hardware, Bus bus) {
        HealthBook health = new HealthBook(NOBODY);
        Hardware.LineMap map = hardware.lines().getFirst();
        for (Hardware.BoardMap board : hardware.boardsOn(map.name())) {
            List<Sensor> doors = hardware.doors().stream()
                    .filter(door -> door.sensor().board().equals(board.name()))
                    .map(Sensor::door)
                    .toList();
            watches.add(new BoardWatch(board.name(), doors, NOBODY, health));
        }
        this.bus = bus;
        this.line = new BoardLine(map.name(), watches, health, hardware.jammedAfterMillis() * 1_000_000L);
        watches.forEach(BoardWatch::begin);
    }

    public static Hardware read(List<String> text) throws HardwareFault {
        return new HardwareFile("proof").read(text);
    }

    /** As production opens a bus for this hardware. */
    public static Opener opener(Hardware hardware) {
        List<Hardware.BoardMap> boards =
                hardware.boardsOn(hardware.lines().getFirst().name());
        return line -> Plugs.speak(
                boards.getFirst().kind(),
                line,
                boards.stream().map(Plugs::setup).toList());
    }

    /**
     * @param hardware with one line, and doors only
     * @param driver what the bus is wrapped into; nothing, but to plant a fault
     */
    public static SteppedStation open(Hardware hardware, Line line, Opener opener, UnaryOperator<Bus> driver)
            throws LineLost, InterruptedException {
        return new SteppedStation(hardware, driver.apply(opener.open(line)));
    }

    /** One round in which this door is opened first; the outcome is told the moment it is sealed. */
    public void open(String door, Consumer<Opening> outcome) throws LineLost, InterruptedException {
        CompletableFuture<Void> told = order(door).thenAccept(outcome);
        line.round(bus);
        if (!told.isDone()) {
            throw new IllegalStateException("a round was over before the opening of " + door);
        }
        try {
            told.join();
        } catch (CompletionException failed) {
            // What whoever was told makes of it would end in the future otherwise, unheard.
            if (failed.getCause() instanceof Error broken) {
                throw broken;
            }
            throw failed;
        }
    }

    private CompletableFuture<Opening> order(String door) {
        for (BoardWatch watch : watches) {
            for (Sensor sensor : watch.locks()) {
                if (sensor.title().equals(door)) {
                    return line.open(watch, sensor);
                }
            }
        }
        throw new IllegalArgumentException("there is no door " + door);
    }

    /** Asks every board once. */
    public void round() throws LineLost, InterruptedException {
        line.round(bus);
    }

    /** What production holds of each door, in the hardware's order of boards and doors. */
    public List<Position> positions() {
        return watches.stream()
                .flatMap(watch -> watch.locks().stream())
                .map(Sensor::position)
                .toList();
    }
}

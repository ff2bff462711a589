package foyer.bridge;

import foyer.bridge.board.Bus;
import foyer.bridge.board.Reading;
import foyer.bridge.board.RelayBoard;
import foyer.bridge.line.LineLost;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One board, what hangs on it, and whether it answers. Used by its line's thread only. */
final class BoardWatch {
    /** One spoilt or late answer is no dead board. */
    private static final int MISSED_IS_SILENT = 3;
    /** A dead board costs its whole reply time; asked seldom, it does not hold up the others on its line. */
    private static final long PROBE_EVERY = TimeUnit.SECONDS.toNanos(1);

    /** Whoever did the last thing may do the next. */
    private static final long LIVELY_FOR = TimeUnit.SECONDS.toNanos(5);

    private final String name;
    private final List<Sensor> sensors;
    private final Outputs outputs = new Outputs();
    private final BridgeListener listener;
    private final HealthBook health;
    private boolean heard;
    private int missed;
    private long askedAt;
    private final long used;
    private long bits;
    private long changedAt;

    BoardWatch(String name, List<Sensor> sensors, BridgeListener listener, HealthBook health) {
        this.name = name;
        this.sensors = List.copyOf(sensors);
        // An input that nothing is wired to may say anything.
        this.used = sensors.stream()
                .mapToLong(sensor -> 1L << (sensor.input().channel() - 1))
                .reduce(0, (some, more) -> some | more);
        this.listener = listener;
        this.health = health;
    }

    String name() {
        return name;
    }

    /** For any thread. */
    Outputs outputs() {
        return outputs;
    }

    /** Whether it was heard on this line, and lately. */
    boolean answers() {
        return heard && missed == 0;
    }

    /** Whether a door or flap stands open, or anything on it was different a moment ago. */
    boolean isLively(long now) {
        return now - changedAt < LIVELY_FOR || sensors.stream().anyMatch(BoardWatch::standsOpen);
    }

    private static boolean standsOpen(Sensor sensor) {
        return sensor.isLock() && sensor.position() == Position.OPEN;
    }

    List<Sensor> locks() {
        return sensors.stream().filter(Sensor::isLock).toList();
    }

    /** A new line: the board is given its chances again, at once. */
    void begin() {
        missed = 0;
        heard = false;
        outputs.begin();
    }

    /** Reads it, unless it is silent and was asked a moment ago. */
    void poll(Bus bus, BooleanSupplier hurried) throws LineLost, InterruptedException {
        if (missed < MISSED_IS_SILENT || bus.now() - askedAt >= PROBE_EVERY) {
            var unused = read(bus, hurried);
        }
    }

    /** Whether somebody waits for one of its lamps or its buzzer, and it can be switched. */
    boolean isWished() {
        return answers() && outputs.isAwaited();
    }

    /** Switches what somebody wished, one thing each time; a board that does not answer is not talked to. */
    void carryOut(Bus bus) throws LineLost, InterruptedException {
        // A board without relays has no lamps: a hardware file that says so is refused.
        if (answers() && bus.board(name) instanceof RelayBoard relays) {
            outputs.carryOut(bus, relays);
        }
    }

    /** Reads it and tells what changed. */
    Optional<Reading> read(Bus bus, BooleanSupplier hurried) throws LineLost, InterruptedException {
        askedAt = bus.now();
        Optional<Reading> reading = bus.board(name).read(hurried);
        if (reading.isPresent()) {
            long now = reading.get().bits() & used;
            changedAt = heard && bits == now ? changedAt : reading.get().at();
            bits = now;
            heard = true;
            missed = 0;
            health.say("board " + name, true, "the board answers");
            sensors.forEach(sensor -> sensor.take(reading.get(), reading.get().at(), listener));
        } else if (++missed == MISSED_IS_SILENT) {
            health.say("board " + name, false, "the board does not answer: check its power, wiring and address");
            unknown(bus.now());
            outputs.begin();
        }
        return reading;
    }

    void lineLost() {
        health.say("board " + name, false, "its line is lost");
        unknown(System.nanoTime());
    }

    private void unknown(long now) {
        sensors.forEach(sensor -> sensor.take(null, now, listener));
    }
}

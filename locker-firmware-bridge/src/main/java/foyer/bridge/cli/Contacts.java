package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.Workbench;
import foyer.bridge.board.Bus;
import foyer.bridge.board.Reading;
import foyer.bridge.line.LineLost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Every board of a station, read and pulsed by hand, whatever the file says about polarity. For one thread.
 *
 * <p>Only contacts that can be a door's or flap's are compared: a beam or a level may change at any time.
 */
final class Contacts implements AutoCloseable {
    private static final int QUESTIONS = 3;
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(20);

    private final Hardware hardware;
    private final Map<String, Bus> buses = new LinkedHashMap<>();

    private Contacts(Hardware hardware) {
        this.hardware = hardware;
    }

    /** @throws LineLost if one of the lines cannot be opened */
    static Contacts open(Hardware hardware, Workbench bench) throws LineLost, InterruptedException {
        Contacts contacts = new Contacts(hardware);
        boolean ready = false;
        try {
            for (Hardware.LineMap line : hardware.lines()) {
                contacts.buses.put(line.name(), bench.open(line.name()));
            }
            ready = true;
            return contacts;
        } finally {
            if (!ready) {
                contacts.close();
            }
        }
    }

    /**
     * What every board says now.
     *
     * @throws LineLost if one of them does not answer three questions
     */
    Map<String, Reading> read() throws LineLost, InterruptedException {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Hardware.BoardMap board : hardware.boards()) {
            Optional<Reading> reading = Optional.empty();
            for (int asked = 0; reading.isEmpty() && asked < QUESTIONS; asked++) {
                reading = bus(board.name()).board(board.name()).read(() -> false);
            }
            readings.put(
                    board.name(),
                    reading.orElseThrow(() -> new LineLost(
                            "board " + board.name() + " does not answer: check its power, wiring and address")));
        }
        return readings;
    }

    /** The contacts that differ, each with its value before. */
    List<Hardware.Input> changed(Map<String, Reading> before, Map<String, Reading> after) {
        List<Hardware.Input> changed = new ArrayList<>();
        for (Hardware.BoardMap board : hardware.boards()) {
            Reading was = before.get(board.name());
            Reading is = after.get(board.name());
            Set<Integer> others = others(board.name());
            for (int channel = 1; was != null && is != null && channel <= board.contacts(); channel++) {
                if (was.shorted(channel) != is.shorted(channel) && !others.contains(channel)) {
                    changed.add(new Hardware.Input(board.name(), channel, was.shorted(channel)));
                }
            }
        }
        return changed;
    }

    /** The channels of contacts that are no lock's. */
    private Set<Integer> others(String board) {
        Set<Hardware.Input> locks =
                hardware.doors().stream().map(Hardware.DoorMap::sensor).collect(Collectors.toSet());
        hardware.returnBins().forEach(bin -> locks.add(bin.flapSensor()));
        return hardware.inputsOf(board).stream()
                .filter(input -> !locks.contains(input))
                .map(Hardware.Input::channel)
                .collect(Collectors.toSet());
    }

    /** Pulses one lock once, and returns what changed within the time, as soon as two looks agree. */
    List<Hardware.Input> pulse(Hardware.Output lock, Map<String, Reading> before)
            throws LineLost, InterruptedException {
        long pulsed = System.nanoTime();
        long patience = TimeUnit.MILLISECONDS.toNanos(hardware.jammedAfterMillis());
        bus(lock.board()).board(lock.board()).pulse(lock.channel());
        List<Hardware.Input> seen = List.of();
        while (true) {
            pause(BETWEEN);
            List<Hardware.Input> now = changed(before, read());
            boolean twice = !now.isEmpty() && now.equals(seen);
            if (twice || System.nanoTime() - pulsed > patience) {
                return now;
            }
            seen = now;
        }
    }

    /** Lets the time pass on every line. */
    void pause(long nanos) throws LineLost, InterruptedException {
        for (Bus bus : buses.values()) {
            bus.listen(nanos / buses.size());
        }
    }

    private Bus bus(String board) {
        Bus bus = buses.get(hardware.board(board).line());
        if (bus == null) {
            throw new IllegalStateException("every line is open");
        }
        return bus;
    }

    @Override
    public void close() {
        buses.values().forEach(Bus::close);
    }
}

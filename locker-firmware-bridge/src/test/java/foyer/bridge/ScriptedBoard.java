package foyer.bridge;

import foyer.bridge.board.Board;
import foyer.bridge.board.Bus;
import foyer.bridge.board.Reading;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A bus with one board whose readings are scripted; each takes 10 ms of a time that is stepped. */
final class ScriptedBoard implements Bus, Board {
    private final IntFunction<Optional<Long>> readings;
    private long now = TimeUnit.HOURS.toNanos(1);
    private int pulses;
    private int read;

    /** @param readings by how many were read since the first pulse, from 1; 0 before it */
    ScriptedBoard(IntFunction<Optional<Long>> readings) {
        this.readings = readings;
    }

    /** Doors on channels 1 and up of board a, whose contacts are shorted when they are closed. */
    static List<Sensor> doors(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(channel -> Sensor.door(new Hardware.DoorMap(
                        new Compartment("door" + channel, Compartment.Size.S, Compartment.Height.LOW, channel, 0, 1, 1),
                        new Hardware.Output("a", channel),
                        new Hardware.Input("a", channel, true))))
                .toList();
    }

    int pulses() {
        return pulses;
    }

    @Override
    public Board board(String name) {
        return this;
    }

    @Override
    public Optional<Reading> read(BooleanSupplier hurried) {
        now += TimeUnit.MILLISECONDS.toNanos(10);
        read += pulses == 0 ? 0 : 1;
        return readings.apply(read).map(bits -> new Reading(bits, now));
    }

    @Override
    public void pulse(int channel) {
        pulses++;
    }

    @Override
    public void listen(long nanos) {
        now += nanos;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long skipped() {
        return 0;
    }

    @Override
    public boolean echoes() {
        return false;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}

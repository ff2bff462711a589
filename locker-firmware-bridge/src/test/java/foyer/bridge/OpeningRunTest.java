package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.board.Board;
import foyer.bridge.board.Bus;
import foyer.bridge.board.Reading;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an opening says of readings that do not agree; the time is stepped. */
class OpeningRunTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final Optional<Long> CLOSED = Optional.of(0b11L);
    private static final Optional<Long> OPEN = Optional.of(0b10L);
    private static final Optional<Long> OTHER_OPEN = Optional.of(0b01L);
    private static final Optional<Long> SILENCE = Optional.empty();

    /** One board whose n-th reading after its pulse is scripted; each takes 10 ms. */
    private static final class Script implements Bus, Board {
        private final IntFunction<Optional<Long>> readings;
        private long now = TimeUnit.HOURS.toNanos(1);
        private int pulses;
        private int read;

        Script(IntFunction<Optional<Long>> readings) {
            this.readings = readings;
        }

        @Override
        public Board board(String name) {
            return this;
        }

        @Override
        public Optional<Reading> read(BooleanSupplier hurried) {
            now += TimeUnit.MILLISECONDS.toNanos(10);
            return (pulses == 0 ? CLOSED : readings.apply(++read)).map(bits -> new Reading(bits, now));
        }

        @Override
        public void pulse(int channel) {
            pulses++;
        }

        @Override
        public void set(int channel, boolean on) {
            throw new UnsupportedOperationException();
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
        public void close() {}
    }

    /** Which reading is the first after the time is over. */
    private static final int LAST = 49;

    private static Opening run(IntFunction<Optional<Long>> readings) throws Exception {
        List<Sensor> doors = IntStream.rangeClosed(1, 2)
                .mapToObj(channel -> Sensor.door(new Hardware.DoorMap(
                        new Compartment("door" + channel, Compartment.Size.S, Compartment.Height.LOW, channel, 0, 1, 1),
                        new Hardware.Output("a", channel),
                        new Hardware.Input("a", channel, true))))
                .toList();
        Recorder recorder = new Recorder();
        BoardWatch watch = new BoardWatch("a", doors, recorder, new HealthBook(recorder));
        Script script = new Script(readings);
        Opening outcome = new OpeningRun(watch, doors.getFirst(), List.of(watch), PATIENCE).run(script);
        assertThat(script.pulses).isEqualTo(1);
        return outcome;
    }

    @Test
    void twiceTheSameIsBelieved() throws Exception {
        assertThat(run(number -> OPEN)).isInstanceOf(Opening.Opened.class);
        assertThat(run(number -> OTHER_OPEN)).isInstanceOf(Opening.WrongDoor.class);
        assertThat(run(number -> number < LAST ? CLOSED : OPEN)).isInstanceOf(Opening.Opened.class);
        assertThat(run(number -> number < LAST ? SILENCE : OPEN)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void oneSpoiltReadingAtTheEndOpensNoDoor() throws Exception {
        assertThat(run(number -> number == LAST ? OPEN : CLOSED)).isInstanceOf(Opening.Jammed.class);
        assertThat(run(number -> number == LAST ? OTHER_OPEN : CLOSED)).isInstanceOf(Opening.Jammed.class);
    }

    @Test
    void anotherDoorThatStandsOpenAtTheEndIsTold() throws Exception {
        assertThat(run(number -> number == 3 ? OTHER_OPEN : SILENCE)).isInstanceOf(Opening.WrongDoor.class);
        assertThat(run(number -> number % 2 == 0 ? OPEN : OTHER_OPEN)).isInstanceOf(Opening.WrongDoor.class);
    }

    @Test
    void whatIsSaidOnceOnlyIsNotConfirmed() throws Exception {
        assertThat(run(number -> number == 3 ? OPEN : SILENCE)).isInstanceOf(Opening.NotConfirmed.class);
    }
}

package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What an opening says of readings that do not agree; the time is stepped. */
class OpeningRunTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final Optional<Long> CLOSED = Optional.of(0b11L);
    private static final Optional<Long> OPEN = Optional.of(0b10L);
    private static final Optional<Long> OTHER_OPEN = Optional.of(0b01L);
    private static final Optional<Long> SILENCE = Optional.empty();

    /** Which reading is the first after the time is over. */
    private static final int LAST = 49;

    private static Opening run(IntFunction<Optional<Long>> readings) throws Exception {
        List<Sensor> doors = ScriptedBoard.doors(2);
        Recorder recorder = new Recorder();
        BoardWatch watch = new BoardWatch("a", doors, recorder, new HealthBook(recorder));
        ScriptedBoard script = new ScriptedBoard(number -> number == 0 ? CLOSED : readings.apply(number));
        Opening outcome = new OpeningRun(watch, doors.getFirst(), List.of(watch), PATIENCE).run(script);
        assertThat(script.pulses()).isEqualTo(1);
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
    void whatIsSaidOnceOnlyIsNotConfirmed() throws Exception {
        assertThat(run(number -> number == 3 ? OPEN : SILENCE)).isInstanceOf(Opening.NotConfirmed.class);
        assertThat(run(number -> number == 3 ? OTHER_OPEN : SILENCE)).isInstanceOf(Opening.NotConfirmed.class);
        assertThat(run(number -> number % 2 == 0 ? OPEN : OTHER_OPEN)).isInstanceOf(Opening.NotConfirmed.class);
    }
}

package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a board must be asked often, and when it may rest; the time is stepped. */
class BoardWatchTest {
    private static final long CLOSED = 0b011;
    private static final long OPEN = 0b010;
    private static final long CLOSED_AND_UNUSED_CHANGED = 0b111;

    private final Recorder recorder = new Recorder();
    private final BoardWatch watch = new BoardWatch("a", ScriptedBoard.doors(2), recorder, new HealthBook(recorder));
    private Optional<Long> says = Optional.of(CLOSED);
    private final ScriptedBoard board = new ScriptedBoard(number -> says);

    @BeforeEach
    void begin() throws Exception {
        watch.begin();
        readAfterSeconds(0, CLOSED);
    }

    private boolean readAfterSeconds(long seconds, long bits) throws Exception {
        says = Optional.of(bits);
        board.listen(TimeUnit.SECONDS.toNanos(seconds));
        assertThat(watch.read(board, () -> false)).isPresent();
        return watch.isLively(board.now());
    }

    @Test
    void whatIsClosedAndUnchangedComesToRest() throws Exception {
        assertThat(readAfterSeconds(4, CLOSED)).isTrue();
        assertThat(readAfterSeconds(2, CLOSED)).isFalse();
    }

    @Test
    void anOpenDoorIsWatchedForAsLongAsItStandsOpen() throws Exception {
        assertThat(readAfterSeconds(10, OPEN)).isTrue();
        assertThat(readAfterSeconds(3_600, OPEN)).isTrue();
        assertThat(readAfterSeconds(1, CLOSED)).isTrue();
        assertThat(readAfterSeconds(4, CLOSED)).isTrue();
        assertThat(readAfterSeconds(2, CLOSED)).isFalse();
    }

    @Test
    void aChannelOnWhichNothingHangsWakesNobody() throws Exception {
        assertThat(readAfterSeconds(6, CLOSED_AND_UNUSED_CHANGED)).isFalse();
        assertThat(readAfterSeconds(1, CLOSED)).isFalse();
    }

    @Test
    void aNewLineIsLookedAtClosely() throws Exception {
        assertThat(readAfterSeconds(6, CLOSED)).isFalse();
        watch.begin();
        assertThat(readAfterSeconds(6, CLOSED)).isTrue();
    }
}

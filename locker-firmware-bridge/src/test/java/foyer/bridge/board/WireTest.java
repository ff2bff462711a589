package foyer.bridge.board;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.frame.Reply8A80;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.MemoryLine;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final MemoryLine.Pair pair = MemoryLine.pair();
    private final Wire wire = new Wire(pair.near());

    @Test
    void aLineThatNeverFallsSilentIsNoAnswerAndEndsInTime() throws Exception {
        Thread flood = Thread.ofPlatform().daemon().start(() -> flood(pair.far()));
        try {
            Board8A80 board = new Board8A80(1, 24, SECOND / 10);
            wire.findEcho(board);
            assertThat(wire.echoes()).isFalse();
            assertThat(board.read(wire, () -> false)).isEmpty();
            assertThat(wire.skipped()).isPositive();
        } finally {
            pair.near().close();
            flood.join();
        }
    }

    private static void flood(Line line) {
        try {
            while (true) {
                line.write(new byte[] {0x55, (byte) 0x80, 0x01});
            }
        } catch (LineLost ending) {
            assertThat(ending).hasMessageContaining("closed");
        }
    }

    @Test
    void anAnswerToAnOlderQuestionIsNotTakenForTodays() throws Exception {
        Board8A80 board = new Board8A80(1, 24, SECOND / 10);
        pair.far().write(new Reply8A80.All(1, 24, 0xFFFFFF).bytes());
        assertThat(board.read(wire, () -> false)).isEmpty();
        assertThat(wire.skipped()).isZero();
    }

    @Test
    void anotherBoardsAnswerIsNobodys() throws Exception {
        Board8A80 board = new Board8A80(1, 24, 5 * SECOND);
        Thread answering = Thread.ofPlatform().daemon().start(() -> answer(pair.far()));
        Optional<Reading> reading = board.read(wire, () -> false);
        assertThat(reading).hasValueSatisfying(read -> assertThat(read.bits()).isEqualTo(1));
        assertThat(reading.orElseThrow().shorted(1)).isTrue();
        assertThat(reading.orElseThrow().shorted(2)).isFalse();
        answering.join();
    }

    private static void answer(Line line) {
        try {
            assertThat(line.read(5 * SECOND)).hasSize(5);
            line.write(new Reply8A80.All(2, 24, 0xFFFFFF).bytes());
            line.write(new Reply8A80.All(1, 24, 1).bytes());
        } catch (LineLost | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aBoardThatHasNotBegunToAnswerIsLeftSoonerWhenADoorWaits() throws Exception {
        Board8A80 board = new Board8A80(1, 24, 20 * SECOND);
        long before = System.nanoTime();
        assertThat(board.read(wire, () -> true)).isEmpty();
        assertThat(System.nanoTime() - before).isLessThan(10 * SECOND);
    }
}

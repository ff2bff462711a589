package foyer.bridge.board;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.frame.Reply8A80;
import foyer.bridge.line.Line;
import foyer.bridge.line.LineLost;
import foyer.bridge.line.MemoryLine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireBusTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final MemoryLine.Pair pair = MemoryLine.pair();

    private WireBus<Reply8A80> bus(long replyNanos) {
        return new WireBus<>(pair.near(), new Protocol8A80(), List.of(setup(1, replyNanos)));
    }

    private static BoardSetup setup(int address, long replyNanos) {
        return new BoardSetup("a", address, 24, replyNanos, 0);
    }

    @Test
    void aLineThatNeverFallsSilentIsNoAnswerAndEndsInTime() throws Exception {
        Thread flood = Thread.ofPlatform().daemon().start(() -> flood(pair.far()));
        try {
            WireBus<Reply8A80> bus = WireBus.open(pair.near(), new Protocol8A80(), List.of(setup(1, SECOND / 10)));
            assertThat(bus.echoes()).isFalse();
            assertThat(bus.board("a").read(() -> false)).isEmpty();
            assertThat(bus.skipped()).isPositive();
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
        WireBus<Reply8A80> bus = bus(SECOND / 10);
        pair.far().write(new Reply8A80.All(1, 24, 0xFFFFFF).bytes());
        assertThat(bus.board("a").read(() -> false)).isEmpty();
        assertThat(bus.skipped()).isZero();
    }

    @Test
    void anotherBoardsAnswerIsNobodys() throws Exception {
        WireBus<Reply8A80> bus = bus(5 * SECOND);
        Thread answering = Thread.ofPlatform().daemon().start(() -> answer(pair.far()));
        Optional<Reading> reading = bus.board("a").read(() -> false);
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
        WireBus<Reply8A80> bus = bus(20 * SECOND);
        long before = System.nanoTime();
        assertThat(bus.board("a").read(() -> true)).isEmpty();
        assertThat(System.nanoTime() - before).isLessThan(10 * SECOND);
    }
}

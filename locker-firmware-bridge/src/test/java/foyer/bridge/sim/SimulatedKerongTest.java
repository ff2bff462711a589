package foyer.bridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.frame.CommandCu16;
import foyer.bridge.frame.RepliesCu16;
import foyer.bridge.frame.ReplyCu16;
import foyer.bridge.line.MemoryLine;
import foyer.bridge.sim.SimulatedBoard.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only CU12 and CU16 boards have: a question to all, beams beside the locks, and acknowledgements. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatedKerongTest {
    private final MemoryLine.Pair pair = MemoryLine.pair();
    private final SimulatedBoard first = SimulatedBoard.of(Kind.CU16, 0, 32);
    private final SimulatedBoard second = SimulatedBoard.of(Kind.CU16, 1, 12);
    private final SimulatedBus bus = SimulatedBus.start(pair.far(), List.of(second, first));
    private final Caller caller = new Caller(Kind.CU16, 16, pair.near());

    @AfterEach
    void close() {
        bus.close();
    }

    private List<ReplyCu16> asked(CommandCu16 command) throws Exception {
        return Caller.found(new RepliesCu16(), caller.said(command.bytes()));
    }

    @Test
    void askedTogetherTheBoardsAnswerInTurn() throws Exception {
        first.openDoor(32);
        assertThat(asked(new CommandCu16.StatusOfAll()))
                .containsExactly(
                        new ReplyCu16.Status(0, true, 0xFFFF, 0x7FFF), new ReplyCu16.Status(1, true, 0x0FFF, 0));
    }

    @Test
    void onlyATalkativeBoardAcknowledges() throws Exception {
        assertThat(asked(new CommandCu16.Unlock(1, 12))).isEmpty();
        second.closeDoor(12);
        second.reports(true);
        assertThat(asked(new CommandCu16.Unlock(1, 12)))
                .containsExactly(new ReplyCu16.Unlocked(1, 12, false, 0x07FF, 0));
        assertThat(second.openedPulses(12)).isEqualTo(2);
        assertThat(first.openedPulses(12)).isZero();
    }

    @Test
    void allLocksOfOneBoardAreUnlockedAndItsBeamsAreNone() throws Exception {
        assertThat(asked(new CommandCu16.UnlockAll(0))).isEmpty();
        assertThat(asked(new CommandCu16.Status(0))).containsExactly(new ReplyCu16.Status(0, false, 0, 0xFFFF));
        assertThat(first.openedPulses(16)).isEqualTo(1);
        assertThat(first.openedPulses(17)).isZero();
        assertThat(second.openedPulses(1)).isZero();
    }

    @Test
    void whatIsSetIsTakenWithoutAWord() throws Exception {
        assertThat(asked(new CommandCu16.SetUnlockTime(0, 50))).isEmpty();
        assertThat(asked(new CommandCu16.QueryUnlockTime(0))).isEmpty();
        assertThat(asked(new CommandCu16.SetBaud(0, 1))).isEmpty();
        assertThat(asked(new CommandCu16.Status(0))).hasSize(1);
    }
}

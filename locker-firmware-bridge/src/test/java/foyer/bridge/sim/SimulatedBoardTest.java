package foyer.bridge.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.bridge.line.MemoryLine;
import foyer.bridge.line.SerialLine;
import foyer.bridge.sim.SimulatedBoard.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of board does the same with its doors and has the same faults, heard through its own frames. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatedBoardTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final MemoryLine.Pair pair = MemoryLine.pair();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private static int channels(Kind kind) {
        return switch (kind) {
            case BOARD_8A80 -> 24;
            case CU16 -> 16;
            case CU48 -> 48;
            case MODBUS, MODBUS_TCP -> 8;
        };
    }

    private static long all(Kind kind) {
        return (1L << channels(kind)) - 1;
    }

    private static SimulatedBoard board(Kind kind, int address) {
        return SimulatedBoard.of(kind, address, channels(kind));
    }

    private Caller over(Kind kind, SimulatedBoard... boards) {
        open.add(SimulatedBus.start(pair.far(), List.of(boards)));
        return new Caller(kind, channels(kind), pair.near());
    }

    @ParameterizedTest
    @EnumSource
    void aPulseOpensItsDoorAndTheContactsSayIt(Kind kind) throws Exception {
        SimulatedBoard board = board(kind, 1);
        opensItsDoor(kind, board, over(kind, board));
    }

    @ParameterizedTest
    @EnumSource
    void itDoesSoOnAPseudoTerminalToo(Kind kind) throws Exception {
        SimulatedBoard board = board(kind, 1);
        PtyPort port = PtyPort.open();
        open.add(SimulatedBus.start(port, List.of(board)));
        SerialLine line = SerialLine.open(port.path(), 19200);
        open.add(line);
        opensItsDoor(kind, board, new Caller(kind, channels(kind), line));
    }

    private static void opensItsDoor(Kind kind, SimulatedBoard board, Caller caller) throws Exception {
        long all = all(kind);
        assertThat(caller.contacts(1)).containsExactly(all);
        caller.pulse(1, 3);
        assertThat(caller.contacts(1)).containsExactly(all & ~0b100);
        assertThat(board.isOpen(3)).isTrue();
        assertThat(board.openedPulses(3)).isEqualTo(1);
        assertThat(board.openedPulses(2)).isZero();
        board.closeDoor(3);
        caller.pulse(1, channels(kind));
        assertThat(caller.contacts(1)).containsExactly(all >> 1);
        caller.pulse(2, 5);
        assertThat(caller.contacts(2)).as("no such board").isEmpty();
        assertThat(board.openedPulses(5)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void contactsGoByEachLocksPolarityAndCanAllBeReversed(Kind kind) throws Exception {
        SimulatedBoard board = board(kind, 1);
        Caller caller = over(kind, board);
        board.closedMeansShorted(1, false);
        assertThat(caller.contacts(1)).containsExactly(all(kind) - 1);
        board.openDoor(1);
        assertThat(caller.contacts(1)).containsExactly(all(kind));
        board.reversed(true);
        assertThat(caller.contacts(1)).containsExactly(0L);
    }

    @ParameterizedTest
    @EnumSource
    void aStuckDoorStaysAndAMiswiredLockMovesAnothers(Kind kind) throws Exception {
        SimulatedBoard board = board(kind, 1);
        Caller caller = over(kind, board);
        board.stuck(4, true);
        caller.pulse(1, 4);
        assertThat(caller.contacts(1)).containsExactly(all(kind));
        assertThat(board.openedPulses(4)).isEqualTo(1);
        board.wrongDoor(5, 6);
        caller.pulse(1, 5);
        assertThat(caller.contacts(1)).containsExactly(all(kind) & ~0b10_0000);
        assertThat(board.openedPulses(6)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aSilentBoardHearsNothingAndOneSilentAfterItsPulseHasPulsed(Kind kind) throws Exception {
        SimulatedBoard board = board(kind, 1);
        Caller caller = over(kind, board);
        board.silent(true);
        caller.pulse(1, 1);
        assertThat(caller.contacts(1)).isEmpty();
        board.silent(false);
        assertThat(caller.contacts(1)).containsExactly(all(kind));
        board.silentAfterPulse(true);
        caller.pulse(1, 1);
        assertThat(caller.contacts(1)).isEmpty();
        assertThat(board.openedPulses(1)).isEqualTo(1);
        board.silent(false);
        assertThat(caller.contacts(1)).containsExactly(all(kind) - 1);
    }

    @ParameterizedTest
    @EnumSource
    void aLateBoardAnswersNotBeforeItsTime(Kind kind) throws Exception {
        SimulatedBoard board = board(kind, 1);
        Caller caller = over(kind, board);
        board.late(Duration.ofMillis(150));
        pair.near().write(caller.status(1));
        long asked = System.nanoTime();
        byte[] answer = pair.near().read(Duration.ofSeconds(10).toNanos());
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(140));
        assertThat(caller.readings(1, List.of(answer))).containsExactly(all(kind));
    }

    @ParameterizedTest
    @EnumSource
    void anEchoingLineGivesBackTheQuestionBeforeTheAnswer(Kind kind) throws Exception {
        SimulatedBoard board = board(kind, 1);
        Caller caller = over(kind, board);
        board.echo(true);
        byte[] question = caller.status(1);
        List<byte[]> said = caller.said(question);
        assertThat(said.getFirst()).isEqualTo(question);
        assertThat(caller.readings(1, said.subList(1, said.size()))).containsExactly(all(kind));
    }

    @ParameterizedTest
    @EnumSource
    void onANoisyLineAnswersAreLostButNoneIsWrong(Kind kind) throws Exception {
        SimulatedBoard board = board(kind, 1);
        Caller caller = over(kind, board);
        board.openDoor(2);
        board.noise(true);
        int answered = 0;
        for (int i = 0; i < 15; i++) {
            List<Long> contacts = caller.contacts(1);
            assertThat(contacts).allMatch(bits -> bits == (all(kind) & ~0b10));
            answered += contacts.isEmpty() ? 0 : 1;
        }
        assertThat(answered).as("of 15, a third of them spoilt").isBetween(4, 10);
    }

    @ParameterizedTest
    @EnumSource
    void twoBoardsOnOneAddressGarbleEachOther(Kind kind) throws Exception {
        SimulatedBoard first = board(kind, 1);
        SimulatedBoard second = board(kind, 2);
        Caller caller = over(kind, first, second);
        first.openDoor(2);
        assertThat(caller.contacts(1)).containsExactly(all(kind) & ~0b10);
        assertThat(caller.contacts(2)).containsExactly(all(kind));
        second.address(1);
        List<byte[]> said = caller.said(caller.status(1));
        assertThat(said).as("both are heard").isNotEmpty();
        if (kind == Kind.MODBUS_TCP) {
            assertThat(caller.readings(1, said)).containsExactly(all(kind) & ~0b10, all(kind));
        } else {
            assertThat(caller.readings(1, said)).isEmpty();
        }
        caller.pulse(1, 4);
        Awaitility.await().until(() -> first.isOpen(4) && second.isOpen(4));
    }

    @ParameterizedTest
    @EnumSource
    void somethingFallingThroughABeamBreaksItForAWhile(Kind kind) throws Exception {
        SimulatedBoard board = board(kind, 1);
        over(kind, board);
        board.drop(7);
        assertThat(board.contacts()).isEqualTo(all(kind) & ~0b100_0000);
        Awaitility.await().until(() -> board.contacts() == all(kind));
    }

    @ParameterizedTest
    @EnumSource
    void commandsComeInPiecesAndBehindGarbageAndHalfOfOneIsForgotten(Kind kind) throws Exception {
        Caller caller = over(kind, board(kind, 1));
        byte[] question = caller.status(1);
        pair.near().write(new byte[] {0, -1, 0x55});
        for (byte one : Arrays.copyOf(question, question.length - 1)) {
            pair.near().write(new byte[] {one});
        }
        byte[] last = {question[question.length - 1]};
        assertThat(caller.readings(1, caller.said(last))).containsExactly(all(kind));
        assertThat(caller.said(Arrays.copyOf(question, question.length - 1))).isEmpty();
        assertThat(caller.said(last)).as("the rest came too late").isEmpty();
        assertThat(caller.contacts(1)).containsExactly(all(kind));
    }

    @ParameterizedTest
    @EnumSource
    void aBoardThatCannotExistIsRefused(Kind kind) {
        assertThatThrownBy(() -> SimulatedBoard.of(kind, 248, channels(kind))).hasMessageContaining("248");
        assertThatThrownBy(() -> SimulatedBoard.of(kind, -1, channels(kind))).hasMessageContaining("-1");
        assertThatThrownBy(() -> SimulatedBoard.of(kind, 1, 49)).hasMessageContaining("49");
        assertThatThrownBy(() -> SimulatedBoard.of(kind, 1, 0)).hasMessageContaining("0 channels");
    }
}

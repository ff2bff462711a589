package foyer.bridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.frame.CommandModbus;
import foyer.bridge.frame.RepliesModbusRtu;
import foyer.bridge.frame.ReplyModbus;
import foyer.bridge.line.MemoryLine;
import foyer.bridge.sim.SimulatedBoard.Kind;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only relay boards have: outputs, pulses that show, refusals, modes and an address set over the line. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatedModbusTest {
    private final MemoryLine.Pair pair = MemoryLine.pair();
    private final SimulatedBoard board = SimulatedBoard.of(Kind.MODBUS, 1, 8);
    private final SimulatedBus bus = SimulatedBus.start(pair.far(), List.of(board));
    private final Caller caller = new Caller(Kind.MODBUS, 8, pair.near());

    @AfterEach
    void close() {
        bus.close();
    }

    private List<ReplyModbus> asked(CommandModbus command) throws Exception {
        return Caller.found(new RepliesModbusRtu(), caller.said(command.bytes()));
    }

    private long coils() throws Exception {
        List<ReplyModbus> replies = asked(new CommandModbus.ReadCoils(1, 8));
        assertThat(replies).hasSize(1);
        return ((ReplyModbus.Coils) replies.getFirst()).bits();
    }

    @Test
    void aFlashedCoilReadsOnForItsTime() throws Exception {
        long before = System.nanoTime();
        assertThat(asked(new CommandModbus.FlashOn(1, 3, 20)))
                .containsExactly(new ReplyModbus.CoilWritten(1, 0x202, 20));
        assertThat(coils()).isEqualTo(0b100);
        assertThat(board.isOpen(3)).isTrue();
        assertThat(board.openedPulses(3)).isEqualTo(1);
        Awaitility.await().until(() -> coils() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anOutputStaysOnUntilItIsSwitchedOff() throws Exception {
        assertThat(asked(new CommandModbus.On(1, 8))).containsExactly(new ReplyModbus.CoilWritten(1, 7, 0xFF00));
        assertThat(board.isOn(8)).isTrue();
        assertThat(board.openedPulses(8)).as("a lamp is not pulsed").isZero();
        assertThat(asked(new CommandModbus.On(1, 7))).hasSize(1);
        assertThat(coils()).isEqualTo(0b1100_0000);
        assertThat(asked(new CommandModbus.Off(1, 8))).hasSize(1);
        assertThat(coils()).isEqualTo(0b0100_0000);
        assertThat(asked(new CommandModbus.AllOff(1))).hasSize(1);
        assertThat(coils()).isZero();
    }

    @Test
    void whatTheBoardDoesNotHaveIsRefused() throws Exception {
        assertThat(asked(new CommandModbus.FlashOn(1, 9, 5))).containsExactly(new ReplyModbus.Refused(1, 5, 2));
        assertThat(asked(new CommandModbus.ReadCoils(1, 9))).containsExactly(new ReplyModbus.Refused(1, 1, 2));
        assertThat(asked(new CommandModbus.ReadInputs(1, 9))).containsExactly(new ReplyModbus.Refused(1, 2, 2));
        assertThat(asked(new CommandModbus.SetMode(1, 9, 0))).containsExactly(new ReplyModbus.Refused(1, 6, 2));
    }

    @Test
    void aLinkedRelayThrowsItsDoorOpenUntilItsModeIsNormal() throws Exception {
        board.openDoor(1);
        board.linked(1, true);
        board.closeDoor(1);
        assertThat(board.isOpen(1)).isTrue();
        assertThat(asked(new CommandModbus.SetMode(1, 1, 0)))
                .containsExactly(new ReplyModbus.RegisterWritten(1, 0x1000, 0));
        board.closeDoor(1);
        assertThat(board.isOpen(1)).isFalse();
        assertThat(coils()).isZero();
    }

    @Test
    void anAddressIsSetForAllAndNobodyAnswers() throws Exception {
        assertThat(asked(new CommandModbus.SetAddress(2))).isEmpty();
        assertThat(board.address()).isEqualTo(2);
        assertThat(asked(new CommandModbus.SetBaud(CommandModbus.Baud.BAUD_9600)))
                .isEmpty();
        assertThat(caller.contacts(2)).containsExactly(0xFFL);
        assertThat(caller.contacts(1)).isEmpty();
    }
}

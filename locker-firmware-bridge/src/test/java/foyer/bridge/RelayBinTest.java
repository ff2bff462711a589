package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.frame.CommandModbus;
import foyer.bridge.line.Line;
import foyer.bridge.sim.SimulatedBoard;
import foyer.bridge.sim.SimulatedWall;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bin with everything a bin can have, on relays and inputs that bear the same numbers. */
@Timeout(60)
class RelayBinTest {
    private static final int RED = 2;
    private static final int GREEN = 3;
    private static final int BUZZER = 4;
    private static final String FILE = """
            line main simulated
            board a {KIND} line=main address=1 channels=8
            bin 1 board=a flap=1 beam=2 level=3 present=4 red=2 green=3 buzzer=4 capacity=5 level-closed=0x00
            tamper back board=a channel=5 closed=0x00
            power mains board=a channel=6
            opening jammed-after=1000
            """;

    private final Recorder seen = new Recorder();

    private Bridge start(String kind, Path folder) throws Exception {
        Bridge bridge = Bridge.start(TestHardware.read(folder, FILE.replace("{KIND}", kind)), seen);
        await().until(() -> bridge.bins().getFirst().flap() == Position.CLOSED);
        return bridge;
    }

    @ParameterizedTest
    @ValueSource(strings = {"modbus", "modbus-tcp"})
    void lampsAndBuzzerFollowTheIntentAndDisturbNoContact(String kind, @TempDir Path folder) throws Exception {
        Bridge bridge = start(kind, folder);
        SimulatedBoard board = bridge.simulation().orElseThrow().board();
        ReturnBin bin = bridge.bins().getFirst();
        bin.show(BinLight.READY);
        await().until(() -> board.isOn(GREEN));
        assertThat(bin.openFlap().get(10, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
        assertThat(board.isOn(RED)).isFalse();
        bin.beep();
        await().until(() -> board.isOn(BUZZER));
        await().until(() -> !board.isOn(BUZZER));
        assertThat(board.openedPulses(BUZZER)).isEqualTo(1);
        bin.show(BinLight.FULL_OR_CLOSED);
        await().until(() -> board.isOn(RED) && !board.isOn(GREEN));
        assertThat(seen.drops).isEmpty();
        assertThat(seen.levels).containsExactly("1 has room");
        bridge.close();
        assertThat(board.isOn(RED)).as("dark with the bridge").isFalse();
    }

    @Test
    void aLampIsLitAgainAfterALoss(@TempDir Path folder) throws Exception {
        try (Bridge bridge = start("modbus", folder)) {
            SimulatedWall wall = bridge.simulation().orElseThrow();
            bridge.bins().getFirst().show(BinLight.READY);
            await().until(() -> wall.board().isOn(GREEN));
            try (Line other = wall.connect("main")) {
                other.write(new CommandModbus.Off(1, GREEN).bytes());
                assertThat(other.read(TimeUnit.SECONDS.toNanos(5))).isNotEmpty();
            }
            await().until(() -> seen.healthOf("line main").size() == 3);
            await().until(() -> wall.board().isOn(GREEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"modbus", "modbus-tcp"})
    void containerCabinetAndMainsAreTold(String kind, @TempDir Path folder) throws Exception {
        try (Bridge bridge = start(kind, folder)) {
            SimulatedWall wall = bridge.simulation().orElseThrow();
            await().until(() -> seen.switches.size() == 3);
            assertThat(seen.switches)
                    .containsExactlyInAnyOrder("bin 1 present", "tamper back closed", "power mains mains");
            wall.container("1", false);
            await().until(() -> seen.switches.getLast().equals("bin 1 missing"));
            assertThat(bridge.bins().getFirst().present()).isFalse();
            wall.tamper("back", true);
            await().until(() -> seen.switches.getLast().equals("tamper back open"));
            wall.power("mains", false);
            await().until(() -> seen.switches.getLast().equals("power mains battery"));
            wall.power("mains", true);
            await().until(() -> seen.switches.getLast().equals("power mains mains"));
            assertThat(seen.switches).hasSize(7);
        }
    }
}

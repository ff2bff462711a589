package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.sim.SimulatedWall;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A half-duplex line that gives back what is written to it. */
@Timeout(60)
class EchoTest {
    private final Recorder seen = new Recorder();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GPIO")
    void anEchoingLineIsRecognisedAndItsEchoIsNoNoise(BoardKind kind, @TempDir Path folder) throws Exception {
        try (TestWall test = TestWall.of(kind, folder)) {
            SimulatedWall wall = test.wall;
            wall.board().echo(true);
            try (Bridge bridge = Bridge.start(test.hardware, seen)) {
                await().until(() -> !bridge.locks().positions().containsValue(Position.UNKNOWN));
                assertThat(seen.health)
                        .anyMatch(said ->
                                said.part().equals("line main") && said.words().contains("echo"));
                assertThat(bridge.locks().open("1").get(10, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
                wall.jam("2", true);
                assertThat(bridge.locks().open("2").get(10, TimeUnit.SECONDS)).isInstanceOf(Opening.Jammed.class);
                assertThat(wall.pulses("1") + wall.pulses("2")).isEqualTo(2);
                assertThat(seen.healthOf("noise on line main")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GPIO")
    void anEchoFromADeadBoardIsNoAnswer(BoardKind kind, @TempDir Path folder) throws Exception {
        try (TestWall test = TestWall.of(kind, folder)) {
            SimulatedWall wall = test.wall;
            wall.board().echo(true);
            wall.board().silent(true);
            try (Bridge bridge = Bridge.start(test.hardware, seen)) {
                await().until(() -> seen.healthOf("board a").equals(List.of(false)));
                assertThat(bridge.locks().open("1").get(10, TimeUnit.SECONDS))
                        .isEqualTo(new Opening.NotPulsed("board a does not answer"));
                assertThat(seen.of("1")).containsExactly(Position.UNKNOWN);
            }
        }
    }

    /** Board 1 with these doors closed answers 80 01 00 33 B2 33 .., which begins like the question. */
    @Test
    void anAnswerThatBeginsLikeTheQuestionIsNoEcho(@TempDir Path folder) throws Exception {
        Hardware layout = TestHardware.read(
                folder,
                TestHardware.text(BoardKind.BOARD_8A80, "simulated", "simulated")
                        .replace("address=5", "address=1"));
        try (SimulatedWall wall = SimulatedWall.onPty(layout)) {
            for (int channel = 1; channel <= 24; channel++) {
                wall.board().closedMeansShorted(channel, (0x0033B2 >>> (channel - 1) & 1) == 1);
            }
            Hardware hardware = TestHardware.read(
                    folder,
                    TestHardware.text(
                                    BoardKind.BOARD_8A80,
                                    "serial " + wall.boardPath() + " 9600",
                                    "serial " + wall.scannerPath() + " 9600")
                            .replace("address=5", "address=1"));
            try (Bridge bridge = Bridge.start(hardware, seen)) {
                await().until(() -> !bridge.locks().positions().containsValue(Position.UNKNOWN));
                assertThat(seen.health).noneMatch(said -> said.words().contains("echo"));
                assertThat(seen.healthOf("noise on line main")).isEmpty();
            }
        }
    }
}

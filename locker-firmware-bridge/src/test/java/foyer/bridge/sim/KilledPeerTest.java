package foyer.bridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.TestHardware;
import foyer.bridge.line.SerialLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The wall outlives the programs that talk to it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledPeerTest {
    @Test
    void aKilledProgramLeavesTheWallToTheNextOne(@TempDir Path folder) throws Exception {
        try (SimulatedWall wall = SimulatedWall.onPty(TestHardware.simulated(folder))) {
            TestHardware.serial(folder, wall.boardPath(), wall.scannerPath());
            assertThat(openAndBeKilled(folder, "1")).isEqualTo("Opened");
            assertThat(wall.isDoorOpen("1")).isTrue();
            wall.scan("lost, for nobody listens");
            assertThat(openAndBeKilled(folder, "1")).as("it stands open").isEqualTo("NotPulsed");
            wall.closeDoor("1");
            assertThat(openAndBeKilled(folder, "1")).isEqualTo("Opened");
            assertThat(wall.pulses("1")).isEqualTo(2);
        }
    }

    @Test
    void scansNobodyTakesNeitherBlockNorBreakTheWall(@TempDir Path folder) throws Exception {
        try (SimulatedWall wall = SimulatedWall.onPty(TestHardware.simulated(folder))) {
            for (int i = 0; i < 2_000; i++) {
                wall.scan("21234000000018");
            }
            try (SerialLine scanner = SerialLine.open(wall.scannerPath(), 9600)) {
                wall.scan("now");
                assertThat(scanner.read(TimeUnit.SECONDS.toNanos(5))).asString().isEqualTo("now\r");
            }
        }
    }

    private static String openAndBeKilled(Path folder, String door) throws Exception {
        Process peer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PtyPeer.class.getName(),
                        folder.resolve("hardware.txt").toString(),
                        door)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            // A program that says nothing is killed as well, and the test fails instead of waiting for ever.
            return CompletableFuture.supplyAsync(() -> firstLine(peer)).get(30, TimeUnit.SECONDS);
        } finally {
            peer.destroyForcibly().waitFor();
        }
    }

    private static String firstLine(Process peer) {
        try {
            return String.valueOf(peer.inputReader(StandardCharsets.UTF_8).readLine());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

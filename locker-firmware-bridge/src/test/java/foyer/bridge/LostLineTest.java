package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.sim.SimulatedWall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Adapters are unplugged and come back under the same name, but seldom as the same device. */
@Timeout(60)
class LostLineTest {
    private final Recorder seen = new Recorder();

    @Test
    void aVanishedAdapterIsReportedOnceAndFoundAgainByItsName(@TempDir Path folder) throws Exception {
        Hardware layout = TestHardware.simulated(folder);
        Path line = folder.resolve("by-id-line");
        Path scanner = folder.resolve("by-id-scanner");
        SimulatedWall first = SimulatedWall.onPty(layout);
        plug(first, line, scanner);
        try (Bridge bridge = Bridge.start(TestHardware.serial(folder, line.toString(), scanner.toString()), seen)) {
            awaitDoors(bridge);
            // The later wall opens its terminals before the first lets go of its own, so they are other devices.
            try (SimulatedWall second = SimulatedWall.onPty(layout)) {
                unplug(line, scanner);
                first.close();
                await().until(() -> bridge.locks().positions().values().stream().allMatch(Position.UNKNOWN::equals));
                await().until(() -> seen.healthOf("scanner front").equals(List.of(true, false)));
                assertThat(bridge.locks().open("1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.NotPulsed.class);
                assertThat(seen.healthOf("line main")).containsExactly(true, false);
                plug(second, line, scanner);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> seen.healthOf("line main").equals(List.of(true, false, true)));
                awaitDoors(bridge);
                assertThat(bridge.locks().open("1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
                assertThat(second.pulses("1")).isEqualTo(1);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> seen.healthOf("scanner front").equals(List.of(true, false, true)));
                second.scan("later");
                await().until(() -> seen.scans.size() == 1);
            }
        }
    }

    @Test
    void hardwareThatIsNotThereYetIsWaitedFor(@TempDir Path folder) throws Exception {
        Path line = folder.resolve("by-id-line");
        Path scanner = folder.resolve("by-id-scanner");
        Hardware hardware = TestHardware.serial(folder, line.toString(), scanner.toString());
        try (SimulatedWall wall = SimulatedWall.onPty(hardware);
                Bridge bridge = Bridge.start(hardware, seen)) {
            await().until(() -> seen.healthOf("line main").equals(List.of(false)));
            await().until(() -> seen.of("1").equals(List.of(Position.UNKNOWN)));
            plug(wall, line, scanner);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> seen.healthOf("line main").equals(List.of(false, true)));
            awaitDoors(bridge);
        }
    }

    @Test
    void aLineLostAfterThePulseIsNotConfirmed(@TempDir Path folder) throws Exception {
        SimulatedWall wall = SimulatedWall.onPty(TestHardware.simulated(folder));
        Hardware hardware = TestHardware.serial(folder, wall.boardPath(), wall.scannerPath());
        try (Bridge bridge = Bridge.start(hardware, seen)) {
            awaitDoors(bridge);
            wall.jam("1", true);
            CompletableFuture<Opening> order = bridge.locks().open("1");
            await().pollInterval(Duration.ofMillis(1)).until(() -> wall.pulses("1") == 1);
            wall.close();
            assertThat(order.get(5, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(Opening.NotConfirmed.class, lost -> assertThat(lost.why())
                            .isEqualTo("line main was lost"));
        }
    }

    @Test
    void oneDeadBoardStopsNoOther(@TempDir Path folder) throws Exception {
        Hardware hardware = TestHardware.read(folder, """
                line main simulated
                line spare simulated
                board a 8a80 line=main address=1 channels=24
                board b 8a80 line=main address=2 channels=32
                board c 8a80 line=spare address=1 channels=24
                door a1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1
                door b1 board=b channel=1 size=S height=HIGH column=1 row=0 columns=1 rows=1
                door b32 board=b channel=32 size=S height=HIGH column=2 row=0 columns=1 rows=1
                door c1 board=c channel=1 size=S height=HIGH column=3 row=0 columns=1 rows=1
                """);
        try (Bridge bridge = Bridge.start(hardware, seen)) {
            awaitDoors(bridge);
            SimulatedWall wall = bridge.simulation().orElseThrow();
            wall.board("a").silent(true);
            await().until(() -> seen.of("a1").contains(Position.UNKNOWN));
            assertThat(bridge.locks().open("b32").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
            assertThat(bridge.locks().open("c1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
            assertThat(bridge.locks().open("a1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.NotPulsed.class);
            wall.closeDoor("b32");
            await().until(() -> seen.of("b32").equals(List.of(Position.CLOSED, Position.OPEN, Position.CLOSED)));
        }
    }

    private static void plug(SimulatedWall wall, Path line, Path scanner) throws Exception {
        Files.createSymbolicLink(scanner, Path.of(wall.scannerPath()));
        Files.createSymbolicLink(line, Path.of(wall.boardPath()));
    }

    private static void unplug(Path line, Path scanner) throws Exception {
        Files.delete(line);
        Files.delete(scanner);
    }

    private static void awaitDoors(Bridge bridge) {
        await().until(() -> !bridge.locks().positions().containsValue(Position.UNKNOWN));
    }
}

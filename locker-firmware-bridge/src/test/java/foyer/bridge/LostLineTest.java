package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.sim.SimulatedPorts;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Adapters are unplugged and come back under the same name, but seldom as the same device. */
@Timeout(60)
class LostLineTest {
    private final Recorder seen = new Recorder();

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GPIO", "MODBUS_TCP"})
    void aVanishedAdapterIsReportedOnceAndFoundAgainByItsName(BoardKind kind, @TempDir Path folder) throws Exception {
        Hardware layout = TestHardware.of(kind, folder, "simulated", "simulated");
        Path line = folder.resolve("by-id-line");
        Path scanner = folder.resolve("by-id-scanner");
        SimulatedWall first = SimulatedWall.onPty(layout);
        plug(first, line, scanner);
        Hardware hardware = TestHardware.of(kind, folder, "serial " + line + " 9600", "serial " + scanner + " 9600");
        try (Bridge bridge = Bridge.start(hardware, seen)) {
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

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GPIO")
    void aConverterThatHangsUpIsLostOnceAndFoundAgain(BoardKind kind, @TempDir Path folder) throws Exception {
        try (SimulatedWall wall = SimulatedWall.onPty(TestHardware.of(kind, folder, "simulated", "simulated"))) {
            SimulatedPorts first = new SimulatedPorts();
            int port = first.open(0, () -> wall.connect("main"));
            Hardware hardware = TestHardware.of(kind, folder, "tcp 127.0.0.1 " + port, "simulated");
            try (Bridge bridge = Bridge.start(hardware, seen)) {
                awaitDoors(bridge);
                first.close();
                await().until(() -> seen.healthOf("line main").equals(List.of(true, false)));
                assertThat(bridge.locks().open("1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.NotPulsed.class);
                try (SimulatedPorts second = new SimulatedPorts()) {
                    assertThat(second.open(port, () -> wall.connect("main"))).isEqualTo(port);
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> seen.healthOf("line main").equals(List.of(true, false, true)));
                    awaitDoors(bridge);
                    assertThat(bridge.locks().open("1").get(5, TimeUnit.SECONDS))
                            .isInstanceOf(Opening.Opened.class);
                    assertThat(wall.pulses("1")).isEqualTo(1);
                }
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

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GPIO")
    void aLineLostAfterThePulseIsNotConfirmed(BoardKind kind, @TempDir Path folder) throws Exception {
        TestWall test = TestWall.of(kind, folder);
        SimulatedWall wall = test.wall;
        try (Bridge bridge = Bridge.start(test.hardware, seen)) {
            awaitDoors(bridge);
            wall.jam("1", true);
            CompletableFuture<Opening> order = bridge.locks().open("1");
            await().pollInterval(Duration.ofMillis(1)).until(() -> wall.pulses("1") == 1);
            test.close();
            assertThat(order.get(5, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(Opening.NotConfirmed.class, lost -> assertThat(lost.why())
                            .isEqualTo("line main was lost"));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    8a80, 24, 32
                    cu16, 12, 16
                    cu48, 48, 48
                    modbus, 8, 32
                    modbus-tcp, 8, 32
                    """)
    void oneDeadBoardStopsNoOther(String kind, int channels, int highest, @TempDir Path folder) throws Exception {
        Hardware hardware = TestHardware.read(folder, """
                line main simulated
                line spare simulated
                board a {KIND} line=main address=1 channels={CHANNELS}
                board b {KIND} line=main address=2 channels={HIGHEST}
                board c {KIND} line=spare address=1 channels={CHANNELS}
                door a1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1
                door b1 board=b channel=1 size=S height=HIGH column=1 row=0 columns=1 rows=1
                door last board=b channel={HIGHEST} size=S height=HIGH column=2 row=0 columns=1 rows=1
                door c1 board=c channel=1 size=S height=HIGH column=3 row=0 columns=1 rows=1
                """.replace("{KIND}", kind)
                .replace("{CHANNELS}", String.valueOf(channels))
                .replace("{HIGHEST}", String.valueOf(highest)));
        try (Bridge bridge = Bridge.start(hardware, seen)) {
            awaitDoors(bridge);
            SimulatedWall wall = bridge.simulation().orElseThrow();
            wall.board("a").silent(true);
            await().until(() -> seen.of("a1").contains(Position.UNKNOWN));
            assertThat(bridge.locks().open("last").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
            assertThat(bridge.locks().open("c1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
            assertThat(bridge.locks().open("a1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.NotPulsed.class);
            wall.closeDoor("last");
            await().until(() -> seen.of("last").equals(List.of(Position.CLOSED, Position.OPEN, Position.CLOSED)));
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

package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.line.Line;
import foyer.bridge.sim.SimulatedWall;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A station whose file says {@code simulated}: the same bytes, in this process. */
@Timeout(60)
class SimulatedStationTest {
    private final Recorder seen = new Recorder();
    private Bridge bridge;
    private SimulatedWall wall;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        bridge = Bridge.start(TestHardware.simulated(folder), seen);
        wall = bridge.simulation().orElseThrow();
        await().until(() -> !bridge.locks().positions().containsValue(Position.UNKNOWN));
    }

    @AfterEach
    void end() {
        bridge.close();
    }

    @Test
    void aDoorABookAndACard() throws Exception {
        assertThat(bridge.locks().open("12").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
        assertThat(wall.isDoorOpen("12")).isTrue();
        wall.closeDoor("12");
        await().until(() -> bridge.locks().positions().get("12") == Position.CLOSED);

        ReturnBin bin = bridge.bins().getFirst();
        assertThat(bin.openFlap().get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
        assertThat(wall.isFlapOpen("1")).isTrue();
        assertThat(wall.flapPulses("1")).isEqualTo(1);
        wall.drop("1");
        wall.closeFlap("1");
        await().until(() -> seen.drops.equals(List.of("1")) && bin.flap() == Position.CLOSED);

        await().until(() -> seen.healthOf("scanner front").equals(List.of(true)));
        wall.scan("33191000105864");
        await().until(() -> seen.scans.size() == 1);
        assertThat(seen.scans.getFirst().text()).isEqualTo("33191000105864");
    }

    @Test
    void aPulledPlugIsALostLineAndTheBridgePlugsInAgain() throws Exception {
        // Somebody else takes the line, and the bridge takes it back.
        try (Line other = wall.connect("main")) {
            assertThat(other.read(0)).isEmpty();
            await().until(() -> seen.healthOf("line main").equals(List.of(true, false, true)));
        }
        await().until(() -> !bridge.locks().positions().containsValue(Position.UNKNOWN));
        assertThat(seen.of("1")).containsExactly(Position.CLOSED, Position.UNKNOWN, Position.CLOSED);
        assertThat(bridge.locks().open("1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void aListenerThatFailsStopsNoDoor(@TempDir Path folder) throws Exception {
        BridgeListener failing = (BridgeListener) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BridgeListener.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("planted");
                });
        try (Bridge other = Bridge.start(TestHardware.simulated(folder), failing)) {
            await().until(() -> !other.locks().positions().containsValue(Position.UNKNOWN));
            assertThat(other.locks().open("1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
        }
    }

    @Test
    void moreThanEightWaitingOrdersAreRefused() {
        // The first takes a second, so that none is over before the last is given.
        wall.jam("1", true);
        List<CompletableFuture<Opening>> orders = IntStream.rangeClosed(1, 12)
                .mapToObj(door -> bridge.locks().open(String.valueOf(door)))
                .toList();
        List<Opening> outcomes = orders.stream()
                .map(order -> order.orTimeout(20, TimeUnit.SECONDS).join())
                .toList();
        assertThat(outcomes.getFirst()).isInstanceOf(Opening.Jammed.class);
        assertThat(outcomes.subList(1, 8)).allMatch(Opening.Opened.class::isInstance);
        assertThat(outcomes.subList(8, 12)).allSatisfy(outcome -> assertThat(outcome)
                .isEqualTo(new Opening.NotPulsed("8 doors are waiting to be opened already")));
        assertThat(wall.pulses("12")).isZero();
    }

    @Test
    void locksOnTwoLinesNeverPullAtOnce(@TempDir Path folder) throws Exception {
        Hardware hardware = TestHardware.read(folder, """
                line one simulated
                line two simulated
                board a 8a80 line=one address=1 channels=24
                board b 8a80 line=two address=1 channels=24
                door a1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1
                door b1 board=b channel=1 size=S height=HIGH column=1 row=0 columns=1 rows=1
                opening jammed-after=600
                """);
        try (Bridge two = Bridge.start(hardware, seen)) {
            await().until(() -> !two.locks().positions().containsValue(Position.UNKNOWN));
            two.simulation().orElseThrow().jam("a1", true);
            CompletableFuture<Opening> first = two.locks().open("a1");
            CompletableFuture<Opening> second = two.locks().open("b1");
            Opening.Jammed jammed = (Opening.Jammed) first.get(5, TimeUnit.SECONDS);
            Opening.Opened opened = (Opening.Opened) second.get(5, TimeUnit.SECONDS);
            assertThat(opened.pulsedAt() - jammed.pulsedAt())
                    .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(600));
        }
    }

    @Test
    void locksOnTwoSuppliesMayPullAtOnce(@TempDir Path folder) throws Exception {
        Hardware hardware = TestHardware.read(folder, """
                line one simulated
                line two simulated
                board a 8a80 line=one address=1 channels=24 supply=left
                board b 8a80 line=two address=1 channels=24 supply=right
                door a1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1
                door b1 board=b channel=1 size=S height=HIGH column=1 row=0 columns=1 rows=1
                opening jammed-after=10000
                """);
        try (Bridge two = Bridge.start(hardware, seen)) {
            await().until(() -> !two.locks().positions().containsValue(Position.UNKNOWN));
            two.simulation().orElseThrow().jam("a1", true);
            CompletableFuture<Opening> first = two.locks().open("a1");
            CompletableFuture<Opening> second = two.locks().open("b1");
            assertThat(second.get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
            assertThat(first).isNotDone();
        }
    }

    @Test
    void aDoorsContactMayHangOnAnotherChannelThanItsLock(@TempDir Path folder) throws Exception {
        Hardware hardware = TestHardware.read(folder, """
                line one simulated
                board a 8a80 line=one address=1 channels=24
                door 1 board=a channel=1 sensor=9 size=S height=HIGH column=0 row=0 columns=1 rows=1
                door 2 board=a channel=2 sensor=1 size=S height=HIGH column=1 row=0 columns=1 rows=1
                """);
        try (Bridge other = Bridge.start(hardware, seen)) {
            await().until(() -> !other.locks().positions().containsValue(Position.UNKNOWN));
            assertThat(other.locks().open("1").get(5, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
            assertThat(other.locks().positions())
                    .containsEntry("1", Position.OPEN)
                    .containsEntry("2", Position.CLOSED);
            assertThat(other.simulation().orElseThrow().board().isOpen(9)).isTrue();
        }
    }

    @Test
    void aCallerThatCancelsItsOrderLetsNoTwoLocksPullAtOnce() throws Exception {
        wall.jam("1", true);
        assertThat(bridge.locks().open("1").cancel(true)).isTrue();
        Opening.Opened opened = (Opening.Opened) bridge.locks().open("2").get(5, TimeUnit.SECONDS);
        assertThat(wall.pulses("1")).isEqualTo(1);
        assertThat(opened.openedAt()).isGreaterThan(opened.pulsedAt());
    }
}

package foyer.bridge;

import static foyer.bridge.Position.CLOSED;
import static foyer.bridge.Position.OPEN;
import static foyer.bridge.Position.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.sim.SimulatedBoard;
import foyer.bridge.sim.SimulatedWall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole bridge through jSerialComm and real pseudo-terminals, or through a socket, against every kind of board that
 * answers bytes.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GPIO")
class BridgeOverPtyTest {
    private final Recorder seen = new Recorder();
    private TestWall test;
    private SimulatedWall wall;
    private SimulatedBoard board;
    private Bridge bridge;
    private final BoardKind kind;

    BridgeOverPtyTest(BoardKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        test = TestWall.of(kind, folder);
        wall = test.wall;
        board = wall.board();
        bridge = Bridge.start(test.hardware, seen);
    }

    @AfterEach
    void end() throws Exception {
        bridge.close();
        test.close();
    }

    private void awaitDoors() {
        await().until(() -> !bridge.locks().positions().containsValue(UNKNOWN));
    }

    private Opening open(String door) throws Exception {
        awaitDoors();
        return bridge.locks().open(door).get(10, TimeUnit.SECONDS);
    }

    private int allPulses() {
        return IntStream.rangeClosed(1, test.hardware.board("a").channels())
                .map(board::openedPulses)
                .sum();
    }

    @Test
    void aDoorOpensAndClosesAndBothAreReported() throws Exception {
        Opening.Opened opened = (Opening.Opened) open("3");
        assertThat(opened.openedAt()).isGreaterThan(opened.pulsedAt());
        assertThat(bridge.locks().positions()).containsEntry("3", OPEN).containsEntry("4", CLOSED);
        wall.closeDoor("3");
        await().until(() -> seen.of("3").equals(List.of(CLOSED, OPEN, CLOSED)));
        assertThat(allPulses()).isEqualTo(1);
        assertThat(wall.pulses("3")).isEqualTo(1);
        assertThat(IntStream.rangeClosed(1, 12)
                        .filter(door -> seen.of(String.valueOf(door)).size() == 1))
                .as("every other door is reported once")
                .hasSize(11);
    }

    @Test
    void everyPartIsReportedWellOnceAtTheStart() {
        awaitDoors();
        await().untilAsserted(() -> assertThat(seen.health)
                .extracting(Recorder.Health::part)
                .containsExactlyInAnyOrder("line main", "board a", "scanner front"));
        assertThat(seen.health).allMatch(Recorder.Health::well);
        await().until(() -> seen.flaps.size() == 2 && seen.levels.size() == 2);
        assertThat(seen.levels).containsExactlyInAnyOrder("1 has room", "2 has room");
        assertThat(seen.drops).isEmpty();
    }

    @Test
    void aDoorThatStaysClosedIsJammedAfterOnePulse() throws Exception {
        wall.jam("1", true);
        assertThat(open("1")).isInstanceOf(Opening.Jammed.class);
        assertThat(allPulses()).isEqualTo(1);
    }

    @Test
    void anotherDoorThanTheTargetIsAWrongDoor() throws Exception {
        board.wrongDoor(1, 7);
        assertThat(open("1")).isInstanceOfSatisfying(Opening.WrongDoor.class, wrong -> assertThat(wrong.changed())
                .containsExactly("7"));
        assertThat(allPulses()).isEqualTo(1);
    }

    @Test
    void aFlapThatOpensForADoorIsAWrongDoorToo() throws Exception {
        board.wrongDoor(1, 13);
        assertThat(open("1")).isInstanceOfSatisfying(Opening.WrongDoor.class, wrong -> assertThat(wrong.changed())
                .containsExactly("bin 1"));
    }

    @Test
    void aDropWhileADoorOpensIsNoChangedDoor() throws Exception {
        awaitDoors();
        board.late(Duration.ofMillis(30));
        CompletableFuture<Opening> opening = bridge.locks().open("1");
        wall.drop("1");
        assertThat(opening.get(10, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
        await().until(() -> seen.drops.equals(List.of("1")));
    }

    @Test
    void anOpenDoorIsNotPulsed() throws Exception {
        assertThat(open("1")).isInstanceOf(Opening.Opened.class);
        assertThat(open("1")).isInstanceOf(Opening.NotPulsed.class);
        assertThat(open("99")).isEqualTo(new Opening.NotPulsed("there is no compartment 99"));
        assertThat(allPulses()).isEqualTo(1);
    }

    @Test
    void aSilentBoardIsNotPulsedAndItsDoorsAreUnknownUntilItAnswers() throws Exception {
        awaitDoors();
        board.silent(true);
        assertThat(open("1")).isEqualTo(new Opening.NotPulsed("board a does not answer"));
        await().until(() -> bridge.locks().positions().values().stream().allMatch(UNKNOWN::equals));
        assertThat(seen.healthOf("board a")).containsExactly(true, false);
        assertThat(allPulses()).isZero();
        board.silent(false);
        awaitDoors();
        assertThat(seen.healthOf("board a")).containsExactly(true, false, true);
        assertThat(seen.of("1")).containsExactly(CLOSED, UNKNOWN, CLOSED);
    }

    @Test
    void aBoardThatFallsSilentAfterThePulseIsNotConfirmed() throws Exception {
        board.silentAfterPulse(true);
        assertThat(open("1")).isInstanceOf(Opening.NotConfirmed.class);
        assertThat(allPulses()).isEqualTo(1);
    }

    @Test
    void lateAnswersAreAnswers() throws Exception {
        awaitDoors();
        board.late(Duration.ofMillis(60));
        assertThat(open("2")).isInstanceOf(Opening.Opened.class);
        assertThat(allPulses()).isEqualTo(1);
    }

    @Test
    void noiseIsSkippedReportedAndNoHindrance() throws Exception {
        awaitDoors();
        board.noise(true);
        // In a network bytes stay whole; there answers come twice or not at all.
        List<Boolean> told = kind == BoardKind.MODBUS_TCP ? List.of() : List.of(false);
        await().until(() -> seen.healthOf("noise on line main").equals(told));
        for (int door = 1; door <= 12; door++) {
            assertThat(open(String.valueOf(door))).as("door %d", door).isInstanceOf(Opening.Opened.class);
        }
        assertThat(allPulses()).isEqualTo(12);
        board.noise(false);
        List<Boolean> after = kind == BoardKind.MODBUS_TCP ? List.of() : List.of(false, true);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> seen.healthOf("noise on line main").equals(after));
    }

    @Test
    void unaskedReportsAreTolerated() throws Exception {
        board.reports(true);
        assertThat(open("1")).isInstanceOf(Opening.Opened.class);
        wall.closeDoor("1");
        await().until(() -> seen.of("1").equals(List.of(CLOSED, OPEN, CLOSED)));
        assertThat(seen.healthOf("noise on line main")).isEmpty();
    }

    @Test
    void aDoorOpenedByKeyIsNoticedAtOnce() {
        awaitDoors();
        long before = System.nanoTime();
        board.openDoor(9);
        await().pollInterval(Duration.ofMillis(1)).until(() -> seen.of("9").contains(OPEN));
        assertThat(seen.doors.getLast().at()).isGreaterThan(before);
    }

    @Test
    void fourOrdersAtOnceAreOpenedOneAfterAnother() throws Exception {
        awaitDoors();
        List<CompletableFuture<Opening>> orders =
                List.of("1", "2", "3", "4").stream().map(bridge.locks()::open).toList();
        long last = Long.MIN_VALUE;
        for (CompletableFuture<Opening> order : orders) {
            Opening.Opened opened = (Opening.Opened) order.get(10, TimeUnit.SECONDS);
            assertThat(opened.pulsedAt())
                    .as("pulsed after the one before was open")
                    .isGreaterThan(last);
            last = opened.openedAt();
        }
    }

    @Test
    void aReturnedBookFallsThroughTheFlapAndIsSeen() throws Exception {
        awaitDoors();
        ReturnBin bin = bridge.bins().get(1);
        assertThat(bin.name()).isEqualTo("2");
        assertThat(bin.capacity()).isEqualTo(60);
        assertThat(bin.openFlap().get(10, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
        assertThat(bin.flap()).isEqualTo(OPEN);
        for (int book = 1; book <= 3; book++) {
            int count = book;
            wall.drop("2");
            await().until(() -> seen.drops.size() == count);
            await().until(() -> !board.isOpen(17));
            // The next book must find the beam seen closed again, as it is with real books.
            int flaps = seen.flaps.size();
            wall.closeFlap("2");
            await().until(() -> seen.flaps.size() == flaps + 1);
            assertThat(bin.openFlap().get(10, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
        }
        assertThat(seen.drops).containsExactly("2", "2", "2");
        wall.level("2", true);
        await().until(bin::full);
        assertThat(seen.levels).endsWith("2 full");
    }

    @Test
    void aBeamBrokenWhileTheBoardWasSilentIsNoDrop() {
        awaitDoors();
        board.silent(true);
        await().until(() -> seen.healthOf("board a").equals(List.of(true, false)));
        board.openDoor(14);
        board.silent(false);
        awaitDoors();
        wall.drop("2");
        await().until(() -> !seen.drops.isEmpty());
        assertThat(seen.drops).containsExactly("2");
    }

    @Test
    void theScannerIsHeardAndItsGarbageIsUnreadable() {
        await().until(() -> seen.healthOf("scanner front").equals(List.of(true)));
        wall.scan("21234000000018");
        wall.scanner("front").end("");
        await().until(() -> seen.scans.size() == 1);
        wall.scan("]F021234000000018");
        await().until(() -> seen.scans.size() == 2);
        assertThat(seen.scans).allMatch(scan -> scan.text().equals("21234000000018"));
        assertThat(seen.scans.toString()).doesNotContain("2123400");
        wall.scanner("front").raw("\u00001234\r".getBytes(StandardCharsets.US_ASCII));
        await().until(() -> seen.unreadable.size() == 1);
        assertThat(seen.unreadable.getFirst()).startsWith("front: ").doesNotContain("1234");
    }

    @Test
    void aClosedBridgePulsesNothingMore() throws Exception {
        awaitDoors();
        bridge.close();
        assertThat(open("1")).isEqualTo(new Opening.NotPulsed("the bridge is closed"));
        assertThat(allPulses()).isZero();
    }
}

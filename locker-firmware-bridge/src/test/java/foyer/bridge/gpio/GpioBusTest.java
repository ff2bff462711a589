package foyer.bridge.gpio;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.io.gpio.digital.PullResistance;
import foyer.bridge.board.Reading;
import foyer.bridge.board.RelayBoard;
import foyer.bridge.line.LineLost;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GpioBusTest {
    private static final int LOCK = 17;
    private static final int LAMP = 24;
    private static final int CONTACT = 5;
    private static final int BEAM = 27;
    private static final GpioPins BIN = new GpioPins("bin", Set.of(LOCK, LAMP), Set.of(1, CONTACT, BEAM), false, 20);

    private final MockPins pins = new MockPins();

    @Test
    void aReadingHasTheBitOfEachContactThatIsShortedToGround() throws Exception {
        try (GpioBus bus = GpioBus.open(pins.provider(), List.of(BIN))) {
            RelayBoard board = bus.board("bin");
            assertThat(read(board).bits()).isZero();
            pins.shorten(1);
            pins.shorten(BEAM);
            assertThat(read(board).bits()).isEqualTo(1L | 1L << 26);
            assertThat(read(board).shorted(BEAM)).isTrue();
            assertThat(read(board).shorted(CONTACT)).isFalse();
            pins.release(1);
            assertThat(read(board).bits()).isEqualTo(1L << 26);
            assertThat(pins.contact(CONTACT).config().getPull()).isEqualTo(PullResistance.PULL_UP);
        }
    }

    @Test
    void everyOutputIsOffFromTheOpeningOnWhateverOffMeans() throws Exception {
        GpioPins low = new GpioPins("low", Set.of(22, 23), Set.of(), true, 20);
        try (GpioBus bus = GpioBus.open(pins.provider(), List.of(BIN, low))) {
            assertThat(pins.levels(LOCK)).containsExactly(LOW);
            assertThat(pins.levels(LAMP)).containsExactly(LOW);
            assertThat(pins.levels(22)).containsExactly(HIGH);
            assertThat(pins.levels(23)).containsExactly(HIGH);
            bus.board("low").pulse(22);
            assertThat(pins.levels(22)).containsExactly(HIGH, LOW, HIGH);
        }
    }

    @Test
    void lampsStayAsTheyAreSetUntilTheBusCloses() throws Exception {
        GpioPins low = new GpioPins("low", Set.of(22), Set.of(), true, 20);
        try (GpioBus bus = GpioBus.open(pins.provider(), List.of(BIN, low))) {
            bus.board("bin").set(LAMP, true);
            bus.board("low").set(22, true);
            assertThat(pins.levels(LAMP)).endsWith(HIGH);
            assertThat(pins.levels(22)).endsWith(LOW);
            bus.board("bin").set(LAMP, false);
            assertThat(pins.levels(LAMP)).endsWith(LOW);
            bus.board("bin").set(LAMP, true);
        }
        assertThat(pins.levels(LAMP)).endsWith(LOW);
        assertThat(pins.levels(22)).endsWith(HIGH);
    }

    @Test
    void everyChangeOfAContactDuringAPulseIsToldOnePerReading() throws Exception {
        try (GpioBus bus = GpioBus.open(pins.provider(), List.of(BIN))) {
            RelayBoard board = bus.board("bin");
            pins.then = level -> {
                if (level == HIGH) {
                    for (int book = 0; book < 2; book++) {
                        pins.shorten(BEAM);
                        pins.release(BEAM);
                    }
                }
            };
            board.pulse(LOCK);
            List<Boolean> told = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                told.add(read(board).shorted(BEAM));
            }
            assertThat(told).containsExactly(true, false, true, false, false, false);
        }
    }

    @Test
    void aContactThatChattersIsToldToItsBoundAndThenAsItIs() throws Exception {
        try (GpioBus bus = GpioBus.open(pins.provider(), List.of(BIN))) {
            RelayBoard board = bus.board("bin");
            for (int i = 0; i < 1000; i++) {
                pins.shorten(BEAM);
                pins.release(BEAM);
            }
            pins.shorten(BEAM);
            int changes = 0;
            boolean last = false;
            for (int i = 0; i < 100; i++) {
                boolean now = read(board).shorted(BEAM);
                changes += now == last ? 0 : 1;
                last = now;
            }
            assertThat(last).isTrue();
            assertThat(changes).isEqualTo(InputPin.MOST_UNTOLD + 1);
        }
    }

    @Test
    void aContactWhoseListenerIsDeadIsStillReadOneReadingLater() throws Exception {
        try (GpioBus bus = GpioBus.open(pins.provider(), List.of(BIN))) {
            RelayBoard board = bus.board("bin");
            pins.contact(CONTACT).changeUnheard(LOW);
            assertThat(read(board).shorted(CONTACT)).isFalse();
            assertThat(read(board).shorted(CONTACT)).isTrue();
            pins.contact(CONTACT).changeUnheard(HIGH);
            assertThat(read(board).shorted(CONTACT)).isTrue();
            assertThat(read(board).shorted(CONTACT)).isFalse();
        }
    }

    @Test
    void aPinSomebodyElseHoldsIsALostLineAndTheOthersAreOffAndFree() throws Exception {
        pins.held.add(BEAM);
        assertThatThrownBy(() -> GpioBus.open(pins.provider(), List.of(BIN)))
                .isInstanceOf(LineLost.class)
                .hasMessageStartingWith("GPIO27 cannot be had");
        assertThat(pins.levels(LOCK)).isNotEmpty().containsOnly(LOW);
        assertThat(pins.givenBack).containsExactlyInAnyOrder(LOCK, LAMP);
        pins.held.clear();
        try (GpioBus bus = GpioBus.open(pins.provider(), List.of(BIN))) {
            assertThat(read(bus.board("bin")).bits()).isZero();
        }
    }

    @Test
    void aClosedBusIsALostLine() throws Exception {
        GpioBus bus = GpioBus.open(pins.provider(), List.of(BIN));
        RelayBoard board = bus.board("bin");
        bus.close();
        assertThat(pins.givenBack).containsExactlyInAnyOrder(LOCK, LAMP);
        bus.close();
        assertThatThrownBy(() -> board.read(() -> false)).isInstanceOf(LineLost.class);
        assertThatThrownBy(() -> board.set(LAMP, true)).isInstanceOf(LineLost.class);
        assertThatThrownBy(() -> board.pulse(LOCK)).isInstanceOf(LineLost.class);
        assertThatThrownBy(() -> bus.listen(1)).isInstanceOf(LineLost.class);
        assertThat(pins.levels(LOCK)).containsOnly(LOW);
        assertThat(pins.levels(LAMP)).containsOnly(LOW);
    }

    @Test
    void whatTheWiringDoesNotHaveIsRefused() throws Exception {
        GpioPins again = new GpioPins("again", Set.of(), Set.of(BEAM), false, 20);
        assertThatThrownBy(() -> GpioBus.open(pins.provider(), List.of(BIN, again)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GPIO27 is on two boards");
        assertThatThrownBy(() -> GpioBus.open(pins.provider(), List.of(BIN, BIN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("board bin is there twice");
        try (GpioBus bus = GpioBus.open(pins.provider(), List.of(BIN))) {
            assertThatThrownBy(() -> bus.board("other")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bus.board("bin").pulse(CONTACT)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bus.board("bin").set(2, true)).isInstanceOf(IllegalArgumentException.class);
            assertThat(bus.echoes()).isFalse();
            assertThat(bus.skipped()).isZero();
        }
    }

    @Test
    void pinsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new GpioPins("a", Set.of(0), Set.of(), false, 500))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GpioPins("a", Set.of(), Set.of(28), false, 500))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GpioPins("a", Set.of(17), Set.of(17), false, 500))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GpioPins("a", Set.of(17), Set.of(), false, 19))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GpioPins("a", Set.of(17), Set.of(), false, 3_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new GpioPins("a", Set.of(1), Set.of(27), true, 3_000).pulseMillis())
                .isEqualTo(3_000);
    }

    @Test
    void aComputerWithoutPinsIsToldInWords() throws Exception {
        Assumptions.assumeFalse(hasChips(Path.of("/dev")), "this computer has pins, which are left alone");
        assertThatThrownBy(() -> GpioBus.open(GpioProvider.gpiod(), List.of(BIN)))
                .isInstanceOf(LineLost.class)
                .hasMessageContaining("this computer shows no GPIO chip");
    }

    @Test
    void whyPinsCannotBeHadIsToldFromWhatTheSystemShows(@TempDir Path devices) throws Exception {
        assertThat(GpioTrouble.words(devices, "GPIO17")).contains("shows no GPIO chip");
        assertThat(GpioTrouble.words(devices.resolve("none"), "GPIO17")).contains("shows no GPIO chip");
        Path chip = devices.resolve("gpiochip0");
        Files.createSymbolicLink(chip, devices.resolve("not-for-this-user"));
        assertThat(GpioTrouble.words(devices, "GPIO17")).contains("add the user to the group gpio");
        Files.delete(chip);
        Files.createFile(chip);
        assertThat(GpioTrouble.words(devices, "GPIO17")).contains("gpioinfo shows who");
    }

    private static boolean hasChips(Path devices) throws IOException {
        try (DirectoryStream<Path> chips = Files.newDirectoryStream(devices, "gpiochip*")) {
            return chips.iterator().hasNext();
        }
    }

    private static Reading read(RelayBoard board) throws Exception {
        return board.read(() -> false).orElseThrow();
    }
}

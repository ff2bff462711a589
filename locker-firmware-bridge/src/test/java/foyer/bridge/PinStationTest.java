package foyer.bridge;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.gpio.MockPins;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A door and a bin with all its signals on a computer's own pins. */
@Timeout(60)
class PinStationTest {
    private static final int DOOR_CONTACT = 22;
    private static final int FLAP_CONTACT = 23;
    private static final int RED = 8;
    private static final int GREEN = 9;
    private static final int BUZZER = 10;
    private static final String FILE = """
            line pins gpio
            board pi gpio line=pins pulse=20
            door 1 board=pi channel=17 sensor=22 size=M height=LOW column=0 row=0 columns=1 rows=1
            bin 1 board=pi flap=18 flap-sensor=23 beam=24 level=25 present=26 red=8 green=9 buzzer=10 capacity=5
            tamper back board=pi channel=5
            power mains board=pi channel=6
            opening jammed-after=1000
            """;

    private final Recorder seen = new Recorder();
    private final MockPins pins = new MockPins();
    private RunningBridge bridge;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        bridge = new RunningBridge(TestHardware.read(folder, FILE), seen, pins.provider());
        bridge.start();
        await().until(() -> seen.switches.size() == 3);
        List.of(DOOR_CONTACT, FLAP_CONTACT, 24, 25, 26, 5, 6).forEach(pins::shorten);
        await().until(() -> bridge.locks().positions().get("1") == Position.CLOSED);
        await().until(() -> bridge.bins().getFirst().flap() == Position.CLOSED);
    }

    @AfterEach
    void end() {
        bridge.close();
    }

    @Test
    void aDoorIsPulsedOnceAndItsContactConfirmsIt() throws Exception {
        pins.then = level -> {
            if (level == HIGH) {
                pins.release(DOOR_CONTACT);
            }
        };
        assertThat(bridge.locks().open("1").get(10, TimeUnit.SECONDS)).isInstanceOf(Opening.Opened.class);
        assertThat(pins.levels(17)).containsExactly(LOW, HIGH, LOW);
        assertThat(bridge.locks().open("1").get(10, TimeUnit.SECONDS))
                .isEqualTo(new Opening.NotPulsed("1 stands open already"));
    }

    @Test
    void aStuckFlapIsJammedAndAnotherDoorIsWrong() throws Exception {
        ReturnBin bin = bridge.bins().getFirst();
        assertThat(bin.openFlap().get(10, TimeUnit.SECONDS)).isInstanceOf(Opening.Jammed.class);
        pins.then = level -> {
            if (level == HIGH) {
                pins.release(DOOR_CONTACT);
            }
        };
        assertThat(bin.openFlap().get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(Opening.WrongDoor.class, wrong -> assertThat(wrong.changed())
                        .containsExactly("1"));
        assertThat(pins.levels(18)).containsExactly(LOW, HIGH, LOW, HIGH, LOW);
    }

    @Test
    void lampsFollowTheIntentAndGoDarkWithTheBridge() {
        ReturnBin bin = bridge.bins().getFirst();
        bin.show(BinLight.READY);
        await().until(() -> pins.levels(GREEN).getLast() == HIGH);
        assertThat(pins.levels(RED)).doesNotContain(HIGH);
        bin.show(BinLight.FULL_OR_CLOSED);
        await().until(() -> pins.levels(RED).getLast() == HIGH);
        await().until(() -> pins.levels(GREEN).getLast() == LOW);
        bridge.close();
        assertThat(pins.levels(RED)).endsWith(LOW);
    }

    @Test
    void aBeepIsOnePulse() {
        bridge.bins().getFirst().beep();
        await().until(() -> pins.levels(BUZZER).contains(HIGH));
        await().until(() -> pins.levels(BUZZER).getLast() == LOW);
        assertThat(pins.levels(BUZZER)).containsOnlyOnce(HIGH);
    }

    @Test
    void containerCabinetAndMainsAreToldAtEachChange() {
        ReturnBin bin = bridge.bins().getFirst();
        await().until(bin::present);
        await().until(() -> seen.switches.size() == 6);
        assertThat(seen.switches.subList(0, 3))
                .containsExactlyInAnyOrder("bin 1 missing", "tamper back open", "power mains battery");
        assertThat(seen.switches.subList(3, 6))
                .containsExactlyInAnyOrder("bin 1 present", "tamper back closed", "power mains mains");
        pins.release(26);
        await().until(() -> seen.switches.getLast().equals("bin 1 missing"));
        assertThat(bin.present()).isFalse();
        pins.release(5);
        await().until(() -> seen.switches.getLast().equals("tamper back open"));
        pins.release(6);
        await().until(() -> seen.switches.getLast().equals("power mains battery"));
        assertThat(seen.switches).hasSize(9);
    }
}

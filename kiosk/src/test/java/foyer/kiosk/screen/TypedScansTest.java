package foyer.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.Bridge;
import foyer.bridge.BridgeListener;
import foyer.bridge.Hardware;
import foyer.bridge.Position;
import foyer.bridge.Scan;
import foyer.kiosk.TypedScans;
import foyer.kiosk.session.Touch;
import foyer.kiosk.session.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A scanner that plays a keyboard, and a person at one, before the same window. The mirror types as fast as a scanner. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedScansTest {
    private static final String CARD = "30234000517861";

    /** As a quick person types; the bridge tells them apart at 60 ms. */
    private static final long PERSONS_PACE_MS = 150;

    private final List<Touch> touches = new CopyOnWriteArrayList<>();
    private final Scans scans = new Scans();
    private final Screens screens = Screens.start(ScreenOptions.noDisplay().withMirror(0, Finger.TOKEN), touches::add);
    private final Finger finger = new Finger(screens.mirrorPort().orElseThrow());
    private Bridge bridge;
    private long visit;

    @BeforeAll
    void plugIn(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("hardware.txt"), """
                line main simulated
                board a 8a80 line=main address=1 channels=24
                door 1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1
                scanner front keyboard
                """);
        bridge = Bridge.start(Hardware.read(file), scans);
        screens.sortedBy(new TypedScans(bridge.keyboard().orElseThrow()));
    }

    @AfterAll
    void stop() {
        bridge.close();
        screens.close();
    }

    @BeforeEach
    void nothingTouched() {
        touches.clear();
        scans.read.clear();
    }

    private void show(View view) {
        screens.show(Samples.frame(++visit, view));
        String name = view.getClass().getSimpleName();
        await().untilAsserted(() ->
                assertThat(finger.ask("GET", "/view", Finger.TOKEN).body()).contains(name));
    }

    private void type(String keys) throws Exception {
        assertThat(finger.ask("POST", "/type?keys=" + keys, Finger.TOKEN).statusCode())
                .isEqualTo(204);
    }

    private void typeAsAPerson(String... keys) throws Exception {
        for (String key : keys) {
            TimeUnit.MILLISECONDS.sleep(PERSONS_PACE_MS);
            type(key);
        }
    }

    @Test
    void aCardScannedWhereAPinIsAskedForIsACardAndNoPin() throws Exception {
        show(new View.Pin(false, false));
        type(CARD + "%0A");
        await().untilAsserted(() -> assertThat(scans.read).containsExactly(CARD));
        assertThat(finger.ids()).doesNotContain("enter");
        assertThat(touches).isEmpty();
    }

    @Test
    void aScannerThatSendsNoEnterIsReadByItsSilence() throws Exception {
        show(new View.Pin(false, false));
        type(CARD);
        await().untilAsserted(() -> assertThat(scans.read).containsExactly(CARD));
        assertThat(touches).isEmpty();
    }

    @Test
    void aPersonTypesTheirPinBetweenTwoScans() throws Exception {
        show(new View.Pin(false, false));
        type(CARD + "%0A");
        typeAsAPerson("1", "9", "0", "4", "%0A");
        await().untilAsserted(() -> assertThat(touches).contains(new Touch.PinTyped("1904")));
        show(new View.Pin(true, false));
        type(CARD + "%0A");
        await().untilAsserted(() -> assertThat(scans.read).containsExactly(CARD, CARD));
        assertThat(touches).filteredOn(touch -> touch instanceof Touch.PinTyped).hasSize(1);
    }

    @Test
    void theEnterBehindAScanPressesNoButtonAndAPersonsDoes() throws Exception {
        show(new View.Welcome(new View.Returns.Taken(60)));
        typeAsAPerson("%09");
        type(CARD + "%0A");
        await().untilAsserted(() -> assertThat(scans.read).containsExactly(CARD));
        assertThat(touches).allMatch(touch -> touch instanceof Touch.Active);
        typeAsAPerson("%20");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(touches).isNotEmpty());
    }

    private static final class Scans implements BridgeListener {
        final List<String> read = new CopyOnWriteArrayList<>();

        @Override
        public void scanned(Scan scan) {
            read.add(scan.text());
        }

        @Override
        public void door(String compartment, Position position, long at) {}

        @Override
        public void flap(String bin, Position position, long at) {}

        @Override
        public void dropped(String bin, long at) {}

        @Override
        public void level(String bin, boolean full) {}

        @Override
        public void present(String bin, boolean present) {}

        @Override
        public void tamper(String name, boolean open) {}

        @Override
        public void power(String name, boolean mains) {}

        @Override
        public void unreadable(String scanner, String why) {}

        @Override
        public void health(String part, boolean well, String words) {}
    }
}

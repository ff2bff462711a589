package foyer.kiosk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.sim.SimulatedWall;
import foyer.station.BinId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scans, touches and doors as people and hardware make them. */
@Timeout(120)
class StationTest {
    private static final BinId BIN = new BinId("1");

    @TempDir
    private Path dir;

    private SimulatedWall wall;
    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        wall = TestStation.wall(dir);
        station = TestStation.start(dir, wall);
        station.see(View.Starting.class);
        station.desired(TestStation.loadable(1));
        station.see(View.Welcome.class);
        station.heard();
    }

    @AfterEach
    void end() throws Exception {
        station.close();
        wall.close();
    }

    @Test
    void aBookIsLoadedTakenAndBroughtBack() throws Exception {
        load();
        station.desired(TestStation.granted(2));
        wall.scan(TestStation.CARD);
        station.see(View.Pin.class);
        station.touch(new Touch.PinTyped(TestStation.PIN));
        View.Ready ready = station.see(View.Ready.class);
        assertThat(ready.lines()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Straumēni");
            assertThat(line.chosen()).isTrue();
        });
        station.touch(new Touch.Open());
        station.see(View.DoorOpen.class);
        assertThat(wall.isDoorOpen("1")).isTrue();
        wall.closeDoor("1");
        station.see(View.TakeBooks.class);
        station.touch(new Touch.Taken());
        station.see(View.Welcome.class);

        wall.scan(TestStation.ITEM.value());
        View.DropReturn drop = station.see(View.DropReturn.class);
        assertThat(drop.book().title()).isEqualTo(Optional.of("Straumēni"));
        await().until(() -> wall.isFlapOpen("1"));
        wall.drop("1");
        await().pollInSameThread().until(() -> station.facts(1).contains("FlapOpened"));
        wall.closeFlap("1");
        View.ScanReturn returned = station.see(View.ScanReturn.class);
        assertThat(returned.returned()).singleElement().satisfies(line -> assertThat(line.result())
                .isEqualTo(View.Returned.Result.RECEIVED));
        assertThat(station.facts(1))
                .containsExactly(
                        "DesiredApplied",
                        "DoorIntended",
                        "DoorOpened",
                        "DoorClosed",
                        "DoorConfirmed",
                        "DesiredApplied",
                        "DoorIntended",
                        "DoorOpened",
                        "DoorClosed",
                        "DoorConfirmed",
                        "ReturnIntended",
                        "FlapOpened",
                        "ReturnReceived");
        assertThat(wall.pulses("1")).isEqualTo(2);
        assertThat(wall.flapPulses("1")).isEqualTo(1);
    }

    @Test
    void aPowerCutAtTheOpenDoorIsRecoveredAndNothingIsPulsedAgain() throws Exception {
        load();
        station.desired(TestStation.granted(2));
        open();
        long before = station.store.lastSeq();
        station.close();
        station = TestStation.start(dir, wall);
        View.DoorOpen open = station.see(View.DoorOpen.class);
        assertThat(open.take()).as("who stands there is not known").isEmpty();
        wall.closeDoor("1");
        View.TakeBooks take = station.see(View.TakeBooks.class);
        assertThat(take.reopen()).isFalse();
        station.touch(new Touch.Taken());
        station.see(View.Welcome.class);
        assertThat(station.facts(before + 1)).containsExactly("DoorClosed", "DoorConfirmed");
        assertThat(wall.pulses("1")).isEqualTo(2);
    }

    @Test
    void aDoorClosedDuringThePowerCutIsToBeLookedInto() throws Exception {
        load();
        station.desired(TestStation.granted(2));
        open();
        long before = station.store.lastSeq();
        station.close();
        wall.closeDoor("1");
        station = TestStation.start(dir, wall);
        station.see(View.Welcome.class);
        await().pollInSameThread().until(() -> station.facts(before + 1).equals(List.of("DoorUncertain")));
        wall.scan(TestStation.CARD);
        station.see(View.Pin.class);
        station.touch(new Touch.PinTyped(TestStation.PIN));
        assertThat(station.see(View.Trouble.class).what()).isEqualTo(View.What.NOTHING_READY);
    }

    @Test
    void anEmptiedBinStaysEmptiedAcrossAPowerCut() throws Exception {
        wall.scan(TestStation.ITEM.value());
        station.see(View.DropReturn.class);
        await().until(() -> wall.isFlapOpen("1"));
        wall.drop("1");
        await().pollInSameThread().until(() -> station.facts(1).contains("FlapOpened"));
        wall.closeFlap("1");
        station.see(View.ScanReturn.class);
        station.touch(new Touch.Done());
        station.see(View.Welcome.class);
        assertThat(staffHome().bins()).containsExactly(new View.Bin(BIN, 1, 40));
        station.touch(new Touch.BinEmptied(BIN));
        assertThat(station.see(View.BinConfirm.class)).isEqualTo(new View.BinConfirm(BIN, 1));
        station.touch(new Touch.SeenEmpty());
        assertThat(station.see(View.StaffHome.class).note()).contains(View.StaffNote.BIN_EMPTIED);
        station.close();
        station = TestStation.start(dir, wall);
        station.heard();
        station.see(View.Welcome.class);
        assertThat(station.facts(1)).endsWith("ReturnReceived", "BinEmptied");
        assertThat(staffHome().bins()).containsExactly(new View.Bin(BIN, 0, 40));
    }

    private View.StaffHome staffHome() {
        wall.scan(TestStation.BADGE);
        station.see(View.Pin.class);
        station.touch(new Touch.PinTyped(TestStation.PIN));
        return station.see(View.StaffHome.class);
    }

    @Test
    void aJammedDoorIsTriedTwiceAndTold() throws Exception {
        load();
        station.desired(TestStation.granted(2));
        wall.jam("1", true);
        wall.scan(TestStation.CARD);
        station.see(View.Pin.class);
        station.touch(new Touch.PinTyped(TestStation.PIN));
        station.see(View.Ready.class);
        station.touch(new Touch.Open());
        await().until(() -> station.see(View.Trouble.class).retry());
        station.touch(new Touch.Retry());
        await().until(() -> !station.see(View.Trouble.class).retry());
        assertThat(station.facts(1)).endsWith("DoorIntended", "DoorIntended", "DoorJammed");
    }

    @Test
    void wrongPinsAreCountedAcrossARestartAndASixthIsNotChecked() throws Exception {
        load();
        station.desired(TestStation.granted(2));
        for (int i = 1; i <= 5; i++) {
            wall.scan(TestStation.CARD);
            station.see(View.Pin.class);
            station.touch(new Touch.PinTyped("0000"));
            int failures = i;
            await().pollInSameThread()
                    .until(() ->
                            station.facts(1).stream().filter("Refused"::equals).count() >= failures);
            if (i < 5) {
                assertThat(station.see(View.Pin.class).again()).isTrue();
                station.touch(new Touch.Back());
                station.see(View.Welcome.class);
            }
            if (i == 3) {
                station.close();
                station = TestStation.start(dir, wall);
                station.heard();
                station.see(View.Welcome.class);
            }
        }
        assertThat(station.see(View.Trouble.class).what()).isEqualTo(View.What.TOO_MANY_ATTEMPTS);
        station.touch(new Touch.Ok());
        station.see(View.Welcome.class);
        wall.scan(TestStation.CARD);
        assertThat(station.see(View.Trouble.class).what()).isEqualTo(View.What.TOO_MANY_ATTEMPTS);
    }

    @Test
    void nothingOnTheDiskShowsACardABadgeOrAPin() throws Exception {
        load();
        station.desired(TestStation.granted(2));
        open();
        station.close();
        try (Stream<Path> files = Files.walk(dir.resolve("data"))) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, TestStation.CARD)
                            || holds(file, TestStation.BADGE)
                            || holds(file, "\"" + TestStation.PIN + "\""))
                    .toList();
            assertThat(found).isEmpty();
        }
        assertThat(holds(dir.resolve("data/station.db"), TestStation.ITEM.value())
                        || holds(dir.resolve("data/station.db-wal"), TestStation.ITEM.value()))
                .as("the search would find what is there")
                .isTrue();
        station = TestStation.start(dir, wall);
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.exists(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void load() {
        wall.scan(TestStation.BADGE);
        assertThat(station.see(View.Pin.class).staff()).isTrue();
        station.touch(new Touch.PinTyped(TestStation.PIN));
        station.see(View.StaffHome.class);
        wall.scan(TestStation.ITEM.value());
        View.LoadDoor door = station.see(View.LoadDoor.class);
        assertThat(door.door().value()).isEqualTo("1");
        wall.closeDoor("1");
        station.see(View.LoadConfirm.class);
        station.touch(new Touch.Loaded());
        assertThat(station.see(View.StaffHome.class).note()).isEqualTo(Optional.of(View.StaffNote.LOADED));
        station.touch(new Touch.Finish());
        station.see(View.Welcome.class);
    }

    private void open() {
        wall.scan(TestStation.CARD);
        station.see(View.Pin.class);
        station.touch(new Touch.PinTyped(TestStation.PIN));
        station.see(View.Ready.class);
        station.touch(new Touch.Open());
        station.see(View.DoorOpen.class);
    }
}

package foyer.bridge.scan.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import foyer.bridge.line.LineLost;
import foyer.bridge.line.Source;
import foyer.bridge.scan.CheckDigit;
import foyer.bridge.scan.ScanFormat;
import foyer.bridge.scan.ScanFormats;
import foyer.bridge.scan.ScanReader;
import foyer.bridge.scan.Scanned;
import foyer.bridge.scan.Symbology;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real programs in the place of the camera's; what the line gives is read as a serial scanner's. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CameraScannerTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final BarcodePictures.Pose POSE = new BarcodePictures.Pose(2.2, 20, 1, 4, 130);

    private final BarcodePictures pictures = new BarcodePictures(2);

    @TempDir
    Path folder;

    private Path film(Scanned.Barcode... codes) throws Exception {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        for (Scanned.Barcode code : codes) {
            Grey card = pictures.draw(code, POSE, 640, 480);
            for (int i = 0; i < 15; i++) {
                film.writeBytes(pictures.jpeg(pictures.noisy(card, POSE.noise()), 0.8f));
            }
        }
        return Files.write(folder.resolve("film.mjpeg"), film.toByteArray());
    }

    private static List<Scanned> read(Source line, int count) throws Exception {
        ScanReader reader = new ScanReader();
        List<Scanned> found = new ArrayList<>();
        while (found.size() < count) {
            byte[] bytes = line.read(60 * SECOND);
            assertThat(bytes).as("after %d codes", found.size()).isNotEmpty();
            found.addAll(reader.feed(bytes));
        }
        return found;
    }

    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }

    private static void assertLost(List<String> command, String why) throws Exception {
        try (Source line = CameraScanner.open(command, ScanFormats.ANY)) {
            // What was held before it first may still be told.
            assertThatThrownBy(() -> {
                        while (true) {
                            assertThat(line.read(60 * SECOND)).isNotEmpty();
                        }
                    })
                    .isInstanceOf(LineLost.class)
                    .hasMessage(why);
        }
    }

    @Test
    void cardsHeldUpOneAfterAnotherAreToldOnceEach() throws Exception {
        Scanned.Barcode card = pictures.code(Symbology.CODABAR);
        Scanned.Barcode item = pictures.code(Symbology.CODE_128);
        List<String> player = PicturePlayer.command(film(card, item), 30, 0);
        CameraLoad load = new CameraLoad(nanos -> assertThat(nanos).isPositive());
        try (Source line = CameraScanner.open(player, ScanFormats.ANY, load)) {
            assertThat(read(line, 2)).containsExactlyInAnyOrder(card, item);
            long shown = load.arrived();
            // Each comes back every second, half a second after it was last seen: that is no absence.
            while (load.arrived() < shown + 90) {
                assertThat(line.read(SECOND / 10)).isEmpty();
            }
            assertThat(load.decoded() + load.dropped() + load.damaged()).isBetween(load.arrived() - 2, load.arrived());
            assertThat(load.damaged()).isZero();
            assertThat(load.searched()).isPositive().isLessThanOrEqualTo(load.decoded());
        }
    }

    @Test
    void aCodeThatFitsNoFormatIsPassedOver() throws Exception {
        Scanned.Barcode isbn = pictures.code(Symbology.EAN_13);
        Scanned.Barcode card = pictures.code(Symbology.CODABAR);
        ScanFormat format = new ScanFormat(
                "card", ScanFormat.Kind.CARD, "2", 14, 14, CheckDigit.LUHN, Optional.of(Symbology.CODABAR));
        List<String> player = PicturePlayer.command(film(isbn, card), 30, 0);
        try (Source line = CameraScanner.open(player, new ScanFormats(List.of(format)))) {
            assertThat(read(line, 1)).containsExactly(card);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CODE_39", "QR"})
    void theSymbologyComesWithTheCode(Symbology symbology) throws Exception {
        Scanned.Barcode code = pictures.code(symbology);
        try (Source line = CameraScanner.open(PicturePlayer.command(film(code), 30, 0), ScanFormats.ANY)) {
            assertThat(read(line, 1)).containsExactly(code);
        }
    }

    @Test
    void aTextWithLineEndsOrLettersOfAnyKindIsOneUnreadableScan() throws Exception {
        Scanned.Barcode code = new Scanned.Barcode("12\r\n34\u0101", Optional.of(Symbology.QR));
        Source line = CameraScanner.start(new CameraScanner(
                CameraCommand.start(PicturePlayer.command(film(pictures.code(Symbology.QR)), 30, 0)),
                grey -> Optional.of(code),
                new CameraLoad(nanos -> {})));
        try (line) {
            assertThat(read(line, 1))
                    .containsExactly(new Scanned.Unreadable("it holds characters that cannot be printed"));
        }
    }

    @Test
    void aFaultIsToldWithoutWhatWasRead() throws Exception {
        Source line = CameraScanner.start(new CameraScanner(
                CameraCommand.start(PicturePlayer.command(film(pictures.code(Symbology.QR)), 30, 0)),
                grey -> {
                    throw new NumberFormatException("21234000000018");
                },
                new CameraLoad(nanos -> {})));
        try (line) {
            assertThatThrownBy(() -> line.read(60 * SECOND))
                    .isInstanceOf(LineLost.class)
                    .hasNoCause()
                    .hasMessage("a fault in the search for codes (NumberFormatException)");
        }
    }

    @Test
    void aMissingProgramIsALostLine() {
        assertThatThrownBy(() -> CameraScanner.open(List.of("no-such-camera-program"), ScanFormats.ANY))
                .isInstanceOf(LineLost.class)
                .hasMessage("the camera command no-such-camera-program cannot be started: is it installed?");
        assertThatThrownBy(() -> CameraScanner.open(List.of(), ScanFormats.ANY))
                .isInstanceOf(LineLost.class)
                .hasMessage("no camera command is given");
    }

    @Test
    void aProgramThatEndsIsALostLineWithTheFirstOfItsComplaints() throws Exception {
        assertLost(
                shell("echo no cameras available >&2; seq 100000 >&2; exit 3"),
                "the camera command sh ended with 3: no cameras available");
        assertLost(shell("exit 0"), "the camera command sh ended with 0");
    }

    @Test
    void aProgramThatShowsNoPicturesIsALostLine() throws Exception {
        long begun = System.nanoTime();
        assertLost(shell("echo busy >&2; exec yes"), "the camera command sh shows no pictures: busy");
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(CameraScanner.FIRST_PATIENCE);
    }

    @Test
    void aCameraThatStandsStillForTwoSecondsIsALostLine() throws Exception {
        Path film = film(pictures.code(Symbology.EAN_13));
        long begun = System.nanoTime();
        assertLost(shell("cat " + film + "; exec sleep 60 >&2"), "the camera command sh shows no more pictures");
        assertThat(System.nanoTime() - begun).isLessThan(CameraScanner.FIRST_PATIENCE);
    }

    @Test
    void closingFreesTheReaderAndEndsTheProgram() throws Exception {
        Path left = folder.resolve("pid");
        Source line = CameraScanner.open(shell("sleep 1000 & echo $! > " + left + "; wait"), ScanFormats.ANY);
        while (!Files.exists(left) || Files.readString(left).isBlank()) {
            assertThat(line.read(SECOND / 100)).isEmpty();
        }
        long child = Long.parseLong(Files.readString(left).strip());
        Thread closer = Thread.ofVirtual().start(line::close);
        assertThatThrownBy(() -> line.read(20 * SECOND))
                .isInstanceOf(LineLost.class)
                .hasMessage("the camera was closed");
        closer.join();
        // It is ended, but stays in the list until the system has taken note.
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }
}

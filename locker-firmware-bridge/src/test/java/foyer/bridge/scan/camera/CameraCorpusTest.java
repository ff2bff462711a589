package foyer.bridge.scan.camera;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.scan.ScanFormats;
import foyer.bridge.scan.Scanned;
import foyer.bridge.scan.Symbology;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hundreds of codes of each kind, drawn askew, blurred and noisy, then through JPEG and all the way to what would be
 * told. {@code -Dcamera.codes=5000} draws more of each.
 */
class CameraCorpusTest {
    private static final int CODES = Integer.getInteger("camera.codes", 500);
    private static final int PICTURES = 2 * BarcodeFinder.CYCLE;
    private static final int WIDTH = 384;
    private static final int HEIGHT = 384;
    /** Of codes at the edge of what can be read at all: bars of 1.6 to 2.6 pixels, turned, blurred, in noise. */
    private static final double READ_SHARE = 0.9;

    /** Of Codabar down to 1.6 pixels, and of QR, whose marks noise breaks sooner than long bars. */
    private static final double HARDER_READ_SHARE = 0.8;

    private int read;
    private int misread;

    @ParameterizedTest
    @EnumSource(names = {"CODABAR", "CODE_39", "CODE_128", "EAN_13", "QR"})
    void noCodeIsMisreadAndMostAreRead(Symbology symbology) throws Exception {
        BarcodePictures pictures = new BarcodePictures(20261125);
        Random random = new Random(20261125);
        try (JpegReader reader = new JpegReader()) {
            for (int i = 0; i < CODES; i++) {
                show(pictures, reader, pictures.code(symbology), pose(random, symbology));
            }
        }
        System.out.printf("%s: %d codes, %d read, %d misread%n", symbology, CODES, read, misread);
        assertThat(misread).as("misread of %d", CODES).isZero();
        boolean harder = symbology == Symbology.CODABAR || symbology == Symbology.QR;
        int least = (int) ((harder ? HARDER_READ_SHARE : READ_SHARE) * CODES);
        assertThat(read).as("read of %d", CODES).isGreaterThanOrEqualTo(least);
    }

    @Test
    void printIsNoCode() {
        BarcodePictures pictures = new BarcodePictures(20261125);
        Random random = new Random(20261125);
        BarcodeFinder finder = new BarcodeFinder(ScanFormats.ANY);
        for (int i = 0; i < CODES / 10; i++) {
            Grey page = i % 2 == 0 ? Film.page(random) : new Grey(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT]);
            assertThat(finder.find(pictures.noisy(page, random.nextDouble(2, 30))))
                    .isEmpty();
        }
    }

    private static BarcodePictures.Pose pose(Random random, Symbology symbology) {
        double module =
                switch (symbology) {
                    case CODABAR -> random.nextDouble(1.6, 2.2);
                    case QR -> random.nextDouble(3, 6);
                    default -> random.nextDouble(1.8, 2.6);
                };
        return new BarcodePictures.Pose(
                module,
                random.nextDouble(-180, 180),
                random.nextInt(2),
                random.nextDouble(2, 12),
                random.nextInt(90, 150));
    }

    private void show(BarcodePictures pictures, JpegReader reader, Scanned.Barcode code, BarcodePictures.Pose pose)
            throws Exception {
        Grey drawn = pictures.draw(code, pose, WIDTH, HEIGHT);
        BarcodeFinder finder = new BarcodeFinder(ScanFormats.ANY);
        Sightings sightings = new Sightings();
        // Two pictures of different noise, shown in turn.
        List<Grey> both = List.of(
                reader.read(pictures.jpeg(pictures.noisy(drawn, pose.noise()), 0.8f)),
                reader.read(pictures.jpeg(pictures.noisy(drawn, pose.noise()), 0.8f)));
        for (int picture = 0; picture < PICTURES; picture++) {
            Grey seen = both.get(picture % 2);
            Optional<Scanned.Barcode> told =
                    sightings.see(finder.find(seen), TimeUnit.MILLISECONDS.toNanos(33L * picture));
            if (told.isPresent()) {
                read += told.get().equals(code) ? 1 : 0;
                misread += told.get().equals(code) ? 0 : 1;
                return;
            }
        }
    }
}

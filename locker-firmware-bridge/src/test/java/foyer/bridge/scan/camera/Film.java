package foyer.bridge.scan.camera;

import com.google.zxing.WriterException;
import foyer.bridge.scan.Scanned;
import foyer.bridge.scan.Symbology;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Ten seconds in front of a station's camera: nobody, a page of print that moves, a card that moves, one held still. */
public final class Film {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 480;
    public static final int PER_SECOND = 30;

    private static final int SECONDS = 10;
    private static final double NOISE = 5;
    private static final List<Symbology> SHOWN =
            List.of(Symbology.CODABAR, Symbology.CODE_39, Symbology.CODE_128, Symbology.EAN_13, Symbology.QR);

    private final BarcodePictures pictures = new BarcodePictures(7);
    private final Random random = new Random(7);
    private final Grey page = page(random);
    private final Grey nobody = new Grey(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT]);

    /** Writes it as JPEG pictures one after another. */
    public static void write(Path file) throws IOException, WriterException {
        Film film = new Film();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int second = 0; second < SECONDS; second++) {
                Scanned.Barcode code = film.pictures.code(SHOWN.get(second / 2));
                double degrees = film.random.nextDouble(-90, 90);
                for (int i = 0; i < PER_SECOND; i++) {
                    Grey seen = film.seen(second, i, code, degrees);
                    out.write(film.pictures.jpeg(film.pictures.noisy(seen, NOISE), 0.8f));
                }
            }
        }
    }

    /** Even seconds hold up a card, which comes to rest; odd ones show nobody, or print that slides by. */
    private Grey seen(int second, int i, Scanned.Barcode code, double degrees) throws WriterException {
        if (second % 2 == 0) {
            int right = Math.max(0, 15 - i) * 12;
            return pictures.draw(code, new BarcodePictures.Pose(2.2, degrees, 1, NOISE, 120, right), WIDTH, HEIGHT);
        }
        return second % 4 == 1 ? slid(page, 5 * i) : nobody;
    }

    private static Grey slid(Grey grey, int down) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        int rest = down * WIDTH;
        System.arraycopy(grey.pixels(), rest, pixels, 0, pixels.length - rest);
        System.arraycopy(grey.pixels(), 0, pixels, pixels.length - rest, rest);
        return new Grey(WIDTH, HEIGHT, pixels);
    }

    /** Strokes as close as those of small print, which cost a search most: many edges and no code. */
    static Grey page(Random random) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                pixels[y * WIDTH + x] = (byte) 210;
            }
        }
        for (int stroke = 0; stroke < 12_000; stroke++) {
            int left = random.nextInt(WIDTH - 3);
            int top = random.nextInt(HEIGHT / 12 - 1) * 12;
            for (int y = top; y < top + 3 + random.nextInt(6); y++) {
                for (int x = left; x < left + 2; x++) {
                    pixels[y * WIDTH + x] = 60;
                }
            }
        }
        return new Grey(WIDTH, HEIGHT, pixels);
    }
}

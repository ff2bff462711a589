package foyer.bridge.scan.camera;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import foyer.bridge.scan.ScanFormats;
import foyer.bridge.scan.Scanned;
import foyer.bridge.scan.Symbology;
import java.util.List;
import java.util.Optional;

/**
 * Looks for one code in each picture. A picture is looked at in a few of many ways (directions, sizes), so that some
 * pictures one after another cover all of them; the way that found something is tried first on the next.
 *
 * <p>Codes that fit no format of the library are passed over, as an ISBN beside a library's own label. For one thread.
 */
final class BarcodeFinder {
    /** How many pictures it takes until every way was tried. */
    static final int CYCLE = 3;

    private static final int LINES = 24;
    /** A code of bars must read the same on a line this many pixels beside, for bars are long and misreads are not. */
    private static final double BESIDE = 3;

    /** One way of looking at a picture. */
    private sealed interface Way {
        /** Along lines of a direction. */
        record Along(int degrees) implements Way {}

        /** For the three marks of a QR code, which are found in any direction. */
        record Marks() implements Way {}
    }

    /** The ways of each picture in a cycle. A code's bars are at least a quarter as high as it is wide: 15 degrees. */
    private static final List<List<Way>> CYCLES = List.of(
            List.of(new Way.Along(0), new Way.Along(90), new Way.Along(45), new Way.Along(135), new Way.Marks()),
            List.of(new Way.Along(15), new Way.Along(105), new Way.Along(60), new Way.Along(150)),
            List.of(new Way.Along(30), new Way.Along(120), new Way.Along(75), new Way.Along(165)));

    private final ScanFormats formats;
    private final BarReaders readers = new BarReaders();
    private final QRCodeReader squares = new QRCodeReader();
    private Optional<Way> last = Optional.empty();
    private int turn;

    BarcodeFinder(ScanFormats formats) {
        this.formats = formats;
    }

    /** The code in this picture that was found first; empty if none was, which another look may change. */
    Optional<Scanned.Barcode> find(Grey grey) {
        Optional<Scanned.Barcode> again = last.flatMap(way -> look(grey, way));
        if (again.isPresent()) {
            return again;
        }
        for (Way way : CYCLES.get(turn++ % CYCLE)) {
            Optional<Scanned.Barcode> found = look(grey, way);
            if (found.isPresent()) {
                last = Optional.of(way);
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Scanned.Barcode> look(Grey grey, Way way) {
        return switch (way) {
            case Way.Along(int degrees) -> bars(new Strip(grey, degrees));
            case Way.Marks() -> square(grey);
        };
    }

    /** From the middle outwards, because that is where a person holds a card. */
    private Optional<Scanned.Barcode> bars(Strip strip) {
        double apart = 2 * strip.reach() / (LINES + 1);
        for (int i = 0; i < LINES; i++) {
            int lines = (i + 1) / 2;
            double offset = i % 2 == 0 ? lines * apart : -lines * apart;
            Optional<BitArray> line = strip.bars(offset);
            if (line.isPresent()) {
                Optional<Scanned.Barcode> found = onLine(strip, offset, line.get());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Scanned.Barcode> onLine(Strip strip, double offset, BitArray line) {
        for (Symbology symbology : readers.symbologies()) {
            Optional<Scanned.Barcode> found = readers.read(symbology, line).filter(this::isWanted);
            if (found.isPresent()
                    && (isBeside(strip, offset - BESIDE, found.get())
                            || isBeside(strip, offset + BESIDE, found.get()))) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean isBeside(Strip strip, double offset, Scanned.Barcode found) {
        return strip.bars(offset)
                .flatMap(line -> readers.read(found.symbology().orElseThrow(), line))
                .filter(found::equals)
                .isPresent();
    }

    private Optional<Scanned.Barcode> square(Grey grey) {
        try {
            String text = squares.decode(new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(
                            grey.pixels(), grey.width(), grey.height(), 0, 0, grey.width(), grey.height(), false))))
                    .getText();
            return Optional.of(new Scanned.Barcode(text, Optional.of(Symbology.QR)))
                    .filter(code -> !code.text().isEmpty())
                    .filter(this::isWanted);
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }

    private boolean isWanted(Scanned.Barcode code) {
        return formats.judge(code) instanceof Scanned.Barcode;
    }
}

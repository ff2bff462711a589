package foyer.bridge.scan.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import foyer.bridge.scan.CheckDigit;
import foyer.bridge.scan.Scanned;
import foyer.bridge.scan.Symbology;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws what a camera would see of a card: a code printed on it, held askew, out of focus, in poor light. */
public final class BarcodePictures {
    private static final int NOISE_LENGTH = 1 << 20;

    private final Random random;
    private final byte[] noise = new byte[NOISE_LENGTH];
    private final ImageWriter writer;

    /**
     * How a code is held.
     *
     * @param module width of its narrowest bar, in pixels
     * @param degrees how far it is turned
     * @param blur how often each pixel takes half its neighbours' brightness: 1 is hardly seen, 3 is out of focus
     * @param noise standard deviation, in steps of brightness
     * @param contrast between paper and ink, in steps of brightness
     * @param right how far it is from the middle, in pixels
     */
    public record Pose(double module, double degrees, int blur, double noise, int contrast, int right) {
        Pose(double module, double degrees, int blur, double noise, int contrast) {
            this(module, degrees, blur, noise, contrast, 0);
        }
    }

    public BarcodePictures(long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < NOISE_LENGTH; i++) {
            noise[i] = (byte) Math.clamp(Math.round(random.nextGaussian() * 32), -127, 127);
        }
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        this.writer = writers.next();
    }

    /** A code of the kind libraries print, with its check digit where the kind has one. */
    public Scanned.Barcode code(Symbology symbology) {
        String text =
                switch (symbology) {
                    case CODABAR -> checked(CheckDigit.LUHN, "2" + digits(12));
                    case CODE_39 -> checked(CheckDigit.MOD_43, "LIB" + digits(5));
                    case CODE_128 -> "LV-" + digits(4) + (char) ('A' + random.nextInt(26)) + digits(3);
                    case EAN_13 -> checked(CheckDigit.EAN_13, "978" + digits(9));
                    case QR -> "foyer:" + digits(12);
                    default -> throw new IllegalArgumentException("nobody prints " + symbology);
                };
        return new Scanned.Barcode(text, Optional.of(symbology));
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String checked(CheckDigit rule, String body) {
        return body + rule.of(body).orElseThrow();
    }

    /** A picture of a code in its middle, without noise. */
    Grey draw(Scanned.Barcode code, Pose pose, int width, int height) throws WriterException {
        BitMatrix bars = bars(code);
        boolean square = bars.getHeight() > 1;
        double across = bars.getWidth() * pose.module();
        double high = square ? bars.getHeight() * pose.module() : Math.max(40, across * 0.28);
        double cos = Math.cos(Math.toRadians(pose.degrees()));
        double sin = Math.sin(Math.toRadians(pose.degrees()));
        int paper = 215 - random.nextInt(30);
        int ink = paper - pose.contrast();
        double shiftX = width / 2.0 + pose.right() + random.nextDouble(-6, 6);
        double shiftY = height / 2.0 + random.nextDouble(-6, 6);
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double aside = Math.abs((y + 0.5 - shiftY) * cos - (x + 0.5 - shiftX) * sin);
                if (aside > high / 2 + 1) {
                    pixels[y * width + x] = paper;
                    continue;
                }
                int black = 0;
                // Four points a pixel, so that a bar's edge may lie within one.
                for (int part = 0; part < 4; part++) {
                    double dx = x + (part % 2 == 0 ? 0.25 : 0.75) - shiftX;
                    double dy = y + (part < 2 ? 0.25 : 0.75) - shiftY;
                    double along = (dx * cos + dy * sin + across / 2) / pose.module();
                    double down = dy * cos - dx * sin + high / 2;
                    boolean inside = along >= 0 && along < bars.getWidth() && down >= 0 && down < high;
                    int row = square ? (int) (down / pose.module()) : 0;
                    black += inside && bars.get((int) along, row) ? 1 : 0;
                }
                pixels[y * width + x] = paper - (paper - ink) * black / 4;
            }
        }
        for (int i = 0; i < pose.blur(); i++) {
            pixels = blurred(blurred(pixels, 1), width);
        }
        return new Grey(width, height, bytes(pixels));
    }

    private static BitMatrix bars(Scanned.Barcode code) throws WriterException {
        Symbology symbology = code.symbology().orElseThrow();
        BarcodeFormat format =
                symbology == Symbology.QR ? BarcodeFormat.QR_CODE : BarcodeFormat.valueOf(symbology.name());
        return new MultiFormatWriter().encode(code.text(), format, 1, 1);
    }

    private static int[] blurred(int[] pixels, int stride) {
        int[] blurred = pixels.clone();
        for (int i = stride; i < pixels.length - stride; i++) {
            blurred[i] = (pixels[i - stride] + 2 * pixels[i] + pixels[i + stride]) / 4;
        }
        return blurred;
    }

    private static byte[] bytes(int[] pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        return bytes;
    }

    /** The same picture as the sensor sees it the next time. */
    Grey noisy(Grey grey, double deviation) {
        byte[] pixels = grey.pixels().clone();
        int start = random.nextInt(NOISE_LENGTH - pixels.length);
        int scale = (int) Math.round(deviation * 8);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp((pixels[i] & 0xFF) + ((noise[start + i] * scale) >> 8), 0, 255);
        }
        return new Grey(grey.width(), grey.height(), pixels);
    }

    /** @param quality 0 to 1; cameras have about 0.8 */
    byte[] jpeg(Grey grey, float quality) throws IOException {
        BufferedImage image = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, grey.width(), grey.height(), grey.pixels());
        return jpeg(image, quality);
    }

    byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), settings);
        }
        return bytes.toByteArray();
    }
}

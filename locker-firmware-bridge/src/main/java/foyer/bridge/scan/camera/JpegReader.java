package foyer.bridge.scan.camera;

import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG pictures as their brightness. A JPEG holds it as its first component, so the colours are left where they are:
 * neither turned into RGB nor back. Never touches the disk. For one thread.
 */
final class JpegReader implements AutoCloseable {
    /** More than any camera mode that can be searched at its speed. */
    static final int MAX_PIXELS = 1920 * 1080;

    private final ImageReader reader;

    JpegReader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        this.reader = readers.next();
    }

    /** @throws IOException if the bytes are no JPEG, are damaged, or hold more than {@link #MAX_PIXELS} */
    Grey read(byte[] jpeg) throws IOException {
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MAX_PIXELS) {
                throw new IOException("a picture of " + width + " x " + height);
            }
            ImageReadParam brightness = reader.getDefaultReadParam();
            brightness.setSourceBands(new int[] {0});
            return grey(reader.readRaster(0, brightness));
        } catch (RuntimeException damaged) {
            // The decoder answers some damage so; to us it is a damaged picture all the same.
            throw new IOException("a damaged picture", damaged);
        } finally {
            reader.setInput(null);
        }
    }

    private static Grey grey(Raster raster) throws IOException {
        DataBuffer data = raster.getDataBuffer();
        int width = raster.getWidth();
        int height = raster.getHeight();
        if (!(data instanceof DataBufferByte bytes) || raster.getNumBands() != 1) {
            throw new IOException("a picture of another kind");
        }
        if (bytes.getData().length != width * height) {
            throw new IOException("a picture with gaps");
        }
        return new Grey(width, height, bytes.getData());
    }

    @Override
    public void close() {
        reader.dispose();
    }
}

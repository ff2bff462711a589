package foyer.bridge.scan.camera;

/** A picture's brightness, row after row from the upper left, one byte a pixel (0 black to 255 white). */
final class Grey {
    private final int width;
    private final int height;
    private final byte[] pixels;

    /** @param pixels {@code width * height} of them; not to be changed from now on */
    Grey(int width, int height, byte[] pixels) {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels are not " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Not to be changed. */
    byte[] pixels() {
        return pixels;
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xFF;
    }
}

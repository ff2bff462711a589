package foyer.bridge.planted.scan;

import java.awt.image.BufferedImage;

/** Planted: a scanner of bytes that draws. */
public final class PictureInScan {
    private PictureInScan() {}

    public static BufferedImage picture() {
        return new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
    }
}

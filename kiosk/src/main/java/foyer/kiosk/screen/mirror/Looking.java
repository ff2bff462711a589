package foyer.kiosk.screen.mirror;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.NonInvertibleTransformException;
import javax.imageio.ImageIO;

/** What is to be seen: a picture of the screen, and what on it can be pressed. */
public final class Looking {
    private Looking() {}

    /** On the JavaFX thread. 1280 by 800, whatever the window's size. */
    public static WritableImage picture(Parent canvas) {
        SnapshotParameters asDrawn = new SnapshotParameters();
        // The window's scale is undone, so that a control's place in the picture is its place on the canvas.
        try {
            asDrawn.setTransform(canvas.getLocalToParentTransform().createInverse());
        } catch (NonInvertibleTransformException nothingShown) {
            throw new IllegalStateException("the window has no size", nothingShown);
        }
        asDrawn.setViewport(new Rectangle2D(0, 0, 1280, 800));
        return canvas.snapshot(asDrawn, null);
    }

    /** Any thread: coding takes longer than the JavaFX thread may be kept. */
    public static byte[] png(WritableImage picture) throws IOException {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        ImageIO.write(image, "png", coded);
        return coded.toByteArray();
    }

    /** On the JavaFX thread: every control that can be pressed now, in the order it is read. */
    static String controls(Parent canvas) {
        List<String> found = new ArrayList<>();
        look(canvas, canvas, found);
        return "[" + String.join(",", found) + "]";
    }

    private static void look(Parent canvas, Parent parent, List<String> found) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child instanceof ButtonBase button && button.getId() != null) {
                found.add(control(canvas, button));
            } else if (child instanceof Parent inner) {
                look(canvas, inner, found);
            }
        }
    }

    private static String control(Parent canvas, ButtonBase button) {
        Bounds at = canvas.sceneToLocal(button.localToScene(button.getLayoutBounds()));
        String text = button.getAccessibleText() == null ? button.getText() : button.getAccessibleText();
        return String.format(
                Locale.ROOT,
                "{\"id\":%s,\"text\":%s,\"x\":%.0f,\"y\":%.0f,\"w\":%.0f,\"h\":%.0f}",
                Json.text(button.getId()),
                Json.text(text),
                at.getMinX(),
                at.getMinY(),
                at.getWidth(),
                at.getHeight());
    }
}

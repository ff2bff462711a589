package foyer.kiosk.screen;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows a canvas of a fixed size as large as the window allows, its shape kept, in the middle. */
final class Stretched extends Pane {
    private final Region canvas;
    private final double width;
    private final double height;
    private final Scale scale = new Scale(1, 1, 0, 0);

    Stretched(Region canvas, double width, double height) {
        this.canvas = canvas;
        this.width = width;
        this.height = height;
        canvas.getTransforms().add(scale);
        getChildren().add(canvas);
        getStyleClass().add("surround");
        setFocusTraversable(false);
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / width, getHeight() / height);
        scale.setX(factor);
        scale.setY(factor);
        canvas.resizeRelocate(
                Math.rint((getWidth() - width * factor) / 2),
                Math.rint((getHeight() - height * factor) / 2),
                width,
                height);
    }
}

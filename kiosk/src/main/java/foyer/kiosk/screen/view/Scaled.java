package foyer.kiosk.screen.view;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** A drawing made at one size and shown at whatever size there is, its shape kept. Not read aloud, not measured. */
final class Scaled extends Region {
    private final Pane art;
    private final double width;
    private final double height;
    private final Scale scale = new Scale(1, 1, 0, 0);

    Scaled(Pane art, double width, double height) {
        this.art = art;
        this.width = width;
        this.height = height;
        art.setManaged(false);
        art.resize(width, height);
        art.getTransforms().add(scale);
        getChildren().add(art);
        setMinSize(0, 0);
        setPrefSize(width, height);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMouseTransparent(true);
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.max(0, Math.min(getWidth() / width, getHeight() / height));
        scale.setX(factor);
        scale.setY(factor);
        art.relocate((getWidth() - width * factor) / 2, (getHeight() - height * factor) / 2);
    }
}

package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.PinModel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/** The number pad, and a dot for every digit. */
final class PinView {
    private PinView() {}

    /** Shown empty from the first, so that it is seen where the digits go. */
    private static final int USUAL_LENGTH = 4;

    static Node paint(PinModel model, Kit kit) {
        HBox dots = new HBox();
        dots.setId("typed");
        dots.getStyleClass().add("typed");
        dots.setAlignment(Pos.CENTER_LEFT);
        show(dots, 0, kit);
        model.typed().lengthProperty().addListener((property, before, now) -> show(dots, now.intValue(), kit));
        return Numbers.paint(model, dots, model.again(), kit);
    }

    private static void show(HBox dots, int typed, Kit kit) {
        dots.getChildren().clear();
        for (int at = 0; at < Math.max(typed, USUAL_LENGTH); at++) {
            Circle dot = new Circle(11);
            dot.getStyleClass().add(at < typed ? "dot" : "no-dot");
            dots.getChildren().add(dot);
        }
        dots.setAccessibleText(kit.setting().words().say("typed", "n", typed));
    }
}

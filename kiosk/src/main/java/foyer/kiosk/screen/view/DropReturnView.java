package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.DropReturnModel;
import java.util.List;
import javafx.scene.Node;

/** The open flap on the left, what was brought back on the right. */
final class DropReturnView {
    private DropReturnView() {}

    static Node paint(DropReturnModel model, Kit kit) {
        return Returns.beside(
                kit, model, Drawings.flap(model.cover()), Returns.list(model.count(), model.returned()), List.of());
    }
}

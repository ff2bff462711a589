package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.LoadDoorModel;
import javafx.scene.Node;

/** The open door, and the book that goes in. */
final class LoadDoorView {
    private LoadDoorView() {}

    static Node paint(LoadDoorModel model, Kit kit) {
        return Doors.steps(model, model.door(), model.late(), kit);
    }
}

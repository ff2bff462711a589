package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.DoorOpenModel;
import javafx.scene.Node;

/** The open door, what to take from it, and that it is to be closed. */
final class DoorOpenView {
    private DoorOpenView() {}

    static Node paint(DoorOpenModel model, Kit kit) {
        return Doors.steps(model, model.door(), model.late(), kit);
    }
}

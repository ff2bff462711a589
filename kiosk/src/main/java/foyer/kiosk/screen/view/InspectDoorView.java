package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.InspectDoorModel;
import javafx.scene.Node;

/** The open door, to be emptied. */
final class InspectDoorView {
    private InspectDoorView() {}

    static Node paint(InspectDoorModel model, Kit kit) {
        return Doors.steps(model, model.door(), model.late(), kit);
    }
}

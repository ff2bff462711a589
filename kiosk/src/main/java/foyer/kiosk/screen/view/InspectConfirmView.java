package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.InspectConfirmModel;
import javafx.scene.Node;

/** The closed door and the question whether it is empty. */
final class InspectConfirmView {
    private InspectConfirmView() {}

    static Node paint(InspectConfirmModel model, Kit kit) {
        return Scaffold.question(
                kit,
                Doors.wall(model.door(), kit),
                kit.words(model.heading(), model.lead()),
                model.offers().stream().map(kit::button).toList());
    }
}

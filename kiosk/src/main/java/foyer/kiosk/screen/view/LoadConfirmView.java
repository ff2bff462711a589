package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.LoadConfirmModel;
import javafx.scene.Node;

/** The closed door and the question whether the book is in. */
final class LoadConfirmView {
    private LoadConfirmView() {}

    static Node paint(LoadConfirmModel model, Kit kit) {
        return Scaffold.question(
                kit,
                Doors.wall(model.door(), kit),
                kit.words(model.heading(), model.lead()),
                model.offers().stream().map(kit::button).toList());
    }
}

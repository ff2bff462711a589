package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.OpeningModel;
import java.util.List;
import javafx.scene.Node;

/** Where the door is that is about to open. */
final class OpeningView {
    private OpeningView() {}

    static Node paint(OpeningModel model, Kit kit) {
        return Scaffold.question(
                kit, Doors.wall(model.door(), kit), kit.words(model.heading(), model.lead()), List.of());
    }
}

package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.StartingModel;
import java.util.List;
import javafx.scene.Node;

/** The mark and why nothing can be done yet. */
final class StartingView {
    private StartingView() {}

    static Node paint(StartingModel model, Kit kit) {
        return Scaffold.question(kit, Drawings.doorway(), kit.words(model.heading(), model.lead()), List.of());
    }
}

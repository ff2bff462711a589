package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.CheckingModel;
import java.util.List;
import javafx.scene.Node;

/** A clock, for the moment it takes. */
final class CheckingView {
    private CheckingView() {}

    static Node paint(CheckingModel model, Kit kit) {
        return Scaffold.question(
                kit, Drawings.sign(Icon.CLOCK, "sky"), kit.words(model.heading(), model.lead()), List.of());
    }
}

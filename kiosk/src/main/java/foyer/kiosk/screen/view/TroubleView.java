package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.TroubleModel;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What went wrong, what to do, who helps; with the door it is about where there is one. */
final class TroubleView {
    private TroubleView() {}

    static Node paint(TroubleModel model, Kit kit) {
        Region picture =
                model.door().map(door -> Doors.wall(door, kit)).orElseGet(() -> Drawings.sign(Icon.ATTENTION, "honey"));
        VBox words = kit.words(model.heading(), model.lead());
        words.getChildren().add(Kit.text(model.help(), "note"));
        return Scaffold.question(
                kit, picture, words, model.offers().stream().map(kit::button).toList());
    }
}

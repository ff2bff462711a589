package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.WelcomeModel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card under the light, and beside it what else can be done. */
final class WelcomeView {
    private WelcomeView() {}

    static Node paint(WelcomeModel model, Kit kit) {
        VBox words = kit.words(model.heading(), model.lead());
        Region returns = Rows.note(model.returns(), model.returnsTaken());
        Region picture = Drawings.card(model.card(), model.tip());
        List<Button> buttons = model.offers().stream().map(kit::button).toList();
        if (kit.low()) {
            words.getChildren().add(returns);
            return Scaffold.question(kit, picture, words, buttons);
        }
        return Scaffold.columns(
                kit, Scaffold.picture(kit), picture, Scaffold.stacked(words, List.of(kit.buttons(buttons), returns)));
    }
}

package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.BinConfirmModel;
import javafx.scene.Node;

/** The flap, and the question whether the bin behind it is empty. */
final class BinConfirmView {
    private BinConfirmView() {}

    static Node paint(BinConfirmModel model, Kit kit) {
        return Scaffold.question(
                kit,
                Drawings.panel("sky", Drawings.emptyBin()),
                kit.words(model.heading(), model.lead()),
                model.offers().stream().map(kit::button).toList());
    }
}

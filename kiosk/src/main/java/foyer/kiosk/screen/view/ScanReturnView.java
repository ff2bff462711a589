package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.ScanReturnModel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The scanner on the left, what was brought back on the right. */
final class ScanReturnView {
    private ScanReturnView() {}

    static Node paint(ScanReturnModel model, Kit kit) {
        List<Button> buttons = new ArrayList<>();
        model.offers().forEach(offer -> buttons.add(kit.button(offer)));
        if (model.returned().more()) {
            buttons.add(kit.more(model.returned().page(), model.returned().pages()));
        }
        VBox returned = Returns.list(model.count(), model.returned());
        if (kit.low()) {
            returned.setMinWidth(Scaffold.PICTURE);
            returned.setMaxWidth(Scaffold.PICTURE);
            return Scaffold.low(
                    Scaffold.beside(kit.words(model.heading(), model.lead()), returned), kit.buttons(buttons));
        }
        return Returns.beside(kit, model, Drawings.scan(), returned, List.of(kit.buttons(buttons)));
    }
}

package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.Model;
import foyer.kiosk.screen.model.Typed;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the two screens that ask for a number share. */
final class Numbers {
    private static final double PAD = 480;
    private static final double BACK = 224;

    private Numbers() {}

    static Region paint(Model model, Region field, boolean refused, Kit kit) {
        VBox words = kit.words(model.heading(), refused ? "" : model.lead());
        if (refused) {
            words.getChildren().add(Rows.note(model.lead(), false));
        }
        words.getChildren().add(field);
        GridPane pad = new Keypad(kit, model.typing().orElseGet(() -> new Typed(0))).pad();
        Button back = kit.button(model.offers().getFirst());
        if (kit.low()) {
            back.setMinWidth(BACK);
            back.setMaxSize(BACK, Double.MAX_VALUE);
            HBox bottom = new HBox(back, pad);
            bottom.getStyleClass().add("low-numbers");
            HBox.setHgrow(pad, Priority.ALWAYS);
            words.setAlignment(Pos.CENTER_LEFT);
            return Scaffold.low(words, bottom);
        }
        pad.setMinSize(PAD, Scaffold.TALL);
        pad.setMaxSize(PAD, Scaffold.TALL);
        VBox left = Scaffold.stacked(words, List.of(back));
        HBox columns = new HBox(left, pad);
        columns.getStyleClass().add("columns");
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMaxWidth(Double.MAX_VALUE);
        Scaffold.size(columns, Scaffold.TALL);
        return columns;
    }
}

package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.Model;
import foyer.kiosk.screen.model.Pages;
import foyer.kiosk.screen.model.ReturnedRow;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the two return screens share. */
final class Returns {
    private Returns() {}

    static VBox list(String count, Pages<ReturnedRow> returned) {
        VBox list = new VBox(Kit.text(count, "sub-heading"));
        list.getStyleClass().add("returned");
        returned.shown().forEach(row -> list.getChildren().add(Rows.returned(row)));
        list.setAlignment(Pos.CENTER_LEFT);
        return list;
    }

    static Region beside(Kit kit, Model model, Scaled art, VBox returned, List<? extends Node> buttons) {
        VBox act = new VBox(Kit.text(model.heading(), "heading", "act"), Kit.text(model.lead(), "panel-lead"), art);
        act.getStyleClass().addAll("panel", "sky");
        VBox.setVgrow(art, Priority.ALWAYS);
        VBox right = Scaffold.stacked(returned, buttons);
        return Scaffold.columns(kit, Scaffold.PICTURE, act, right);
    }
}

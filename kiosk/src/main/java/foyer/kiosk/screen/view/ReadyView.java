package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.ReadyModel;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The books that wait, each to be ticked, above the one green button. */
final class ReadyView {
    private ReadyView() {}

    private static final double SIDE = 320;

    static Node paint(ReadyModel model, Kit kit) {
        Label heading = Kit.text(model.heading(), "heading", "list-heading");
        Label hint = Kit.text(model.lead(), "hint");
        List<Button> rows =
                model.rows().shown().stream().map(row -> row(row, kit)).toList();
        VBox list = Rows.list(rows);
        list.getStyleClass().add("choices");
        rows.forEach(row -> VBox.setVgrow(row, Priority.ALWAYS));
        List<Button> buttons = new ArrayList<>();
        model.offers().forEach(offer -> buttons.add(kit.button(offer)));
        if (model.rows().more()) {
            buttons.add(kit.more(model.rows().page(), model.rows().pages()));
        }
        return kit.low() ? low(heading, hint, list, buttons) : usual(heading, hint, list, buttons);
    }

    private static Node usual(Label heading, Label hint, VBox list, List<Button> buttons) {
        HBox top = new HBox(heading, hint);
        top.getStyleClass().add("list-top");
        top.setAlignment(Pos.BASELINE_LEFT);
        HBox.setHgrow(heading, Priority.ALWAYS);
        hint.setMaxWidth(Region.USE_PREF_SIZE);
        HBox bottom = new HBox();
        bottom.getStyleClass().add("buttons");
        for (Button button : buttons) {
            button.setPrefWidth(button.getId().equals("more") ? SIDE : 0);
            if (button.getId().equals("more")) {
                button.setMinWidth(SIDE);
            } else {
                HBox.setHgrow(button, Priority.ALWAYS);
            }
            bottom.getChildren().add(button);
        }
        Region between = new Region();
        VBox all = new VBox(top, list, between, bottom);
        all.getStyleClass().add("listing");
        VBox.setVgrow(between, Priority.ALWAYS);
        Scaffold.size(all, Scaffold.TALL);
        return all;
    }

    private static Node low(Label heading, Label hint, VBox list, List<Button> buttons) {
        VBox words = new VBox(heading, hint);
        words.getStyleClass().add("words");
        words.setAlignment(Pos.CENTER_LEFT);
        VBox side = new VBox();
        side.getStyleClass().add("buttons");
        side.getChildren().addAll(buttons);
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        buttons.forEach(button -> {
            button.setMaxHeight(Double.MAX_VALUE);
            VBox.setVgrow(button, Priority.ALWAYS);
        });
        HBox bottom = new HBox(list, side);
        bottom.getStyleClass().add("low-numbers");
        HBox.setHgrow(list, Priority.ALWAYS);
        return Scaffold.low(words, bottom);
    }

    private static Button row(ReadyModel.Row row, Kit kit) {
        StackPane check = new StackPane();
        check.getStyleClass().add("check");
        check.setMinSize(52, 52);
        check.setMaxSize(52, 52);
        if (row.chosen()) {
            check.getChildren().add(Icon.CHECK.drawn(36));
        }
        Region words = Rows.twoLines(row.title(), row.about());
        Label door = new Label(row.door());
        door.getStyleClass().add("pill");
        door.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(check, Cover.small(row.cover()), words, door);
        line.getStyleClass().add("choice-line");
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button choice = kit.button(row.choose());
        choice.setText("");
        choice.setGraphic(line);
        choice.getStyleClass().setAll("choice", row.chosen() ? "chosen" : "left");
        choice.setAccessibleRole(AccessibleRole.CHECK_BOX);
        choice.setMaxHeight(Double.MAX_VALUE);
        line.prefWidthProperty().bind(choice.widthProperty().subtract(CHOICE_SIDES));
        return choice;
    }

    /** The padding and border of a choice, left and right together. */
    private static final double CHOICE_SIDES = 48;
}

package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.ReturnedRow;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The lines of lists. */
final class Rows {
    private Rows() {}

    static Region book(String cover, String title, String about) {
        return line(Cover.small(cover), title, about);
    }

    static Region returned(ReturnedRow row) {
        StackPane sign = new StackPane((row.received() ? Icon.CHECK : Icon.ATTENTION).drawn(28));
        sign.getStyleClass().addAll("outcome", row.received() ? "good" : "kept");
        sign.setMinSize(48, 48);
        sign.setMaxSize(48, 48);
        return line(sign, row.title(), row.about());
    }

    /** A step to take, numbered, because two things are to be done one after the other. */
    static Region step(int number, String words, boolean now) {
        Label circle = new Label(String.valueOf(number));
        circle.getStyleClass().addAll("step-number", now ? "now" : "later");
        circle.setMinSize(56, 56);
        circle.setMaxSize(56, 56);
        circle.setAlignment(Pos.CENTER);
        Label said = Kit.text(words, "step-words");
        HBox step = new HBox(circle, said);
        step.getStyleClass().addAll("step", now ? "now" : "later");
        step.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(said, Priority.ALWAYS);
        return step;
    }

    static Region note(String words, boolean good) {
        StackPane dot = new StackPane((good ? Icon.CHECK : Icon.ATTENTION).drawn(20));
        dot.getStyleClass().addAll("outcome", good ? "good" : "kept");
        dot.setMinSize(32, 32);
        dot.setMaxSize(32, 32);
        Label said = Kit.text(words, "note");
        HBox note = new HBox(dot, said);
        note.getStyleClass().add("note-line");
        note.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(said, Priority.ALWAYS);
        return note;
    }

    static VBox list(List<? extends Node> rows) {
        VBox list = new VBox();
        list.getStyleClass().add("list");
        list.getChildren().addAll(rows);
        return list;
    }

    static Region twoLines(String title, String about) {
        VBox words = new VBox(Kit.text(title, "row-title"));
        if (!about.isEmpty()) {
            words.getChildren().add(Kit.text(about, "row-about"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private static Region line(Region sign, String title, String about) {
        Region words = twoLines(title, about);
        HBox line = new HBox(sign, words);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}

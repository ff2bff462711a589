package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.Offer;
import foyer.kiosk.screen.model.Setting;
import foyer.kiosk.session.Touch;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/**
 * What every view draws with.
 *
 * @param waiting true from a press to the next frame: what sends an intent is disabled
 * @param motion whether anything may move
 */
public record Kit(Setting setting, Press press, ObservableBooleanValue waiting, boolean motion) {

    /** What buttons do. */
    public interface Press {
        void send(Touch touch);

        /** The next page of the list. */
        void turnPage();

        /** The number typed is complete. */
        void enter();

        /** Somebody is typing. */
        void active();
    }

    boolean low() {
        return setting.low();
    }

    boolean larger() {
        return setting.larger();
    }

    String say(String key) {
        return setting.words().say(key);
    }

    /** Text that wraps and is never cut: its height is what it needs. */
    static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    /** Heading and lead. */
    VBox words(String heading, String lead) {
        VBox words = new VBox(text(heading, "heading"));
        words.getStyleClass().add("words");
        if (!lead.isEmpty()) {
            words.getChildren().add(text(lead, "lead"));
        }
        return words;
    }

    Button button(Offer offer) {
        Button button = plain(offer.id(), offer.text());
        button.getStyleClass()
                .add(
                        switch (offer.kind()) {
                            case USUAL -> "usual";
                            case QUIET -> "quiet";
                        });
        if (offer.enabled()) {
            button.disableProperty().bind(waiting);
        } else {
            button.setDisable(true);
            button.getStyleClass().add("not-yet");
        }
        button.setOnAction(pressed -> press.send(offer.touch()));
        return button;
    }

    /** Turns the page; there only where there is another. */
    Button more(int page, int pages) {
        Button button = plain("more", setting.words().say("more", Map.of("page", page + 1, "pages", pages)));
        button.getStyleClass().add("quiet");
        button.setOnAction(pressed -> press.turnPage());
        return button;
    }

    private static Button plain(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("btn");
        button.setAccessibleText(text);
        button.setWrapText(true);
        button.setTextAlignment(TextAlignment.CENTER);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(Region.USE_PREF_SIZE);
        Icon.of(id).ifPresent(icon -> button.setGraphic(icon.drawn(32)));
        return button;
    }

    /** Buttons one below the other, or side by side where everything touchable is low. */
    Region buttons(List<? extends Node> buttons) {
        if (low()) {
            HBox row = new HBox();
            row.getStyleClass().add("buttons");
            row.setAlignment(Pos.CENTER);
            for (Node button : buttons) {
                HBox.setHgrow(button, Priority.ALWAYS);
                if (button instanceof Region region) {
                    region.setMaxHeight(LOW_BUTTON);
                    region.setPrefHeight(LOW_BUTTON);
                    region.setPrefWidth(10);
                    region.setMinWidth(0);
                }
                row.getChildren().add(button);
            }
            return row;
        }
        if (larger() && buttons.size() == 2 && buttons.stream().allMatch(Kit::brief)) {
            return sideBySide(buttons);
        }
        VBox column = new VBox();
        column.getStyleClass().add("buttons");
        column.getChildren().addAll(buttons);
        return column;
    }

    /** Whether its words fit half the width in the larger size. */
    private static boolean brief(Node node) {
        return node instanceof Button button && button.getText().length() <= BRIEF;
    }

    private static final int BRIEF = 26;

    private static Region sideBySide(List<? extends Node> buttons) {
        HBox row = new HBox();
        row.getStyleClass().add("buttons");
        for (Node button : buttons) {
            HBox.setHgrow(button, Priority.ALWAYS);
            if (button instanceof Button half) {
                // The words need the room that the sign would take.
                half.setGraphic(null);
                half.getStyleClass().add("half");
                half.setPrefWidth(10);
                half.setMinWidth(0);
            }
            row.getChildren().add(button);
        }
        return row;
    }

    private static final double LOW_BUTTON = 128;
}

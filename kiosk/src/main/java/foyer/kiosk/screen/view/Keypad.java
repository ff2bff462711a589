package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.Typed;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** The screen's own number pad, as on a telephone; in the low layout two long rows. */
final class Keypad {
    private static final List<String> PHONE =
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter");
    private static final List<String> LONG =
            List.of("1", "2", "3", "4", "5", "erase", "6", "7", "8", "9", "0", "enter");

    private final Kit kit;
    private final Typed typed;

    Keypad(Kit kit, Typed typed) {
        this.kit = kit;
        this.typed = typed;
    }

    GridPane pad() {
        GridPane pad = new GridPane();
        pad.getStyleClass().add("keypad");
        List<String> keys = kit.low() ? LONG : PHONE;
        int columns = kit.low() ? 6 : 3;
        for (int at = 0; at < keys.size(); at++) {
            pad.add(key(keys.get(at)), at % columns, at / columns);
        }
        for (int column = 0; column < columns; column++) {
            ColumnConstraints wide = new ColumnConstraints();
            wide.setPercentWidth(100.0 / columns);
            wide.setHalignment(HPos.CENTER);
            pad.getColumnConstraints().add(wide);
        }
        for (int row = 0; row < keys.size() / columns; row++) {
            RowConstraints tall = new RowConstraints();
            tall.setVgrow(Priority.ALWAYS);
            tall.setPercentHeight(100.0 * columns / keys.size());
            pad.getRowConstraints().add(tall);
        }
        return pad;
    }

    private Button key(String key) {
        Button button =
                switch (key) {
                    case "erase" -> erase();
                    case "enter" -> enter();
                    default -> digit(key.charAt(0));
                };
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setMinSize(64, 64);
        return button;
    }

    private Button digit(char digit) {
        Button button = new Button(String.valueOf(digit));
        button.setId("digit-" + digit);
        button.getStyleClass().addAll("btn", "key");
        button.setOnAction(pressed -> {
            typed.add(digit);
            kit.press().active();
        });
        return button;
    }

    private Button erase() {
        Button button = new Button();
        button.setId("erase");
        button.getStyleClass().addAll("btn", "key");
        button.setGraphic(Icon.ERASE.drawn(40));
        button.setAccessibleText(kit.say("erase"));
        button.setOnAction(pressed -> {
            typed.erase();
            kit.press().active();
        });
        return button;
    }

    /** The one green button: it names what it does and is there from the first, but answers only a whole number. */
    private Button enter() {
        Button button = new Button();
        button.setId("enter");
        button.getStyleClass().addAll("btn", "key", "usual");
        button.setGraphic(Icon.CHECK.drawn(44));
        button.setAccessibleText(kit.say("enter"));
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> kit.waiting().get() || typed.length() < Typed.LEAST,
                        kit.waiting(),
                        typed.lengthProperty()));
        button.setOnAction(pressed -> kit.press().enter());
        return button;
    }
}

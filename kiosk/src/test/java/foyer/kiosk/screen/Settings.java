package foyer.kiosk.screen;

import java.util.List;
import javafx.scene.control.ToggleButton;

/** What a person sets, by the buttons a person presses. On the JavaFX thread. */
final class Settings {
    static final List<String> ALL = List.of("usual", "larger", "low", "low-larger", "contrast");

    private Settings() {}

    static void apply(Shell shell, String setting) {
        switch (setting) {
            case "larger", "low", "contrast" -> press(shell, setting);
            case "low-larger" -> {
                press(shell, "low");
                press(shell, "larger");
            }
            case "usual", "dark" -> {}
            default -> throw new IllegalArgumentException(setting);
        }
    }

    private static void press(Shell shell, String id) {
        if (shell.canvas().lookup("#" + id) instanceof ToggleButton button) {
            button.fire();
        } else {
            throw new IllegalStateException("no control " + id);
        }
    }
}

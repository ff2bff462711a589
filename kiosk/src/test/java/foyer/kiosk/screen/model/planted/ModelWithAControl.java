package foyer.kiosk.screen.model.planted;

import javafx.scene.control.Label;

/** Breaks a rule on purpose: {@code ScreenRoomsTest} must see it. */
public final class ModelWithAControl {
    private ModelWithAControl() {}

    public static Label say(String words) {
        return new Label(words);
    }
}

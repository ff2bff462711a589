package foyer.kiosk.screen.view;

import foyer.kiosk.screen.model.Language;
import foyer.kiosk.screen.model.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** The languages, each by its own letters, in the order the branch has given. */
public final class LanguageChoice {
    private LanguageChoice() {}

    public static Node of(List<Language> offered, Language spoken, Words words, Consumer<Language> speak) {
        HBox choice = new HBox();
        choice.getStyleClass().add("languages");
        choice.setAlignment(Pos.CENTER);
        choice.setMinSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        choice.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        for (Language language : offered) {
            ToggleButton button = new ToggleButton(language.letters());
            button.setId("lang-" + language.code());
            button.getStyleClass().add("language");
            button.setSelected(language == spoken);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setAccessibleText(words.say("language", "name", language.ownName()));
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.setOnAction(pressed -> speak.accept(language));
            choice.getChildren().add(button);
        }
        return choice;
    }
}

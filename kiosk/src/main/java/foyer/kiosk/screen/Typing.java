package foyer.kiosk.screen;

import foyer.kiosk.screen.model.Model;
import foyer.kiosk.screen.model.Typed;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A physical keyboard does what the number pad does, where a number is asked for. */
final class Typing {
    private final Shell shell;
    private final Supplier<Optional<Model>> model;

    Typing(Shell shell, Supplier<Optional<Model>> model) {
        this.shell = shell;
        this.model = model;
    }

    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        if (character.length() == 1 && character.charAt(0) >= '0' && character.charAt(0) <= '9') {
            digits().ifPresent(digits -> {
                digits.add(character.charAt(0));
                shell.active();
                event.consume();
            });
        }
    }

    private void pressed(KeyEvent event) {
        // Enter on a focused button presses that button.
        boolean onButton = event.getTarget() instanceof Button;
        if (event.getCode() == KeyCode.BACK_SPACE) {
            digits().ifPresent(Typed::erase);
        } else if (event.getCode() == KeyCode.ENTER && !onButton) {
            shell.enter();
        }
    }

    private Optional<Typed> digits() {
        return model.get().flatMap(Model::typing);
    }
}

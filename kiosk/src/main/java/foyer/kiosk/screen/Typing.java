package foyer.kiosk.screen;

import foyer.kiosk.screen.model.Model;
import foyer.kiosk.screen.model.Typed;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * A physical keyboard does what the number pad does, where a number is asked for. A scanner that types into the window
 * presses nothing: not the digits of its code, and not the ENTER behind it.
 */
final class Typing {
    /** A little longer than the longest pause inside a scan. */
    private static final Duration SETTLED = Duration.millis(80);

    private final Shell shell;
    private final Supplier<Optional<Model>> model;
    private final PauseTransition silence = new PauseTransition(SETTLED);
    private Keys keys = Keys.PERSONS;
    /** A press was kept from the window until it is clear whose it is. */
    private boolean held;

    Typing(Shell shell, Supplier<Optional<Model>> model) {
        this.shell = shell;
        this.model = model;
        silence.setOnFinished(over -> {
            type(keys.silence(System.nanoTime()));
            held = false;
        });
    }

    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void sortedBy(Keys sorter) {
        keys = sorter;
    }

    private void typed(KeyEvent event) {
        if (event.getCharacter().length() != 1) {
            return;
        }
        char key = event.getCharacter().charAt(0) == '\n'
                ? '\r'
                : event.getCharacter().charAt(0);
        if (type(keys.key(key, System.nanoTime()))) {
            event.consume();
        }
        if (keys.isPending()) {
            silence.playFromStart();
        } else {
            silence.stop();
            held = false;
        }
    }

    /** A person's keys; answers whether they were of use here. */
    private boolean type(String persons) {
        boolean used = false;
        for (int at = 0; at < persons.length(); at++) {
            char key = persons.charAt(at);
            if (key >= '0' && key <= '9') {
                used |= digit(key);
            } else if (key == '\r' && held) {
                shell.enter();
                used = true;
            }
        }
        return used;
    }

    private boolean digit(char key) {
        Optional<Typed> digits = digits();
        digits.ifPresent(number -> {
            number.add(key);
            shell.active();
        });
        return digits.isPresent();
    }

    private void pressed(KeyEvent event) {
        // Enter or space on a focused button presses that button.
        boolean presses = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
        if (presses && keys.isPending()) {
            held = true;
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            digits().ifPresent(Typed::erase);
        } else if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            shell.enter();
        }
    }

    private Optional<Typed> digits() {
        return model.get().flatMap(Model::typing);
    }
}

package foyer.kiosk.screen;

import foyer.kiosk.session.Touch;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/**
 * Lets one intent through per frame. A finger that bounces, or an impatient second press, would otherwise answer the
 * next question before it was read.
 */
final class Gate {
    /** If no frame answers, the person may press again: a lost answer must not lock the screen. */
    private static final Duration PATIENCE = Duration.seconds(3);

    /** Typing tells that somebody is there, but not with every digit. */
    private static final long ACTIVE_EVERY_NANOS = 1_000_000_000L;

    private final Consumer<Touch> touches;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(this, "waiting", false);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private long lastActive = System.nanoTime() - ACTIVE_EVERY_NANOS;

    Gate(Consumer<Touch> touches) {
        this.touches = touches;
        patience.setOnFinished(finished -> waiting.set(false));
    }

    /** True from a press until the next frame: whatever sends an intent is disabled. */
    ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    void send(Touch touch) {
        if (waiting.get()) {
            return;
        }
        waiting.set(true);
        patience.playFromStart();
        touches.accept(touch);
    }

    void active() {
        long now = System.nanoTime();
        if (now - lastActive >= ACTIVE_EVERY_NANOS) {
            lastActive = now;
            touches.accept(new Touch.Active());
        }
    }

    /** Another person: their first sign of life is told at once. */
    void nextVisit() {
        lastActive = System.nanoTime() - ACTIVE_EVERY_NANOS;
    }

    /** A frame has come. */
    void open() {
        patience.stop();
        waiting.set(false);
    }
}

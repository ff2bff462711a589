package foyer.kiosk.screen.mirror;

import foyer.kiosk.session.Frame;
import java.util.Optional;
import javafx.scene.Parent;

/** What the mirror needs of the screen. Everything on the JavaFX thread. */
public interface Mirrored {
    /** 1280 by 800, however large the window shows it. */
    Parent canvas();

    /** What is painted, empty before the first frame. */
    Optional<Frame> frame();

    /** Counts every painting. */
    long painted();

    /** Told after every painting; one listener. */
    void onPainted(Runnable listener);
}

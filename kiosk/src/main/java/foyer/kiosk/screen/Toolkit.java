package foyer.kiosk.screen;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Starts JavaFX, which can be done once in the life of a process. */
final class Toolkit {
    /**
     * Kept here because a logger nobody holds is collected together with its level. JavaFX warns that it was started
     * from the class path; that is how this program is started, on purpose.
     */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private static boolean started;

    private Toolkit() {}

    /** Returns when the JavaFX thread runs. A later call with another wish for a display is refused. */
    static synchronized void start(boolean headless) {
        if (started) {
            if (headless != "Headless".equals(System.getProperty("glass.platform"))) {
                throw new IllegalStateException("JavaFX already runs the other way, with or without a display");
            }
            return;
        }
        if (headless) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        // The mirror makes pictures with java.awt's image classes; they must not look for a display of their own.
        System.setProperty("java.awt.headless", "true");
        JAVAFX.setLevel(Level.SEVERE);
        CountDownLatch running = new CountDownLatch(1);
        Platform.startup(running::countDown);
        Platform.setImplicitExit(false);
        try {
            running.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while JavaFX started", interrupted);
        }
        started = true;
    }
}

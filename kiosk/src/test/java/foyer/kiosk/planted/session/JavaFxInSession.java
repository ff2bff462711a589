package foyer.kiosk.planted.session;

import javafx.application.Platform;

public final class JavaFxInSession {
    public void leave() {
        Platform.exit();
    }
}

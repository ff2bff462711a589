package foyer.kiosk.screen.planted;

import foyer.bridge.Position;

/** Breaks a rule on purpose: {@code ScreenRoomsTest} must see it. */
public final class ScreenThatReadsADoor {
    private ScreenThatReadsADoor() {}

    public static String read(Position door) {
        return door.toString();
    }
}

package foyer.kiosk.planted.link;

import foyer.kiosk.door.DoorKeeper;

public final class DoorInLink {
    public void tell(DoorKeeper doors) {
        doors.tellAll();
    }
}

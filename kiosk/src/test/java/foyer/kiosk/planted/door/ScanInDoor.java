package foyer.kiosk.planted.door;

import foyer.kiosk.scan.CardKey;

public final class ScanInDoor {
    public String mac(CardKey key) {
        return key.mac("1");
    }
}

package foyer.kiosk.planted.door;

import foyer.kiosk.circulation.Circulation;
import foyer.kiosk.circulation.Decision;
import foyer.kiosk.circulation.Input;
import foyer.kiosk.circulation.Kiosk;
import foyer.kiosk.circulation.Now;

public final class DecidesInDoor {
    public Decision decide(Kiosk kiosk, Now now) {
        return Circulation.decide(kiosk, new Input.Tick(), now);
    }
}

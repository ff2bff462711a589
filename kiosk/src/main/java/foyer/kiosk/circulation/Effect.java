package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.IntentId;
import java.util.Optional;

/** What is to be done once the decision's facts are durable, and not before. Each is answered by one {@link Input}. */
public sealed interface Effect {
    /** Answered by {@link Input.DoorAnswered}. */
    record OpenDoor(IntentId intent, CompartmentId door) implements Effect {}

    /** Answered by {@link Input.FlapAnswered}. */
    record OpenFlap(IntentId intent, BinId bin) implements Effect {}

    /** Answered by {@link Input.PinChecked}. No hash: nobody has this card, and the check takes as long all the same. */
    record CheckPin(String ticket, Optional<String> pinHash, String pin) implements Effect {
        @Override
        public String toString() {
            return "CheckPin[]";
        }
    }
}

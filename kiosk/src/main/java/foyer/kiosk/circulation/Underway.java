package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.IntentId;
import foyer.station.ItemBarcode;
import foyer.station.Purpose;
import foyer.station.StationEvent.Reached;

/** A door or flap whose life has begun and not ended: what recovery finds after a power cut. */
public sealed interface Underway {
    IntentId intent();

    /** @param openedBefore an earlier intent of the same opening had opened this door, so things may have been taken */
    record Door(IntentId intent, CompartmentId door, Purpose purpose, Reached reached, boolean openedBefore)
            implements Underway {

        Door reaching(Reached next) {
            return new Door(intent, door, purpose, next, openedBefore);
        }

        /** Never less than what an earlier intent of this opening is known to have done. */
        Reached atLeast() {
            return reached == Reached.INTENT && openedBefore ? Reached.CLOSED : reached;
        }
    }

    record Flap(IntentId intent, BinId bin, ItemBarcode item, boolean opened) implements Underway {}
}

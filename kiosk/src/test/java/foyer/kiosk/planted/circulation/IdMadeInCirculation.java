package foyer.kiosk.planted.circulation;

import foyer.station.Ids;

public final class IdMadeInCirculation {
    public String id() {
        return Ids.random();
    }
}

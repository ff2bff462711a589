package foyer.server.planted.circulation;

import foyer.station.Ids;

final class MakesAnId {
    private MakesAnId() {}

    static String id() {
        return Ids.random();
    }
}

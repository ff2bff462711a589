package foyer.server.planted.web;

import foyer.server.ledger.Holds;
import foyer.station.HoldId;

final class ReadsTheLedger {
    private ReadsTheLedger() {}

    static boolean there(Holds holds) {
        return holds.find(new HoldId("h")).isPresent();
    }
}

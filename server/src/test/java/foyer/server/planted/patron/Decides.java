package foyer.server.planted.patron;

import foyer.server.circulation.Change;
import foyer.server.circulation.Happened;
import foyer.server.circulation.StationFacts;
import java.util.List;

final class Decides {
    private Decides() {}

    static List<Change> decide(Happened happened) {
        return StationFacts.decide(happened);
    }
}

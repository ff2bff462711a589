package foyer.kiosk.session;

import foyer.kiosk.circulation.Wall;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What is shown before there is a session: the station does not know yet who it is. */
public final class Starting {
    private Starting() {}

    public static Frame frame(Wall wall, Instant moment) {
        Frame.Place place = new Frame.Place(Map.of(), "", ZoneOffset.UTC, List.of("en"), wall.compartments());
        return new Frame(0, new View.Starting(), place, -1, false, moment);
    }
}

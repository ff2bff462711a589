package foyer.kiosk.circulation;

import foyer.station.CompartmentId;
import foyer.station.HoldId;
import foyer.station.Purpose;
import java.util.Set;

/**
 * One door to be opened for somebody.
 *
 * @param chosen for a pickup, every hold the patron chose, behind this and other doors
 * @param reopenings how often the person may have this door opened again
 */
public record Job(CompartmentId door, Purpose purpose, Set<HoldId> chosen, int reopenings) {
    /** A forgotten book is worth a second look, but a door is no toy. */
    public static final int REOPENINGS = 2;

    public Job {
        chosen = Set.copyOf(chosen);
    }

    Job reopened() {
        return new Job(door, purpose, chosen, reopenings - 1);
    }
}

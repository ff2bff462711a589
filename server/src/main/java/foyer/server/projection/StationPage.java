package foyer.server.projection;

import foyer.station.Birth;
import foyer.station.StationState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One station as staff see it, live.
 *
 * @param branchName by language
 * @param online the link's word; {@code heardAt} when anything last came from it
 * @param waiting events the station still holds, by its own word
 */
public record StationPage(
        String id,
        String branch,
        Map<String, String> branchName,
        boolean online,
        Optional<Instant> heardAt,
        long waiting,
        List<Door> doors,
        List<Bin> bins,
        StationState.Doing doing,
        List<StationState.Health> unwell,
        List<Alarm> alarms,
        List<Happening> happened,
        String zone) {
    public StationPage {
        branchName = Map.copyOf(branchName);
        doors = List.copyOf(doors);
        bins = List.copyOf(bins);
        unwell = List.copyOf(unwell);
        alarms = List.copyOf(alarms);
        happened = List.copyOf(happened);
    }

    /** {@code patron}: initials of whom the order waits for, never more; {@code items}: how many are inside */
    public record Door(
            Birth.CompartmentPlan plan,
            StationState.Position position,
            StationState.Use use,
            Optional<String> patron,
            int items) {}

    public record Bin(String id, StationState.Position flap, int dropped, int capacity) {}

    /** Something staff must look at: a discrepancy that is not closed. */
    public record Alarm(long id, String kind, Map<String, String> values, Instant at) {
        public Alarm {
            values = Map.copyOf(values);
        }
    }

    /**
     * One line of "what happened", newest first.
     *
     * @param kind a key of the page's words, the event's type name as in the protocol ({@code door-opened}) or {@code
     *     link-online}, {@code link-offline}
     * @param values for the words: door, title, patron (initials), due, staff, bin, ...
     */
    public record Happening(Instant at, String kind, Map<String, String> values) {
        public Happening {
            values = Map.copyOf(values);
        }
    }
}

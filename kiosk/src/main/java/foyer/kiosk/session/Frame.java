package foyer.kiosk.session;

import foyer.station.Birth.CompartmentPlan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * All the touchscreen shows at one moment: data, never words; the screen has the words.
 *
 * @param visit changes with every person: the screen then forgets language, contrast, size and everything typed
 * @param secondsLeft until this visit ends by itself, or -1 when none runs
 * @param moment the station's wall clock, for the header only
 */
public record Frame(long visit, View view, Place place, int secondsLeft, boolean online, Instant moment) {

    /**
     * Where the station stands.
     *
     * @param name by language {@code lv, el, en, ru}; the first of {@code languages} is always there
     * @param languages offered, the branch's own first
     */
    public record Place(
            Map<String, String> name, String phone, ZoneId zone, List<String> languages, List<CompartmentPlan> wall) {
        public Place {
            name = Map.copyOf(name);
            languages = List.copyOf(languages);
            wall = List.copyOf(wall);
        }
    }
}

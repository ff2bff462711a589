package foyer.server.web.pages;

import foyer.server.projection.Projections;
import foyer.server.projection.Projections.StationLine;
import foyer.server.projection.StationPage;
import foyer.server.web.Times;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Names and clocks of a network's places, in one language. */
@Component
class PlaceNames {
    private final Projections projections;

    PlaceNames(Projections projections) {
        this.projections = projections;
    }

    /** Branch id to its name. */
    Map<String, String> branches(String network, Locale language) {
        Map<String, String> names = new HashMap<>();
        projections
                .branches(network)
                .forEach(branch -> names.put(branch.id(), named(branch.name(), language, branch.id())));
        return names;
    }

    /** A network lives in one zone, its stations say which; a network without stations goes by this machine's. */
    Times times(String network, Locale language) {
        ZoneId zone = projections.stations(network).stream()
                .map(StationLine::id)
                .flatMap(id -> projections.station(id).stream())
                .map(StationPage::zone)
                .map(ZoneId::of)
                .findFirst()
                .orElseGet(ZoneId::systemDefault);
        return new Times(zone, language);
    }

    /** The name in this language, else in any; else the id, which staff know too. */
    static String named(Map<String, String> names, Locale language, String id) {
        String name = names.get(language.getLanguage());
        return name != null
                ? name
                : Objects.requireNonNullElse(
                        names.get("en"),
                        names.values().stream().sorted().findFirst().orElse(id));
    }
}

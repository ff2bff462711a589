package foyer.server.web.pages;

import com.ibm.icu.text.Collator;
import foyer.server.projection.Projections;
import foyer.server.projection.StaffLists;
import foyer.server.web.Times;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Names and clocks of a network's places, in one language. */
@Component
class PlaceNames {
    private final Projections projections;
    private final StaffLists lists;

    PlaceNames(Projections projections, StaffLists lists) {
        this.projections = projections;
        this.lists = lists;
    }

    /** Branch id to its name; in the order of the names, as the language sorts them. */
    Map<String, String> branches(String network, Locale language) {
        Map<String, String> names = new LinkedHashMap<>();
        projections.branches(network).stream()
                .map(branch -> Map.entry(branch.id(), named(branch.name(), language, branch.id())))
                .sorted(Map.Entry.<String, String>comparingByValue(Collator.getInstance(language))
                        .thenComparing(Map.Entry.<String, String>comparingByKey()))
                .forEach(branch -> names.put(branch.getKey(), branch.getValue()));
        return names;
    }

    /** A network lives in one zone; one without branches goes by this machine's. */
    Times times(String network, Locale language) {
        ZoneId zone = projections.branches(network).stream()
                .findFirst()
                .map(branch -> lists.zone(branch.id()))
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

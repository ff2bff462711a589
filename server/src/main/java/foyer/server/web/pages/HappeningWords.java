package foyer.server.web.pages;

import foyer.server.projection.StationPage;
import foyer.server.web.Times;
import foyer.server.web.Words;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line of what happened, or one alarm, as a sentence. */
final class HappeningWords {
    /** Every name a sentence may ask for; what a fact does not say is {@code none}, and the sentence goes without. */
    static final List<String> NAMES = List.of(
            "door",
            "bin",
            "title",
            "item",
            "patron",
            "staff",
            "due",
            "purpose",
            "reason",
            "detail",
            "part",
            "well",
            "words",
            "expected",
            "events",
            "reached",
            "changed",
            "more",
            "items",
            "version",
            "kind",
            "alarm");

    private final Words words;

    HappeningWords(Words words) {
        this.words = words;
    }

    String happened(StationPage.Happening line, Times times) {
        return sentence("happened.", line.kind(), line.values(), times);
    }

    String alarm(StationPage.Alarm alarm, Times times) {
        return sentence("alarm.", alarm.kind(), alarm.values(), times);
    }

    /** What the rules found odd. A word of theirs that has no sentence here is shown as it came. */
    String detail(StationPage.Alarm alarm, Times times) {
        String detail = alarm.values().getOrDefault("detail", "");
        String key = "detail." + detail;
        return words.knows(key) ? words.say(times.language(), key, said(alarm.kind(), alarm.values(), times)) : detail;
    }

    String tag(StationPage.Happening line, Locale language) {
        return words.say(language, "tag." + kind(line));
    }

    String tone(StationPage.Happening line) {
        return switch (kind(line)) {
            case "pickup" -> "leaf";
            case "return" -> "sky";
            case "jam" -> "brick";
            case "link", "refusal", "health" -> "honey";
            default -> "plain";
        };
    }

    private static String kind(StationPage.Happening line) {
        return switch (line.kind()) {
            case "door-jammed", "wrong-door", "door-forced", "door-uncertain" -> "jam";
            case "return-received",
                    "return-abandoned",
                    "return-uncertain",
                    "flap-opened",
                    "return-intended",
                    "bin-emptied" -> "return";
            case "link-online", "link-offline" -> "link";
            case "refused" -> "refusal";
            case "health-changed" -> "health";
            case "door-opened", "door-confirmed", "door-closed", "door-intended" ->
                switch (line.values().getOrDefault("purpose", "")) {
                    case "pickup" -> "pickup";
                    case "load" -> "load";
                    default -> "look";
                };
            default -> "other";
        };
    }

    private String sentence(String prefix, String kind, Map<String, String> values, Times times) {
        String key = words.knows(prefix + kind) ? prefix + kind : prefix + "other";
        return words.say(times.language(), key, said(kind, values, times));
    }

    private static Map<String, Object> said(String kind, Map<String, String> values, Times times) {
        Map<String, Object> said = new HashMap<>();
        NAMES.forEach(name -> said.put(name, "none"));
        said.putAll(values);
        said.put("kind", kind);
        said.put("more", Integer.parseInt(values.getOrDefault("more", "0")));
        said.put("items", Integer.parseInt(values.getOrDefault("items", "0")));
        if (values.containsKey("due")) {
            said.put("due", times.day(LocalDate.parse(values.get("due"))));
        }
        return said;
    }
}

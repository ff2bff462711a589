package foyer.server.web.pages;

import foyer.server.projection.RulesOfBranch;
import foyer.server.web.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The rules of a branch under headings, and what the form sends back of them: {@code value-<key>}, weekdays as one tick
 * each ({@code value-<key>-MONDAY}), and {@code own-<key>} where the branch decides for itself.
 */
@Component
class BranchRulesForm {
    static final List<String> WEEK =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    /** Among the wrong fields: the hours of returns fit each by itself, but not together. */
    static final String TOGETHER = "returns-together";

    private static final Set<String> HOURS_OF_RETURNS = Set.of("return-from", "return-until");
    private static final String OPENING = "opening";

    /** In the order of a hold's life; what nobody named stands last, so that no rule is ever lost from the page. */
    private static final Map<String, List<String>> HEADINGS = headings();

    private static final String OTHERS = "cards";

    private final Words words;

    BranchRulesForm(Words words) {
        this.words = words;
    }

    private static Map<String, List<String>> headings() {
        Map<String, List<String>> headings = new LinkedHashMap<>();
        headings.put("holds", List.of("hold-limit", "holds-on", "review-required", "review-from", "outcome-from"));
        headings.put(
                "loans",
                List.of(
                        "loan-limit",
                        "loan-days",
                        "renewals",
                        "renewal-days",
                        "renewal-by",
                        "renew-in-demand",
                        "fine-per-day",
                        "fine-cap",
                        "fine-grace-days",
                        "block-fines-from",
                        "block-overdue-from"));
        headings.put("pickup", List.of("pickup-branch", "pickup-days", "pickup-days-count", "pickup-counts-from"));
        headings.put(
                "returns",
                List.of(
                        "return-days",
                        "return-from",
                        "return-until",
                        "quarantine-days",
                        "quarantine-by-material",
                        "bin-capacity"));
        headings.put("appointments", List.of("appointments", "slot-minutes", "slot-capacity", "slot-days-ahead"));
        headings.put("door", List.of("release", "compartment-items"));
        headings.put(OTHERS, List.of());
        return headings;
    }

    /** A value is the branch's own when it is chosen to be, or when it is written otherwise than what is inherited. */
    static Map<String, String> own(RulesOfBranch rules, Map<String, String> form) {
        Map<String, String> own = new TreeMap<>();
        for (RulesOfBranch.Value rule : rules.values()) {
            String written = written(rule, form);
            boolean changed = rule.branch().isEmpty() && !same(rule, written, rule.inherited());
            if (form.containsKey("own-" + rule.key()) || changed) {
                own.put(rule.key(), written);
            }
        }
        return own;
    }

    /** What the form does not speak of stays as it is. */
    private static String written(RulesOfBranch.Value rule, Map<String, String> form) {
        String field = "value-" + rule.key();
        if (!form.containsKey(field)) {
            return rule.inForce();
        }
        return switch (rule.shape().kind()) {
            case "weekdays" ->
                WEEK.stream().filter(day -> form.containsKey(field + "-" + day)).collect(Collectors.joining(" "));
            case "time-or-opening" ->
                form.containsKey(field + "-" + OPENING)
                        ? OPENING
                        : form.getOrDefault(field, "").strip();
            default -> form.getOrDefault(field, "").strip();
        };
    }

    private static boolean same(RulesOfBranch.Value rule, String one, String other) {
        return rule.shape().kind().equals("weekdays") ? days(one).equals(days(other)) : one.equals(other);
    }

    private static Set<String> days(String text) {
        return Set.copyOf(Arrays.stream(text.split(" ")).distinct().toList());
    }

    /**
     * @param typed what was sent and refused; empty when the page is only looked at
     * @param wrong fields whose values do not fit
     */
    List<Group> groups(RulesOfBranch rules, Map<String, String> typed, Set<String> wrong, Locale language) {
        boolean again = typed.keySet().stream().anyMatch(field -> field.startsWith("value-"));
        Set<String> own = again
                ? own(rules, typed).keySet()
                : rules.values().stream()
                        .filter(rule -> rule.branch().isPresent())
                        .map(RulesOfBranch.Value::key)
                        .collect(Collectors.toSet());
        Map<String, Rule> lines = rules.values().stream()
                .collect(Collectors.toMap(
                        RulesOfBranch.Value::key,
                        rule -> rule(rule, written(rule, typed), own.contains(rule.key()), wrong, language)));
        Set<String> named = HEADINGS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<Rule> others = rules.values().stream()
                .map(RulesOfBranch.Value::key)
                .filter(key -> !named.contains(key))
                .map(lines::get)
                .toList();
        return HEADINGS.entrySet().stream()
                .map(heading -> new Group(
                        heading.getKey(),
                        heading.getKey().equals(OTHERS)
                                ? others
                                : heading.getValue().stream().map(lines::get).toList()))
                .toList();
    }

    private Rule rule(RulesOfBranch.Value rule, String value, boolean own, Set<String> wrong, Locale language) {
        String may = words.getMessage(
                "shape." + rule.shape().kind(),
                new Object[] {rule.shape().least(), rule.shape().most()},
                language);
        String complaint = "";
        if (wrong.contains("value-" + rule.key())) {
            complaint = words.getMessage("branch.wrong", new Object[] {may}, language);
        } else if (wrong.contains(TOGETHER) && HOURS_OF_RETURNS.contains(rule.key())) {
            complaint = words.say(language, "branch.wrong-returns");
        }
        String source = rule.branch().isPresent() ? "branch" : rule.network().isPresent() ? "network" : "usual";
        return new Rule(
                rule.key(), rule.shape(), may, value, days(value), own, complaint, source, spoken(rule, language));
    }

    /** What the branch would follow, in words. */
    private String spoken(RulesOfBranch.Value rule, Locale language) {
        String value = rule.inherited();
        if (value.isEmpty()) {
            return "–";
        }
        if (rule.shape().kind().equals("weekdays")) {
            return days(value).size() == WEEK.size()
                    ? words.say(language, "branch.every-day")
                    : WEEK.stream()
                            .filter(days(value)::contains)
                            .map(day -> words.say(language, "day." + day))
                            .collect(Collectors.joining(", "));
        }
        return words.knows("choice." + value) ? words.say(language, "choice." + value) : value;
    }

    /** Rules under one heading. */
    record Group(String name, List<Rule> rules) {
        Group {
            rules = List.copyOf(rules);
        }

        /** How many the branch decides for itself. */
        public long owned() {
            return rules.stream().filter(rule -> rule.source().equals("branch")).count();
        }

        public boolean wrong() {
            return rules.stream().anyMatch(Rule::wrong);
        }
    }

    /**
     * @param may what may be written, in words
     * @param value what stands in the field
     * @param days the same for a rule of weekdays
     * @param own whether the branch is to decide for itself
     * @param complaint why what was written is refused; empty when it is not
     * @param source who decides now: {@code branch, network, usual}
     * @param otherwise what holds when the branch does not decide, in words
     */
    record Rule(
            String key,
            RulesOfBranch.Shape shape,
            String may,
            String value,
            Set<String> days,
            boolean own,
            String complaint,
            String source,
            String otherwise) {
        Rule {
            days = Set.copyOf(days);
        }

        public String field() {
            return "value-" + key;
        }

        public boolean wrong() {
            return !complaint.isEmpty();
        }
    }
}

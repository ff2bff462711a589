package foyer.server.projection;

import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Span;
import foyer.server.circulation.policy.Form;
import foyer.server.circulation.policy.Key;
import foyer.server.ledger.PolicyRows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a branch goes by, as its staff read and change it. */
@Component
public final class BranchPages {
    private static final Pattern RANGE = Pattern.compile("a whole number from ([0-9]+) to ([0-9]+)");

    private final JdbcClient sql;

    BranchPages(@Qualifier("projectionClient") JdbcClient projectionClient) {
        this.sql = projectionClient;
    }

    /** The branch where a member of staff works. */
    public String branchOf(String staff) {
        return sql.sql("SELECT branch FROM staff WHERE id = :id")
                .param("id", staff)
                .query(String.class)
                .single();
    }

    /** Another network's branch is answered as none. */
    public Optional<RulesOfBranch> rules(String network, String branch) {
        return PolicyRows.site(sql, branch)
                .filter(site -> site.network().equals(network))
                .map(this::rules);
    }

    /** Which of these values, by key, are not of the form they must have. */
    public static List<String> wrong(Map<String, String> values) {
        return values.entrySet().stream()
                .filter(one -> Key.of(one.getKey())
                        .filter(key -> key.form().fits().test(one.getValue()))
                        .isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private RulesOfBranch rules(Site site) {
        Map<String, String> network = PolicyRows.values(sql, site.network(), "");
        Map<String, String> own = PolicyRows.values(sql, site.network(), site.branch());
        Map<String, String> hours = new TreeMap<>();
        site.calendar().week().days().forEach((day, spans) -> hours.put(day.name(), text(spans)));
        long version = sql.sql("SELECT version FROM branch WHERE id = :id")
                .param("id", site.branch())
                .query(Long.class)
                .single();
        return new RulesOfBranch(
                site.branch(),
                version,
                Arrays.stream(Key.values())
                        .map(key -> new RulesOfBranch.Value(
                                key.text(),
                                shape(key.form()),
                                key.usual(),
                                Optional.ofNullable(network.get(key.text())),
                                Optional.ofNullable(own.get(key.text()))))
                        .toList(),
                hours,
                site.calendar().holidays().name(),
                site.calendar().specials().values().stream()
                        .map(one -> new RulesOfBranch.SpecialDay(one.day(), text(one.open()), one.words()))
                        .sorted(Comparator.comparing(RulesOfBranch.SpecialDay::day))
                        .toList());
    }

    private static String text(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining(","));
    }

    private static RulesOfBranch.Shape shape(Form form) {
        Matcher range = RANGE.matcher(form.words());
        if (range.matches()) {
            return new RulesOfBranch.Shape(
                    "number", List.of(), Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        }
        if (!form.choices().isEmpty()) {
            return new RulesOfBranch.Shape("choice", form.choices(), 0, 0);
        }
        String kind = form.fits().test("opening")
                        && form.fits().test("10:00")
                        && !form.fits().test("(x)")
                ? "time-or-opening"
                : kind(form);
        return new RulesOfBranch.Shape(kind, List.of(), 0, 0);
    }

    /** Told by what a form takes: each takes something that no other does. */
    private static String kind(Form form) {
        if (form.fits().test("MONDAY FRIDAY") && !form.fits().test("(x)")) {
            return "weekdays";
        }
        if (form.fits().test("audio=1 film=2") && !form.fits().test("(x)")) {
            return "counts";
        }
        if (form.fits().test("2#####") && !form.fits().test("(x)")) {
            return "card-numbers";
        }
        return form.fits().test("(x)") ? "regex" : "time";
    }
}

package foyer.server.ledger;

import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Calendar;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Span;
import foyer.server.circulation.calendar.Special;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Policy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policies and calendars as rows; read by the ledger and by projections alike. */
public final class PolicyRows {
    private PolicyRows() {}

    /** What a network ({@code branch} empty) or a branch says itself, by key. */
    public static Map<String, String> values(JdbcClient sql, String network, String branch) {
        Map<String, String> values = new TreeMap<>();
        sql.sql("SELECT key_name, set_value FROM policy WHERE network = :network AND branch = :branch")
                .param("network", network)
                .param("branch", branch)
                .query((RowCallbackHandler) row -> values.put(row.getString("key_name"), row.getString("set_value")));
        return values;
    }

    /** A branch with its rules; empty when there is no such branch. */
    public static Optional<Site> site(JdbcClient sql, String branch) {
        Optional<Site> bare = sql.sql("SELECT network, zone, hours, holidays FROM branch WHERE id = :id")
                .param("id", branch)
                .query((row, n) -> new Site(
                        branch,
                        row.getString("network"),
                        new Calendar(
                                ZoneId.of(row.getString("zone")),
                                Week.of(row.getString("hours")),
                                Holidays.valueOf(row.getString("holidays")),
                                Map.of()),
                        Policy.USUAL))
                .optional();
        return bare.map(site -> {
            Calendar calendar = site.calendar();
            return new Site(
                    branch,
                    site.network(),
                    new Calendar(calendar.zone(), calendar.week(), calendar.holidays(), specials(sql, branch)),
                    policy(sql, site.network(), branch));
        });
    }

    private static Policy policy(JdbcClient sql, String network, String branch) {
        Map<String, String> values = new HashMap<>();
        // The network's first, the branch's own over them.
        String query = """
                        SELECT key_name, set_value FROM policy WHERE network = :network AND branch IN ('', :branch)
                        ORDER BY branch""";
        sql.sql(query).param("network", network).param("branch", branch).query((RowCallbackHandler)
                row -> values.put(row.getString("key_name"), row.getString("set_value")));
        return Policy.USUAL.with(values);
    }

    private static Map<LocalDate, Special> specials(JdbcClient sql, String branch) {
        Map<LocalDate, Special> specials = new HashMap<>();
        sql.sql("SELECT day, hours, words FROM branch_day WHERE branch = :branch")
                .param("branch", branch)
                .query((RowCallbackHandler) row -> {
                    LocalDate day = LocalDate.parse(row.getString("day"));
                    specials.put(day, new Special(day, spans(row.getString("hours")), row.getString("words")));
                });
        return specials;
    }

    static void insert(JdbcClient sql, String network, String branch, Map<String, String> values) {
        String query = """
                        INSERT INTO policy (network, branch, key_name, set_value)
                        VALUES (:network, :branch, :key, :value)""";
        values.forEach((key, value) -> sql.sql(query)
                .param("network", network)
                .param("branch", branch)
                .param("key", key)
                .param("value", value)
                .update());
    }

    /** @throws IllegalArgumentException when the text is not of opening hours as {@code 10:00-14:00,15:00-18:00} */
    public static List<Span> spans(String text) {
        return text.isBlank()
                ? List.of()
                : Week.of(DayOfWeek.MONDAY + " " + text).on(DayOfWeek.MONDAY);
    }

    static String text(List<Span> spans) {
        return spans.stream().map(span -> span.from() + "-" + span.until()).collect(Collectors.joining(","));
    }
}

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policies and calendars as rows; read by the ledger and by projections alike. */
public final class PolicyRows {
    // Most branches of a network say the same, and the same as the last time.
    private static final Read<String, Week> WEEKS = new Read<>();
    private static final Read<Map<String, String>, Policy> POLICIES = new Read<>();

    private PolicyRows() {}

    /** What was read before, by its text; the text is all it depends on. */
    private static final class Read<T, V> {
        private static final int MOST = 1_000;
        private final Map<T, V> values = new ConcurrentHashMap<>();

        V of(T text, Function<T, V> reading) {
            if (values.size() > MOST) {
                values.clear();
            }
            return values.computeIfAbsent(text, reading);
        }
    }

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
        return Optional.ofNullable(sites(sql, Set.of(branch)).get(branch));
    }

    /** Branches with their rules, by id, in three questions however many they are; without those that do not exist. */
    public static Map<String, Site> sites(JdbcClient sql, Set<String> branches) {
        if (branches.isEmpty()) {
            return Map.of();
        }
        List<Bare> found = sql.sql("SELECT id, network, zone, hours, holidays FROM branch WHERE id IN (:ids)")
                .param("ids", padded(branches))
                .query((row, n) -> new Bare(
                        row.getString("id"),
                        row.getString("network"),
                        row.getString("zone"),
                        row.getString("hours"),
                        row.getString("holidays")))
                .list();
        Map<String, Map<LocalDate, Special>> specials = specials(sql, branches);
        Said said = said(sql, found, branches);
        Map<String, Site> sites = new HashMap<>();
        for (Bare bare : found) {
            Calendar calendar = new Calendar(
                    ZoneId.of(bare.zone()),
                    WEEKS.of(bare.hours(), Week::of),
                    Holidays.valueOf(bare.holidays()),
                    specials.getOrDefault(bare.id(), Map.of()));
            Policy policy = POLICIES.of(said.at(bare.network(), bare.id()), Policy.USUAL::with);
            sites.put(bare.id(), new Site(bare.id(), bare.network(), calendar, policy));
        }
        return sites;
    }

    /** The last one once more until they are a power of two: few questions of different length, each planned once. */
    private static List<String> padded(Set<String> names) {
        List<String> padded = new ArrayList<>(names);
        while (Integer.bitCount(padded.size()) > 1) {
            padded.add(padded.getLast());
        }
        return padded;
    }

    private record Bare(String id, String network, String zone, String hours, String holidays) {}

    /** Policies as they are said, by network and then by branch, the network's own under the empty name. */
    private record Said(Map<String, Map<String, Map<String, String>>> values) {
        /** The branch's values over its network's. */
        Map<String, String> at(String network, String branch) {
            Map<String, Map<String, String>> here = values.getOrDefault(network, Map.of());
            Map<String, String> whole = new HashMap<>(here.getOrDefault("", Map.of()));
            whole.putAll(here.getOrDefault(branch, Map.of()));
            return whole;
        }
    }

    private static Said said(JdbcClient sql, List<Bare> found, Set<String> branches) {
        Set<String> networks = found.stream().map(Bare::network).collect(Collectors.toSet());
        if (networks.isEmpty()) {
            return new Said(Map.of());
        }
        Set<String> names = new HashSet<>(branches);
        names.add("");
        Map<String, Map<String, Map<String, String>>> values = new HashMap<>();
        String query = """
                        SELECT network, branch, key_name, set_value FROM policy
                        WHERE network IN (:networks) AND branch IN (:branches)""";
        sql.sql(query)
                .param("networks", padded(networks))
                .param("branches", padded(names))
                .query((RowCallbackHandler)
                        row -> values.computeIfAbsent(row.getString("network"), network -> new HashMap<>())
                                .computeIfAbsent(row.getString("branch"), branch -> new HashMap<>())
                                .put(row.getString("key_name"), row.getString("set_value")));
        return new Said(values);
    }

    private static Map<String, Map<LocalDate, Special>> specials(JdbcClient sql, Set<String> branches) {
        Map<String, Map<LocalDate, Special>> specials = new HashMap<>();
        sql.sql("SELECT branch, day, hours, words FROM branch_day WHERE branch IN (:branches)")
                .param("branches", padded(branches))
                .query((RowCallbackHandler) row -> {
                    LocalDate day = LocalDate.parse(row.getString("day"));
                    specials.computeIfAbsent(row.getString("branch"), branch -> new HashMap<>())
                            .put(day, new Special(day, spans(row.getString("hours")), row.getString("words")));
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

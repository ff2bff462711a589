package foyer.server.projection;

import foyer.server.circulation.policy.Key;
import foyer.server.ledger.PolicyRows;
import foyer.server.ledger.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What holds at a branch, who decided it, and what may be decided. */
@Component
public final class BranchRules {
    private final JdbcClient sql;
    private final Snapshot snapshot;

    BranchRules(@Qualifier("projectionClient") JdbcClient projectionClient, Snapshot snapshot) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
    }

    /**
     * @param version raised by every change of its hours, special days and policy
     * @param hours as {@code MONDAY 10:00-18:00; TUESDAY ...}
     * @param holidays whose public holidays it keeps: {@code NONE, LATVIA, GREECE}
     */
    public record Branch(
            String id,
            long version,
            String network,
            Map<String, String> name,
            String address,
            String phone,
            String email,
            String zone,
            String hours,
            String holidays,
            List<SpecialDay> days,
            List<Rule> policy) {
        public Branch {
            name = Map.copyOf(name);
            days = List.copyOf(days);
            policy = List.copyOf(policy);
        }
    }

    /** @param hours as {@code 10:00-14:00}; empty when closed */
    public record SpecialDay(LocalDate day, String hours, String words) {}

    /**
     * @param source who said so: {@code usual, network, branch}
     * @param may what it may be, in English
     * @param choices those to choose from; empty where any fitting text will do
     */
    public record Rule(
            String key, String value, String source, String usual, String network, String may, List<String> choices) {
        public Rule {
            choices = List.copyOf(choices);
        }
    }

    public Optional<Branch> find(String id) {
        return snapshot.read(() -> sql.sql("SELECT * FROM branch WHERE id = :id")
                .param("id", id)
                .query((row, n) -> branch(row))
                .optional());
    }

    private Branch branch(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String network = row.getString("network");
        return new Branch(
                id,
                row.getLong("version"),
                network,
                Projections.names(row),
                row.getString("address"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("zone"),
                row.getString("hours"),
                row.getString("holidays"),
                days(id),
                policy(network, id));
    }

    private List<SpecialDay> days(String branch) {
        return sql.sql("SELECT day, hours, words FROM branch_day WHERE branch = :branch ORDER BY day")
                .param("branch", branch)
                .query((row, n) -> new SpecialDay(
                        LocalDate.parse(row.getString("day")), row.getString("hours"), row.getString("words")))
                .list();
    }

    private List<Rule> policy(String network, String branch) {
        Map<String, String> common = PolicyRows.values(sql, network, "");
        Map<String, String> own = PolicyRows.values(sql, network, branch);
        return Arrays.stream(Key.values()).map(key -> rule(key, common, own)).toList();
    }

    private static Rule rule(Key key, Map<String, String> network, Map<String, String> branch) {
        String name = key.text();
        String source = branch.containsKey(name) ? "branch" : network.containsKey(name) ? "network" : "usual";
        String common = network.getOrDefault(name, key.usual());
        return new Rule(
                name,
                branch.getOrDefault(name, common),
                source,
                key.usual(),
                common,
                key.form().words(),
                key.form().choices());
    }
}

package foyer.server.ledger;

import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Holidays;
import foyer.server.circulation.calendar.Special;
import foyer.server.circulation.calendar.Week;
import foyer.server.circulation.policy.Policy;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Networks and branches with the rules that hold there, and who belongs where. */
@Component
public final class Places {
    private final JdbcClient sql;

    Places(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** The network's own policy, without any branch's. */
    public Policy policy(String network) {
        return Policy.USUAL.with(values(network, ""));
    }

    /** What a network ({@code branch} empty) or a branch says itself, by key. */
    public Map<String, String> values(String network, String branch) {
        return PolicyRows.values(sql, network, branch);
    }

    /** A branch with its rules; empty when there is no such branch. */
    public Optional<Site> site(String branch) {
        return PolicyRows.site(sql, branch);
    }

    /** Branches with their rules, by id; without those that do not exist. */
    Map<String, Site> sites(Set<String> branches) {
        return PolicyRows.sites(sql, branches);
    }

    /** Every branch of a network, by id. */
    List<String> branches(String network) {
        return sql.sql("SELECT id FROM branch WHERE network = :network ORDER BY id")
                .param("network", network)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** The branch where the station stands; empty when the ledger knows no such station. */
    public Optional<Site> site(StationId station) {
        return sql.sql("SELECT branch FROM station WHERE id = :id")
                .param("id", station.value())
                .query(String.class)
                .optional()
                .flatMap(this::site);
    }

    public Optional<String> networkOfPatron(PatronId patron) {
        return network("patron", patron.value());
    }

    public Optional<String> networkOfStaff(String staff) {
        return network("staff", staff);
    }

    public Optional<String> branchOfStaff(String staff) {
        return sql.sql("SELECT branch FROM staff WHERE id = :id")
                .param("id", staff)
                .query(String.class)
                .optional();
    }

    public Optional<String> networkOfBranch(String branch) {
        return network("branch", branch);
    }

    public Optional<String> networkOfTitle(String title) {
        return network("title", title);
    }

    /** Of a branch's hours, special days and policy: raised by every change. */
    public Optional<Long> version(String branch) {
        return sql.sql("SELECT version FROM branch WHERE id = :id")
                .param("id", branch)
                .query(Long.class)
                .optional();
    }

    /** Replaces what the branch says itself. */
    public void set(String network, String branch, Map<String, String> values) {
        sql.sql("DELETE FROM policy WHERE network = :network AND branch = :branch")
                .param("network", network)
                .param("branch", branch)
                .update();
        PolicyRows.insert(sql, network, branch, values);
        raise(branch);
    }

    public void set(String branch, Week week, Holidays holidays) {
        sql.sql("UPDATE branch SET hours = :hours, holidays = :holidays WHERE id = :id")
                .param("hours", week.text())
                .param("holidays", holidays.name())
                .param("id", branch)
                .update();
        raise(branch);
    }

    public void set(String branch, Special special) {
        String query = """
                        INSERT INTO branch_day (branch, day, hours, words) VALUES (:branch, :day, :hours, :words)
                        ON CONFLICT (branch, day) DO UPDATE SET hours = excluded.hours, words = excluded.words""";
        sql.sql(query)
                .param("branch", branch)
                .param("day", special.day().toString())
                .param("hours", PolicyRows.text(special.open()))
                .param("words", special.words())
                .update();
        raise(branch);
    }

    /** The day is as any other again. */
    public boolean forget(String branch, LocalDate day) {
        boolean was = sql.sql("DELETE FROM branch_day WHERE branch = :branch AND day = :day")
                        .param("branch", branch)
                        .param("day", day.toString())
                        .update()
                > 0;
        if (was) {
            raise(branch);
        }
        return was;
    }

    private void raise(String branch) {
        sql.sql("UPDATE branch SET version = version + 1 WHERE id = :id")
                .param("id", branch)
                .update();
    }

    /** Whether nothing at all is in the ledger yet. */
    public boolean empty() {
        return sql.sql("SELECT count(*) FROM network").query(Integer.class).single() == 0;
    }

    private Optional<String> network(String table, String id) {
        return sql.sql("SELECT network FROM " + table + " WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }
}

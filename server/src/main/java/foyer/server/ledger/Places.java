package foyer.server.ledger;

import foyer.server.circulation.Happened;
import foyer.server.circulation.Policy;
import foyer.server.circulation.ReturnHours;
import foyer.station.PatronId;
import foyer.station.ServerMessage.Release;
import foyer.station.StationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Networks with their policies, branches, and who belongs where. */
@Component
public final class Places {
    private final JdbcClient sql;

    Places(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    public Policy policy(String network) {
        return sql.sql("SELECT * FROM network WHERE id = :id")
                .param("id", network)
                .query((row, n) -> policy(row))
                .single();
    }

    /** Where the station stands; empty when the ledger knows no such station. */
    public Optional<Happened.Site> site(StationId station) {
        String query = """
                        SELECT network.*, branch.id AS branch, branch.zone FROM station
                            JOIN branch ON branch.id = station.branch JOIN network ON network.id = branch.network
                        WHERE station.id = :id""";
        return sql.sql(query)
                .param("id", station.value())
                .query((row, n) -> new Happened.Site(
                        row.getString("branch"), row.getString("id"), ZoneId.of(row.getString("zone")), policy(row)))
                .optional();
    }

    public Optional<String> networkOfPatron(PatronId patron) {
        return network("patron", patron.value());
    }

    public Optional<String> networkOfStaff(String staff) {
        return network("staff", staff);
    }

    public Optional<String> networkOfBranch(String branch) {
        return network("branch", branch);
    }

    public Optional<String> networkOfTitle(String title) {
        return network("title", title);
    }

    /** The zone of a branch. */
    public ZoneId zone(String branch) {
        return ZoneId.of(sql.sql("SELECT zone FROM branch WHERE id = :id")
                .param("id", branch)
                .query(String.class)
                .single());
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

    /** From a row with the columns of {@code network}. */
    public static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                row.getInt("hold_limit"),
                row.getInt("loan_days"),
                row.getInt("quarantine_days"),
                Release.valueOf(row.getString("release")),
                Pattern.compile(row.getString("card_format")),
                Pattern.compile(row.getString("item_format")),
                row.getInt("luhn") == 1,
                row.getInt("bin_capacity"),
                new ReturnHours(
                        Arrays.stream(row.getString("return_days").split(" "))
                                .map(DayOfWeek::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        LocalTime.parse(row.getString("return_from")),
                        LocalTime.parse(row.getString("return_until"))));
    }
}

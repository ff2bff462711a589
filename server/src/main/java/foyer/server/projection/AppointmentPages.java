package foyer.server.projection;

import foyer.server.circulation.Site;
import foyer.server.circulation.calendar.Slot;
import foyer.server.circulation.policy.Key;
import foyer.server.ledger.PolicyRows;
import foyer.server.ledger.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who comes when, who is still to be called, and what is free. */
@Component
public final class AppointmentPages {
    /** What waits for a patron at the branch where it is collected. */
    private static final String PREPARED = """
            SELECT count(*) FROM hold WHERE hold.patron = patron.id AND hold.pickup_branch = :branch
                AND hold.state IN ('prepared', 'ready', 'on-hold-shelf')
            """;

    private final JdbcClient sql;
    private final Clock clock;

    AppointmentPages(@Qualifier("projectionClient") JdbcClient projectionClient, Clock clock) {
        this.sql = projectionClient;
        this.clock = clock;
    }

    /** @param day empty: today, as it is at the branch; empty answer when it is no branch of this network */
    public Optional<AppointmentRow.Day> day(String network, String branch, Optional<LocalDate> day) {
        return PolicyRows.site(sql, branch)
                .filter(site -> site.network().equals(network))
                .map(site -> day(site, day.orElseGet(() -> site.calendar().dayOf(clock.instant()))));
    }

    private AppointmentRow.Day day(Site site, LocalDate day) {
        Instant now = clock.instant();
        return new AppointmentRow.Day(
                day, site.policy().offersAppointments(), agreed(site, day), waiting(site), free(site, day, now), now);
    }

    private List<AppointmentRow> agreed(Site site, LocalDate day) {
        String query = "SELECT appointment.*, patron.given, patron.family, patron.phone, (" + PREPARED + """
                ) AS items FROM appointment JOIN patron ON patron.id = appointment.patron
                WHERE appointment.branch = :branch AND appointment.day = :day AND appointment.state = 'agreed'
                ORDER BY appointment.slot_from, appointment.id""";
        return sql.sql(query)
                .param("branch", site.branch())
                .param("day", day.toString())
                .query((row, n) -> new AppointmentRow(
                        row.getString("id"),
                        row.getString("patron"),
                        row.getString("given") + " " + row.getString("family"),
                        row.getString("phone"),
                        Rows.time(row, "slot_from"),
                        Rows.time(row, "slot_until"),
                        row.getInt("items"),
                        Rows.text(row, "compartment")))
                .list();
    }

    private List<AppointmentRow.Waiting> waiting(Site site) {
        String query = "SELECT * FROM (SELECT patron.id, patron.given, patron.family, patron.phone, (" + PREPARED + """
                ) AS items FROM patron WHERE patron.network = :network AND NOT EXISTS (
                    SELECT 1 FROM appointment WHERE appointment.patron = patron.id
                        AND appointment.branch = :branch AND appointment.state = 'agreed')) AS found
                WHERE items > 0 ORDER BY family, given, id""";
        return sql.sql(query)
                .param("branch", site.branch())
                .param("network", site.network())
                .query((row, n) -> new AppointmentRow.Waiting(
                        row.getString("id"),
                        row.getString("given") + " " + row.getString("family"),
                        row.getString("phone"),
                        row.getInt("items")))
                .list();
    }

    private List<Instant> free(Site site, LocalDate day, Instant now) {
        LocalDate last = site.calendar().dayOf(now).plusDays(site.policy().number(Key.SLOT_DAYS_AHEAD));
        if (!site.policy().offersAppointments() || day.isAfter(last)) {
            return List.of();
        }
        Map<Instant, Integer> taken = new HashMap<>();
        String query = """
                SELECT slot_from, count(*) AS taken FROM appointment
                WHERE branch = :branch AND day = :day AND state = 'agreed' GROUP BY slot_from""";
        sql.sql(query)
                .param("branch", site.branch())
                .param("day", day.toString())
                .query((RowCallbackHandler) row -> taken.put(Rows.time(row, "slot_from"), row.getInt("taken")));
        int most = site.policy().number(Key.SLOT_CAPACITY);
        return site.calendar().slots(day, site.policy().slot()).stream()
                .map(Slot::from)
                .filter(from -> from.isAfter(now) && taken.getOrDefault(from, 0) < most)
                .toList();
    }
}

package foyer.server.projection;

import foyer.server.circulation.Site;
import foyer.server.circulation.policy.Key;
import foyer.server.ledger.PolicyRows;
import foyer.server.ledger.Rows;
import foyer.server.ledger.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Agreed times of pickup, and which are left (domain B1, B8). */
@Component
public final class AppointmentLists {
    static final String APPOINTMENT = """
            SELECT appointment.*, branch.network, patron.given, patron.family, patron.phone
            FROM appointment JOIN branch ON branch.id = appointment.branch
                JOIN patron ON patron.id = appointment.patron
            """;

    private final JdbcClient sql;
    private final Snapshot snapshot;
    private final Clock clock;

    AppointmentLists(@Qualifier("projectionClient") JdbcClient projectionClient, Snapshot snapshot, Clock clock) {
        this.sql = projectionClient;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * @param patronName for staff only; so the phone, which is empty where none is known
     * @param state {@code agreed, kept, missed, cancelled}
     * @param door the compartment that is kept for it, with its {@code station}
     * @param version raised by every change
     */
    public record Appointment(
            String id,
            String network,
            String patron,
            String patronName,
            String patronPhone,
            String branch,
            Instant from,
            Instant until,
            LocalDate day,
            String state,
            Optional<String> station,
            Optional<String> door,
            long version) {
        @Override
        public String toString() {
            return "Appointment[" + id + "]";
        }
    }

    /** @param offered whether the branch hands over at agreed times: {@code none, offered, required} */
    public record Slots(String offered, List<FreeSlot> free) {
        public Slots {
            free = List.copyOf(free);
        }
    }

    /** @param left appointments that still fit in */
    public record FreeSlot(Instant from, Instant until, int left) {}

    public Optional<Appointment> find(String id) {
        return new Question(sql, APPOINTMENT)
                        .where("appointment.id = :id", "id", id)
                        .list("appointment.id", 1, (row, n) -> appointment(row))
                        .stream()
                        .findFirst();
    }

    /** Those a patron has agreed, the next first. */
    public List<Appointment> ofPatron(String patron) {
        return new Question(sql, APPOINTMENT)
                .where("appointment.patron = :patron", "patron", patron)
                .where("appointment.state = 'agreed'")
                .list("appointment.slot_from, appointment.id", Paging.MOST, (row, n) -> appointment(row));
    }

    /** A branch's appointments of a day in this state, in their order. */
    public Page<Appointment> onDay(String branch, LocalDate day, String state, Paging paging) {
        Question question = new Question(sql, APPOINTMENT)
                .where("appointment.branch = :branch", "branch", branch)
                .where("appointment.day = :day", "day", day.toString())
                .where("appointment.state = :state", "state", state);
        paging.after("appointments", 2)
                .ifPresent(cursor -> question.where("(appointment.slot_from, appointment.id) > (:from, :id)")
                        .with("from", cursor.number(0))
                        .with("id", cursor.keys().get(1)));
        List<Appointment> fetched =
                question.list("appointment.slot_from, appointment.id", paging.fetch(), (row, n) -> appointment(row));
        return Page.of(fetched, paging, row -> {
            String from = Long.toString(row.from().toEpochMilli());
            return new Cursor("appointments", List.of(from, row.id()));
        });
    }

    /**
     * What can still be agreed on a day; empty when there is no such branch in the network.
     *
     * @param patron whose own appointment does not count
     */
    public Optional<Slots> slots(String network, String branch, LocalDate day, String patron) {
        Instant now = clock.instant();
        return snapshot.read(() -> PolicyRows.site(sql, branch)
                .filter(site -> site.network().equals(network))
                .map(site -> new Slots(site.policy().value(Key.APPOINTMENTS), free(site, day, patron, now))));
    }

    private List<FreeSlot> free(Site site, LocalDate day, String patron, Instant now) {
        LocalDate today = site.calendar().dayOf(now);
        boolean ahead = !day.isBefore(today)
                && !day.isAfter(today.plusDays(site.policy().number(Key.SLOT_DAYS_AHEAD)));
        if (!site.policy().offersAppointments() || !ahead || doorsTaken(site.branch(), day, patron)) {
            return List.of();
        }
        Map<Instant, Integer> taken = taken(site.branch(), day, patron);
        int capacity = site.policy().number(Key.SLOT_CAPACITY);
        return site.calendar().slots(day, site.policy().slot()).stream()
                .filter(slot -> !slot.from().isBefore(now))
                .map(slot -> new FreeSlot(slot.from(), slot.until(), capacity - taken.getOrDefault(slot.from(), 0)))
                .filter(slot -> slot.left() > 0)
                .toList();
    }

    private Map<Instant, Integer> taken(String branch, LocalDate day, String patron) {
        Map<Instant, Integer> taken = new HashMap<>();
        String query = """
                        SELECT slot_from, count(*) AS times FROM appointment
                        WHERE branch = :branch AND day = :day AND state = 'agreed' AND patron <> :patron
                        GROUP BY slot_from""";
        sql.sql(query)
                .param("branch", branch)
                .param("day", day.toString())
                .param("patron", patron)
                .query((RowCallbackHandler) row -> taken.put(Rows.time(row, "slot_from"), row.getInt("times")));
        return taken;
    }

    /** Whether the branch has compartments and not one of them is left on this day. */
    private boolean doorsTaken(String branch, LocalDate day, String patron) {
        String query = """
                        SELECT count(*) AS doors, coalesce(sum(CASE WHEN
                            EXISTS (SELECT 1 FROM item WHERE item.station = compartment.station
                                AND item.compartment = compartment.id)
                            OR EXISTS (SELECT 1 FROM appointment taken WHERE taken.station = compartment.station
                                AND taken.compartment = compartment.id AND taken.day = :day
                                AND taken.state = 'agreed' AND taken.patron <> :patron)
                            THEN 1 ELSE 0 END), 0) AS taken
                        FROM compartment JOIN station ON station.id = compartment.station
                        WHERE station.branch = :branch AND compartment.present = 1""";
        return sql.sql(query)
                .param("branch", branch)
                .param("day", day.toString())
                .param("patron", patron)
                .query((row, n) -> row.getInt("doors") > 0 && row.getInt("doors") == row.getInt("taken"))
                .single();
    }

    static Appointment appointment(ResultSet row) throws SQLException {
        return new Appointment(
                row.getString("id"),
                row.getString("network"),
                row.getString("patron"),
                row.getString("given") + " " + row.getString("family"),
                row.getString("phone"),
                row.getString("branch"),
                Rows.time(row, "slot_from"),
                Rows.time(row, "slot_until"),
                LocalDate.parse(row.getString("day")),
                row.getString("state"),
                Rows.text(row, "station"),
                Rows.text(row, "compartment"),
                row.getLong("version"));
    }
}

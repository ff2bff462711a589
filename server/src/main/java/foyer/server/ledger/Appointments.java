package foyer.server.ledger;

import foyer.server.circulation.Appointing;
import foyer.server.circulation.Appointment;
import foyer.server.circulation.AppointmentId;
import foyer.server.circulation.By;
import foyer.server.circulation.Place;
import foyer.server.circulation.calendar.Slot;
import foyer.station.Birth;
import foyer.station.CompartmentId;
import foyer.station.PatronId;
import foyer.station.StationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appointments as rows, and which compartments are left for one. */
@Component
public final class Appointments {
    private final JdbcClient sql;

    Appointments(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** The one agreed with this patron at this branch. */
    public Optional<Appointment.Agreed> agreed(PatronId patron, String branch) {
        return sql.sql("SELECT * FROM appointment WHERE patron = :patron AND branch = :branch AND state = 'agreed'")
                .param("patron", patron.value())
                .param("branch", branch)
                .query((row, n) -> appointment(row))
                .optional()
                .map(Appointment.Agreed.class::cast);
    }

    public Optional<Appointment> find(AppointmentId id) {
        return sql.sql("SELECT * FROM appointment WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> appointment(row))
                .optional();
    }

    /** Its version, which every change raises; empty when there is no such appointment. */
    public Optional<Long> version(AppointmentId id) {
        return sql.sql("SELECT version FROM appointment WHERE id = :id")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    /** How many others have agreed on a slot that begins then. */
    public int taken(String branch, Instant from, PatronId butNot) {
        String query = """
                        SELECT count(*) FROM appointment
                        WHERE branch = :branch AND slot_from = :from AND state = 'agreed' AND patron <> :patron""";
        return sql.sql(query)
                .param("branch", branch)
                .param("from", from.toEpochMilli())
                .param("patron", butNot.value())
                .query(Integer.class)
                .single();
    }

    /** Compartments of the branch that nothing lies in and nobody else has reserved on this day, jammed ones excepted. */
    public List<Appointing.Free> free(String branch, LocalDate day, PatronId butNot) {
        String query = """
                        SELECT compartment.* FROM compartment JOIN station ON station.id = compartment.station
                        WHERE station.branch = :branch AND compartment.present = 1
                            AND NOT EXISTS (SELECT 1 FROM item WHERE item.station = compartment.station
                                AND item.compartment = compartment.id)
                            AND NOT EXISTS (SELECT 1 FROM appointment taken WHERE taken.station = compartment.station
                                AND taken.compartment = compartment.id AND taken.day = :day
                                AND taken.state = 'agreed' AND taken.patron <> :patron)
                            AND NOT EXISTS (SELECT 1 FROM discrepancy odd WHERE odd.station = compartment.station
                                AND odd.door = compartment.id AND odd.closed_at IS NULL)
                        ORDER BY compartment.station, compartment.id""";
        return sql.sql(query)
                .param("branch", branch)
                .param("day", day.toString())
                .param("patron", butNot.value())
                .query((row, n) -> new Appointing.Free(
                        new Place(new StationId(row.getString("station")), new CompartmentId(row.getString("id"))),
                        Birth.Size.valueOf(row.getString("size")),
                        Birth.Height.valueOf(row.getString("height"))))
                .list();
    }

    public boolean hasDoors(String branch) {
        String query = """
                        SELECT count(*) FROM compartment JOIN station ON station.id = compartment.station
                        WHERE station.branch = :branch AND compartment.present = 1""";
        return sql.sql(query).param("branch", branch).query(Integer.class).single() > 0;
    }

    /** Those whose slot has ended by now, at most {@code most}. */
    public List<AppointmentId> over(Instant now, int most) {
        String query = """
                        SELECT id FROM appointment WHERE state = 'agreed' AND slot_until <= :now
                        ORDER BY slot_until, id LIMIT :most""";
        return sql.sql(query)
                .param("now", now.toEpochMilli())
                .param("most", most)
                .query((row, n) -> new AppointmentId(row.getString(1)))
                .list();
    }

    void put(Appointment appointment) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        List.of("station", "compartment", "how", "by", "why").forEach(column -> columns.put(column, null));
        columns.put("id", appointment.id().value());
        columns.put("patron", appointment.facts().patron().value());
        columns.put("branch", appointment.facts().branch());
        columns.put("from", appointment.slot().from().toEpochMilli());
        columns.put("until", appointment.slot().until().toEpochMilli());
        columns.put("day", dayOf(appointment));
        columns.put("state", appointment.state());
        columns.put("at", stateColumns(appointment, columns).toEpochMilli());
        String query = """
                        INSERT INTO appointment (id, patron, branch, slot_from, slot_until, day, station, compartment,
                            state, state_at, by_how, by_id, by_why)
                        VALUES (:id, :patron, :branch, :from, :until, :day, :station, :compartment,
                            :state, :at, :how, :by, :why)
                        ON CONFLICT (id) DO UPDATE SET slot_from = excluded.slot_from, slot_until = excluded.slot_until,
                            day = excluded.day, station = excluded.station, compartment = excluded.compartment,
                            state = excluded.state, state_at = excluded.state_at, by_how = excluded.by_how,
                            by_id = excluded.by_id, by_why = excluded.by_why, version = appointment.version + 1""";
        sql.sql(query).params(columns).update();
    }

    private String dayOf(Appointment appointment) {
        String zone = sql.sql("SELECT zone FROM branch WHERE id = :id")
                .param("id", appointment.facts().branch())
                .query(String.class)
                .single();
        return appointment.slot().from().atZone(ZoneId.of(zone)).toLocalDate().toString();
    }

    private static Instant stateColumns(Appointment appointment, Map<String, @Nullable Object> columns) {
        return switch (appointment) {
            case Appointment.Agreed a -> {
                a.reserved().ifPresent(place -> {
                    columns.put("station", place.station().value());
                    columns.put("compartment", place.compartment().value());
                });
                by(a.by(), columns);
                yield a.at();
            }
            case Appointment.Kept a -> a.at();
            case Appointment.Missed a -> a.at();
            case Appointment.Cancelled a -> {
                by(a.by(), columns);
                yield a.at();
            }
        };
    }

    private static void by(By by, Map<String, @Nullable Object> columns) {
        ByColumns three = ByColumns.of(by);
        columns.put("how", three.how());
        columns.put("by", three.id());
        columns.put("why", three.why());
    }

    static Appointment appointment(ResultSet row) throws SQLException {
        Appointment.Facts facts = new Appointment.Facts(
                new AppointmentId(row.getString("id")), new PatronId(row.getString("patron")), row.getString("branch"));
        Slot slot = new Slot(Rows.time(row, "slot_from"), Rows.time(row, "slot_until"));
        Instant at = Rows.time(row, "state_at");
        String state = row.getString("state");
        return switch (state) {
            case "agreed" ->
                new Appointment.Agreed(
                        facts,
                        slot,
                        row.getString("compartment") == null ? Optional.empty() : Optional.of(Holds.place(row)),
                        who(row),
                        at);
            case "kept" -> new Appointment.Kept(facts, slot, at);
            case "missed" -> new Appointment.Missed(facts, slot, at);
            case "cancelled" -> new Appointment.Cancelled(facts, slot, who(row), at);
            default -> throw new IllegalStateException("no such state of an appointment: " + state);
        };
    }

    private static By who(ResultSet row) throws SQLException {
        return new ByColumns(row.getString("by_how"), row.getString("by_id"), row.getString("by_why")).by();
    }
}

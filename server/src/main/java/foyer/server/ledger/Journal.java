package foyer.server.ledger;

import foyer.server.circulation.Change;
import foyer.server.circulation.Mention;
import foyer.station.StationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened, what does not fit, and how often somebody was told no. Rows hold ids; names are looked up when read. */
@Component
public final class Journal {
    private final JdbcClient sql;

    Journal(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /**
     * @param kind the event's type name, or what a person did ({@code hold-placed})
     * @param who the acting person's or station's id
     * @param at the station's time where a station tells it
     */
    public record Line(
            Optional<StationId> station, String kind, String who, Mention mention, Instant at, Instant receivedAt) {}

    /** Answers the line's number. */
    public long write(Line line) {
        String query = """
                        INSERT INTO journal (station, kind, who, door, bin, hold, item, patron, staff, extra, at, received_at)
                        VALUES (:station, :kind, :who, :door, :bin, :hold, :item, :patron, :staff, :extra, :at, :received)
                        RETURNING id""";
        return sql.sql(query)
                .params(mention(line.mention()))
                .param("station", Rows.orNull(line.station()))
                .param("kind", line.kind())
                .param("who", line.who())
                .param("at", line.at().toEpochMilli())
                .param("received", line.receivedAt().toEpochMilli())
                .query(Long.class)
                .single();
    }

    /** Keeps a change with its line; whom it is about stands apart, so that it can be forgotten. */
    void keep(long line, Change change) {
        ChangeText text = ChangeText.of(change);
        String query = """
                        INSERT INTO journal_change (journal, kind, hold, loan, patron, body)
                        VALUES (:journal, :kind, :hold, :loan, :patron, :body)""";
        sql.sql(query)
                .param("journal", line)
                .param("kind", text.kind())
                .param("hold", Rows.orNull(text.hold()))
                .param("loan", Rows.orNull(text.loan()))
                .param("patron", Rows.orNull(text.patron()))
                .param("body", text.body())
                .update();
    }

    /** Once as long as it is open: what a station says at every connection is no news. */
    public void raiseOnce(Change.DiscrepancyRaised raised, Instant receivedAt) {
        Map<String, @Nullable Object> mention = mention(raised.mention());
        String query = """
                                SELECT count(*) FROM discrepancy WHERE station = :station AND kind = :kind
                                    AND coalesce(door, '') = coalesce(:door, '') AND extra = :extra AND closed_at IS NULL""";
        boolean open = sql.sql(query)
                        .param("station", raised.station().value())
                        .param("kind", raised.kind())
                        .param("door", mention.get("door"))
                        .param("extra", mention.get("extra"))
                        .query(Integer.class)
                        .single()
                > 0;
        if (!open) {
            raise(raised, receivedAt);
        }
    }

    void raise(Change.DiscrepancyRaised raised, Instant receivedAt) {
        String query = """
                        INSERT INTO discrepancy
                            (station, kind, door, bin, hold, item, patron, staff, part, extra, at, received_at)
                        VALUES (:station, :kind, :door, :bin, :hold, :item, :patron, :staff, :part, :extra, :at, :received)""";
        sql.sql(query)
                .params(mention(raised.mention()))
                .param("station", raised.station().value())
                .param("kind", raised.kind())
                .param("part", raised.mention().extra().get("part"))
                .param("at", raised.at().toEpochMilli())
                .param("received", receivedAt.toEpochMilli())
                .update();
    }

    void settle(Change.DoorSettled settled, Instant at) {
        String query = """
                        UPDATE discrepancy SET closed_at = :at, closed_by = :by
                        WHERE station = :station AND door = :door AND kind IN (:kinds) AND closed_at IS NULL""";
        sql.sql(query)
                .param("at", at.toEpochMilli())
                .param("by", settled.by())
                .param("station", settled.place().station().value())
                .param("door", settled.place().compartment().value())
                .param("kinds", settled.kinds())
                .update();
    }

    void settleHealth(StationId station, String part, Instant at) {
        String query = """
                        UPDATE discrepancy SET closed_at = :at, closed_by = :station
                        WHERE station = :station AND part = :part AND closed_at IS NULL""";
        sql.sql(query)
                .param("at", at.toEpochMilli())
                .param("station", station.value())
                .param("part", part)
                .update();
    }

    /** The network of a discrepancy that is still open; staff of another do not close it. */
    public Optional<String> openAlarm(long id) {
        String query = """
                        SELECT branch.network FROM discrepancy
                            JOIN station ON station.id = discrepancy.station JOIN branch ON branch.id = station.branch
                        WHERE discrepancy.id = :id AND discrepancy.closed_at IS NULL""";
        return sql.sql(query).param("id", id).query(String.class).optional();
    }

    /** Closes one discrepancy; answers whose station it was. */
    public StationId close(long id, String by, Instant at) {
        return sql.sql("UPDATE discrepancy SET closed_at = :at, closed_by = :by WHERE id = :id RETURNING station")
                .param("at", at.toEpochMilli())
                .param("by", by)
                .param("id", id)
                .query((row, n) -> new StationId(row.getString(1)))
                .single();
    }

    /**
     * Counts a refusal.
     *
     * @param network whose staff may see it
     * @param place the station's id, or {@code desk}
     */
    public void refused(String network, String place, String day, String reason) {
        String query = """
                        INSERT INTO refusal (network, place, day, reason, times)
                        VALUES (:network, :place, :day, :reason, 1)
                        ON CONFLICT (network, day, place, reason) DO UPDATE SET times = refusal.times + 1""";
        sql.sql(query)
                .param("network", network)
                .param("place", place)
                .param("day", day)
                .param("reason", reason)
                .update();
    }

    private static Map<String, @Nullable Object> mention(Mention mention) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("door", Rows.orNull(mention.door()));
        columns.put("bin", Rows.orNull(mention.bin()));
        columns.put("hold", Rows.orNull(mention.hold()));
        columns.put("item", Rows.orNull(mention.item()));
        columns.put("patron", mention.patron().map(ChangeText::column).orElse(null));
        columns.put("staff", Rows.orNull(mention.staff()));
        columns.put("extra", Rows.words(mention.extra()));
        return columns;
    }
}

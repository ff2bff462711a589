package foyer.server.ledger;

import foyer.station.Codec.Received;
import foyer.station.Epoch;
import foyer.station.EventEnvelope;
import foyer.station.StationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every station's events: applied, parked, or kept raw because they cannot be. Written by {@code ingest} alone. */
@Component
public final class StationEvents {
    private static final int MOST_RAW = 64 * 1024;

    private final JdbcClient sql;

    StationEvents(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /** How far this life of the station is applied without a gap; 0 at its beginning. */
    public long applied(StationId station, Epoch epoch) {
        return sql.sql("SELECT applied FROM ingest_cursor WHERE station = :station AND epoch = :epoch")
                .param("station", station.value())
                .param("epoch", epoch.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    public void applied(StationId station, Epoch epoch, long seq) {
        String query = """
                        INSERT INTO ingest_cursor (station, epoch, applied) VALUES (:station, :epoch, :seq)
                        ON CONFLICT (station, epoch) DO UPDATE SET applied = excluded.applied""";
        sql.sql(query)
                .param("station", station.value())
                .param("epoch", epoch.value())
                .param("seq", seq)
                .update();
    }

    /** The key alone refuses what was stored already. */
    public void keep(StationId station, Epoch epoch, EventEnvelope envelope, String body, Instant receivedAt) {
        String query = """
                        INSERT INTO station_event
                            (station, epoch, seq, boot, monotonic_ms, wall, clock, received_at, body)
                        VALUES (:station, :epoch, :seq, :boot, :monotonic, :wall, :clock, :received, :body)""";
        sql.sql(query)
                .param("station", station.value())
                .param("epoch", epoch.value())
                .param("seq", envelope.seq())
                .param("boot", envelope.boot())
                .param("monotonic", envelope.monotonicMs())
                .param("wall", envelope.wall().toEpochMilli())
                .param("clock", envelope.clock().name())
                .param("received", receivedAt.toEpochMilli())
                .param("body", body)
                .update();
    }

    /** Its place in the sequence is taken, though it could not be read or applied. */
    public void keepPlace(StationId station, Epoch epoch, long seq, Instant receivedAt) {
        String query = """
                        INSERT INTO station_event (station, epoch, seq, received_at)
                        VALUES (:station, :epoch, :seq, :received)""";
        sql.sql(query)
                .param("station", station.value())
                .param("epoch", epoch.value())
                .param("seq", seq)
                .param("received", receivedAt.toEpochMilli())
                .update();
    }

    /** An event that came before an earlier one. */
    public record Parked(String body, Optional<String> unread, Instant receivedAt) {}

    public void park(StationId station, Epoch epoch, Received received, String body, Instant receivedAt) {
        String unread =
                switch (received) {
                    case Received.Read read -> null;
                    case Received.Unreadable unreadable -> unreadable.why();
                };
        String query = """
                        INSERT INTO parked_event (station, epoch, seq, body, unread, received_at)
                        VALUES (:station, :epoch, :seq, :body, :unread, :received)
                        ON CONFLICT (station, epoch, seq) DO NOTHING""";
        sql.sql(query)
                .param("station", station.value())
                .param("epoch", epoch.value())
                .param("seq", received.seq())
                .param("body", body)
                .param("unread", unread)
                .param("received", receivedAt.toEpochMilli())
                .update();
    }

    /** Takes the event out of where it was parked. */
    public Optional<Parked> unpark(StationId station, Epoch epoch, long seq) {
        String query = """
                        DELETE FROM parked_event WHERE station = :station AND epoch = :epoch AND seq = :seq
                        RETURNING body, unread, received_at""";
        return sql.sql(query)
                .param("station", station.value())
                .param("epoch", epoch.value())
                .param("seq", seq)
                .query((row, n) ->
                        new Parked(row.getString("body"), Rows.text(row, "unread"), Rows.time(row, "received_at")))
                .optional();
    }

    /** Forgets what is parked at or before {@code seq}: it was passed over. */
    public void forgetParked(StationId station, Epoch epoch, long seq) {
        sql.sql("DELETE FROM parked_event WHERE station = :station AND epoch = :epoch AND seq <= :seq")
                .param("station", station.value())
                .param("epoch", epoch.value())
                .param("seq", seq)
                .update();
    }

    /**
     * What could not be read or applied.
     *
     * @param epoch and {@code seq}: when they could at least be read
     * @param why in words that repeat nothing of it
     */
    public record Dead(
            Optional<StationId> station, String topic, Optional<Epoch> epoch, Optional<Long> seq, String why) {}

    /** @param raw the message, or the event, as it came */
    public void bury(Dead dead, byte[] raw, Instant receivedAt) {
        String query = """
                        INSERT INTO dead_letter
                            (station, topic, epoch, seq, why, raw, bytes, digest, times, received_at)
                        VALUES (:station, :topic, :epoch, :seq, :why, :raw, :bytes, :digest, 1, :received)
                        ON CONFLICT (digest) DO UPDATE SET times = dead_letter.times + 1""";
        sql.sql(query)
                .param("station", Rows.orNull(dead.station()))
                .param("topic", dead.topic())
                .param("epoch", Rows.orNull(dead.epoch()))
                .param("seq", numberOrNull(dead.seq()))
                .param("why", dead.why())
                .param("raw", Arrays.copyOf(raw, Math.min(raw.length, MOST_RAW)))
                .param("bytes", raw.length)
                .param("digest", digest(dead, raw))
                .param("received", receivedAt.toEpochMilli())
                .update();
    }

    private static @Nullable Long numberOrNull(Optional<Long> number) {
        return number.orElse(null);
    }

    private static String digest(Dead dead, byte[] raw) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String place = dead.topic() + "\n" + Rows.orNull(dead.epoch()) + "\n" + Rows.orNull(dead.seq()) + "\n";
            digest.update(place.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(raw));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package foyer.kiosk.store;

import foyer.kiosk.circulation.Attempts;
import foyer.station.Codec;
import foyer.station.Epoch;
import foyer.station.EventEnvelope;
import foyer.station.Signed;
import foyer.station.StationEvent;
import foyer.station.UnreadableMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** A database just opened, looked through from end to end, and counted as one start more. */
record Opened(Connection db, Epoch epoch, long boot, long firstWaiting, Kept kept) {

    static Opened open(Path file) throws StoreFault {
        @Nullable Connection db = null;
        try {
            db = connect(file);
            try (Statement statement = db.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                Opened opened = read(db);
                statement.execute("COMMIT");
                return opened;
            }
        } catch (SQLException | StoreFault | UnreadableMessage | IllegalArgumentException damaged) {
            StoreFault fault = new StoreFault("database " + file.getFileName(), damaged);
            close(db, fault);
            throw fault;
        }
    }

    private static void close(@Nullable Connection db, StoreFault fault) {
        if (db != null) {
            try {
                db.close();
            } catch (SQLException also) {
                fault.addSuppressed(also);
            }
        }
    }

    /**
     * Every commit is on the disk when it returns. Transactions are begun and ended in SQL: left to the driver, the next
     * one would begin as soon as one ends, and keep the write lock.
     */
    static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** Sees what is committed, never waits for the writer and never keeps it waiting. */
    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private static Opened read(Connection db) throws SQLException, StoreFault, UnreadableMessage {
        if (Schema.isEmpty(db)) {
            Schema.create(db);
        }
        check(db);
        Epoch epoch = new Epoch(value(db, "epoch"));
        long boot = Long.parseLong(value(db, "boot")) + 1;
        Schema.put(db, "boot", Long.toString(boot));
        List<StationEvent> events = journal(db);
        long firstWaiting = number(db, "SELECT coalesce(min(seq), " + (events.size() + 1) + ") FROM outbox");
        if (events.size() + 1 - firstWaiting != number(db, "SELECT count(*) FROM outbox")) {
            throw new StoreFault("the outbox has a gap");
        }
        Kept kept = new Kept(
                events,
                attempts(db),
                desired(db),
                Long.parseLong(value(db, "running_ms")),
                Schema.get(db, "last_wall").map(Long::parseLong).map(Instant::ofEpochMilli),
                Optional.empty());
        return new Opened(db, epoch, boot, firstWaiting, kept);
    }

    private static void check(Connection db) throws SQLException, StoreFault {
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String verdict = rows.next() ? rows.getString(1) : "no answer";
            if (!"ok".equals(verdict)) {
                throw new StoreFault("integrity check: " + verdict);
            }
        }
        String schema = value(db, "schema");
        if (Integer.parseInt(schema) != Schema.VERSION) {
            throw new StoreFault("schema " + schema + " is not this software's " + Schema.VERSION);
        }
    }

    private static List<StationEvent> journal(Connection db) throws SQLException, StoreFault, UnreadableMessage {
        List<StationEvent> events = new ArrayList<>();
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("SELECT seq, event FROM journal ORDER BY seq")) {
            while (rows.next()) {
                if (rows.getLong(1) != events.size() + 1) {
                    throw new StoreFault("the journal has a gap before seq " + rows.getLong(1));
                }
                events.add(Codec.decode(rows.getString(2), EventEnvelope.class).event());
            }
        }
        return events;
    }

    private static Attempts attempts(Connection db) throws SQLException {
        List<Attempts.Attempt> attempts = new ArrayList<>();
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("SELECT ticket, mac, ms FROM attempts ORDER BY ms")) {
            while (rows.next()) {
                attempts.add(new Attempts.Attempt(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return new Attempts(attempts);
    }

    private static Optional<Signed> desired(Connection db) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("SELECT body, signature FROM desired")) {
            return rows.next() ? Optional.of(new Signed(rows.getString(1), rows.getString(2))) : Optional.empty();
        }
    }

    private static String value(Connection db, String name) throws SQLException, StoreFault {
        return Schema.get(db, name).orElseThrow(() -> new StoreFault("no " + name + " in it"));
    }

    private static long number(Connection db, String query) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.getLong(1);
        }
    }
}

package foyer.kiosk.store;

import foyer.station.Codec;
import foyer.station.Epoch;
import foyer.station.EventEnvelope;
import foyer.station.StationEvent;
import foyer.station.UnreadableMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The station's database, open: one connection writes, one reads. Safe from any thread; {@link #commit} waits at most
 * for one other transaction.
 */
public final class Store implements AutoCloseable {
    private static final String NAME = "station.db";

    private final Connection db;
    private final Connection reader;
    private final Epoch epoch;
    private final long boot;
    private final Kept kept;
    private final Reserve reserve;
    private Statements writing;
    private long lastSeq;
    private long firstWaiting;
    private boolean low;

    private Store(Opened opened, Kept kept, Path dir) throws SQLException, IOException {
        db = opened.db();
        epoch = opened.epoch();
        boot = opened.boot();
        this.kept = kept;
        lastSeq = opened.kept().events().size();
        firstWaiting = opened.firstWaiting();
        reserve = new Reserve(dir.resolve("reserve"));
        low = !reserve.fill();
        writing = new Statements(db);
        reader = Opened.reader(dir.resolve(NAME));
    }

    /**
     * Opens the database in {@code dir}, or makes it. One that is damaged is renamed, never deleted, and a new one with
     * a new epoch takes its place; so does one for a database that should be there and is not.
     *
     * @param expected the station was in use before, so there is a database to be found
     * @throws StoreFault when not even a new one can be made
     */
    public static Store open(Path dir, boolean expected) throws StoreFault {
        Path file = dir.resolve(NAME);
        try {
            Files.createDirectories(dir);
            // Patron ids and PIN hashes are nobody else's on this machine.
            Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
            Optional<String> lost = expected && !Files.exists(file)
                    ? Optional.of("the station's database was not found, a new one was begun")
                    : Optional.empty();
            Opened opened;
            try {
                opened = Opened.open(file);
            } catch (StoreFault damaged) {
                Path aside = setAside(dir);
                lost = Optional.of("a damaged database was set aside as " + aside.getFileName());
                opened = Opened.open(file);
            }
            Kept found = opened.kept();
            Kept kept = new Kept(
                    found.events(), found.attempts(), found.desired(), found.runningMs(), found.lastWall(), lost);
            return new Store(opened, kept, dir);
        } catch (IOException | SQLException e) {
            throw new StoreFault("database in " + dir, e);
        }
    }

    private static Path setAside(Path dir) throws IOException {
        int n = 1;
        while (Files.exists(dir.resolve(NAME + ".damaged-" + n))) {
            n++;
        }
        Path aside = dir.resolve(NAME + ".damaged-" + n);
        for (String part : List.of("-wal", "-shm")) {
            if (Files.exists(dir.resolve(NAME + part))) {
                Files.move(dir.resolve(NAME + part), dir.resolve(aside.getFileName() + part));
            }
        }
        Files.move(dir.resolve(NAME), aside);
        return aside;
    }

    public Epoch epoch() {
        return epoch;
    }

    /** How often this database was opened, this time included. */
    public long boot() {
        return boot;
    }

    public Kept kept() {
        return kept;
    }

    /** Seq of the newest event, 0 before the first. */
    public synchronized long lastSeq() {
        return lastSeq;
    }

    /** Seq of the oldest event the server has not acked, {@code lastSeq + 1} when there is none. */
    public synchronized long firstWaiting() {
        return firstWaiting;
    }

    /** The disk is full but for what the reserve gave back: nothing new may begin. */
    public synchronized boolean low() {
        return low;
    }

    /**
     * Journal, outbox and all else of one decision, on the disk when this returns; or nothing of it.
     *
     * @throws StoreFault when it could not be written; the same commit may be tried again
     */
    public synchronized void commit(Commit commit) throws StoreFault {
        try {
            write(commit);
        } catch (SQLException e) {
            if (low || !full(e)) {
                throw new StoreFault("commit", e);
            }
            low = true;
            try {
                reserve.give();
                write(commit);
            } catch (SQLException | IOException again) {
                throw new StoreFault("commit on a full disk", again);
            }
        }
        lastSeq += commit.facts().size();
    }

    private static boolean full(SQLException e) {
        return e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    }

    private void write(Commit commit) throws SQLException {
        writing.begin();
        try {
            long seq = lastSeq;
            for (StationEvent fact : commit.facts()) {
                seq++;
                EventEnvelope envelope = new EventEnvelope(
                        seq,
                        boot,
                        Math.max(0, commit.runningMs() - kept.runningMs()),
                        commit.wall(),
                        commit.clock(),
                        fact);
                writing.event(seq, Codec.encodeText(envelope));
            }
            writing.rest(commit);
            writing.commit();
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
    }

    /** The driver closes a statement that failed, so all are compiled anew. */
    private void rollback(SQLException cause) {
        try {
            writing.rollback();
            writing.close();
            writing = new Statements(db);
        } catch (SQLException also) {
            cause.addSuppressed(also);
        }
    }

    /** Up to {@code most} events from {@code from} on, in order; acked ones too, should the server ask for them again. */
    public List<EventEnvelope> events(long from, int most) throws StoreFault {
        synchronized (reader) {
            try (PreparedStatement query =
                    reader.prepareStatement("SELECT event FROM journal WHERE seq >= ? ORDER BY seq LIMIT ?")) {
                query.setLong(1, from);
                query.setInt(2, most);
                List<EventEnvelope> events = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        events.add(Codec.decode(rows.getString(1), EventEnvelope.class));
                    }
                }
                return events;
            } catch (SQLException | UnreadableMessage e) {
                throw new StoreFault("events", e);
            }
        }
    }

    /** Every event up to {@code seq} is in the server's ledger: only now does it leave the outbox. */
    public synchronized void acked(long seq) throws StoreFault {
        if (seq < firstWaiting || seq > lastSeq) {
            return;
        }
        try {
            // One statement is a transaction of its own.
            writing.acked(seq);
            firstWaiting = seq + 1;
        } catch (SQLException e) {
            throw new StoreFault("ack", e);
        }
    }

    /** For tests: the database may not grow beyond so many pages, as if the disk were full there. */
    synchronized void limitPages(int pages) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    /** Ends the connections; what was committed is on the disk already. */
    @Override
    public synchronized void close() throws StoreFault {
        synchronized (reader) {
            try (reader;
                    db) {
                writing.close();
            } catch (SQLException e) {
                throw new StoreFault("close", e);
            }
        }
    }
}

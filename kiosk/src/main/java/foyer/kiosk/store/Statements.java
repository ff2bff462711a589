package foyer.kiosk.store;

import foyer.kiosk.circulation.Attempts;
import foyer.station.Signed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The writer's statements, compiled once. */
final class Statements {
    private final Connection db;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement journal;
    private final PreparedStatement outbox;
    private final PreparedStatement meta;
    private final PreparedStatement desired;
    private final PreparedStatement counted;
    private final PreparedStatement forgiven;
    private final PreparedStatement forgotten;
    private final PreparedStatement acked;

    Statements(Connection db) throws SQLException {
        this.db = db;
        begin = db.prepareStatement("BEGIN IMMEDIATE");
        commit = db.prepareStatement("COMMIT");
        journal = db.prepareStatement("INSERT INTO journal VALUES (?, ?)");
        outbox = db.prepareStatement("INSERT INTO outbox VALUES (?)");
        meta = db.prepareStatement("INSERT OR REPLACE INTO meta VALUES (?, ?)");
        desired = db.prepareStatement("INSERT OR REPLACE INTO desired VALUES (1, ?, ?)");
        counted = db.prepareStatement("INSERT OR REPLACE INTO attempts VALUES (?, ?, ?)");
        forgiven = db.prepareStatement("DELETE FROM attempts WHERE ticket = ?");
        forgotten = db.prepareStatement("DELETE FROM attempts WHERE ms <= ?");
        acked = db.prepareStatement("DELETE FROM outbox WHERE seq <= ?");
    }

    void begin() throws SQLException {
        begin.executeUpdate();
    }

    void commit() throws SQLException {
        commit.executeUpdate();
    }

    void rollback() throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute("ROLLBACK");
        }
    }

    void event(long seq, String json) throws SQLException {
        journal.setLong(1, seq);
        journal.setString(2, json);
        journal.executeUpdate();
        outbox.setLong(1, seq);
        outbox.executeUpdate();
    }

    void rest(Commit commit) throws SQLException {
        for (Attempts.Change change : commit.attempts()) {
            attempt(change);
        }
        if (commit.desired().isPresent()) {
            Signed signed = commit.desired().get();
            desired.setString(1, signed.body());
            desired.setString(2, signed.signature());
            desired.executeUpdate();
        }
        meta("running_ms", commit.runningMs());
        meta("last_wall", commit.wall().toEpochMilli());
    }

    private void attempt(Attempts.Change change) throws SQLException {
        switch (change) {
            case Attempts.Change.Counted(Attempts.Attempt attempt) -> {
                forgotten.setLong(1, attempt.ms() - Attempts.DAY_MS);
                forgotten.executeUpdate();
                counted.setString(1, attempt.ticket());
                counted.setString(2, attempt.mac());
                counted.setLong(3, attempt.ms());
                counted.executeUpdate();
            }
            case Attempts.Change.Forgiven(String ticket) -> {
                forgiven.setString(1, ticket);
                forgiven.executeUpdate();
            }
        }
    }

    private void meta(String name, long value) throws SQLException {
        meta.setString(1, name);
        meta.setString(2, Long.toString(value));
        meta.executeUpdate();
    }

    void acked(long seq) throws SQLException {
        acked.setLong(1, seq);
        acked.executeUpdate();
    }

    void close() throws SQLException {
        for (PreparedStatement statement : new PreparedStatement[] {
            begin, commit, journal, outbox, meta, desired, counted, forgiven, forgotten, acked
        }) {
            statement.close();
        }
    }
}

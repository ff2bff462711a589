package foyer.kiosk.store;

import foyer.station.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The tables, and the few named values beside them. */
final class Schema {
    static final int VERSION = 1;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE journal(seq INTEGER PRIMARY KEY, event TEXT NOT NULL)",
            "CREATE TABLE outbox(seq INTEGER PRIMARY KEY REFERENCES journal(seq))",
            "CREATE TABLE desired(one INTEGER PRIMARY KEY CHECK (one = 1), body TEXT NOT NULL, signature TEXT NOT NULL)",
            "CREATE TABLE attempts(ticket TEXT PRIMARY KEY, mac TEXT NOT NULL, ms INTEGER NOT NULL) WITHOUT ROWID");

    private Schema() {}

    /** Makes the tables of an empty database, and its epoch. */
    static void create(Connection db) throws SQLException {
        try (Statement statement = db.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        put(db, "schema", Integer.toString(VERSION));
        put(db, "epoch", Ids.random());
        put(db, "boot", "0");
        put(db, "running_ms", "0");
    }

    static boolean isEmpty(Connection db) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
            return rows.getLong(1) == 0;
        }
    }

    static Optional<String> get(Connection db, String name) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("SELECT value FROM meta WHERE name = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    static void put(Connection db, String name, String value) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement("INSERT OR REPLACE INTO meta VALUES (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }
}

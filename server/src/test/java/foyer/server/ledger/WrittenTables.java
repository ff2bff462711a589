package foyer.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tables of a migrated database in words that can be compared. */
final class WrittenTables {
    private static final String HISTORY = "flyway_schema_history";

    private WrittenTables() {}

    /** SQLite's own words for everything in it, its triggers apart: {@code CREATE TABLE ...}, {@code CREATE INDEX ...}. */
    static List<String> ofSqlite(Connection sqlite) throws SQLException {
        return strings(sqlite, """
                SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL
                    AND tbl_name <> '%s' AND name NOT LIKE 'sqlite!_%%' ESCAPE '!' ORDER BY type DESC, rowid
                """.formatted(HISTORY));
    }

    static List<String> triggersOfSqlite(Connection sqlite) throws SQLException {
        return strings(sqlite, "SELECT tbl_name || ': ' || name FROM sqlite_master WHERE type = 'trigger' ORDER BY 1");
    }

    static List<String> triggersOfPostgresql(Connection postgresql) throws SQLException {
        return strings(postgresql, """
                SELECT DISTINCT event_object_table || ': ' || trigger_name FROM information_schema.triggers ORDER BY 1
                """);
    }

    /** Columns, constraints and indexes of a schema, each in PostgreSQL's words, one a line. */
    static Set<String> ofPostgresql(Connection postgresql, String schema) throws SQLException {
        execute(postgresql, "SET search_path TO " + schema);
        TreeSet<String> written = new TreeSet<>();
        written.addAll(strings(postgresql, """
                SELECT table_name || ' column ' || row_number() OVER (PARTITION BY table_name ORDER BY ordinal_position)
                    || ': ' || column_name || ' ' || data_type || ' nullable ' || is_nullable
                    || ' default ' || coalesce(column_default, 'none') || ' counted ' || is_identity
                FROM information_schema.columns WHERE table_schema = '%s' AND table_name <> '%s'
                """.formatted(schema, HISTORY)));
        written.addAll(strings(postgresql, """
                SELECT conrelid::regclass || ' constraint: ' || pg_get_constraintdef(oid) FROM pg_constraint
                WHERE connamespace = '%s'::regnamespace AND contype IN ('c', 'f', 'p', 'u')
                    AND conrelid IS DISTINCT FROM to_regclass('%s')
                """.formatted(schema, HISTORY)));
        written.addAll(strings(postgresql, """
                SELECT tablename || ' index: ' || replace(indexdef, '%s.', '') FROM pg_indexes
                WHERE schemaname = '%s' AND tablename <> '%s' AND indexname NOT IN (
                    SELECT conname FROM pg_constraint WHERE connamespace = '%s'::regnamespace)
                """.formatted(schema, schema, HISTORY, schema)));
        return written;
    }

    /** Makes SQLite's tables in PostgreSQL, in a schema of their own and in whatever order they can be made. */
    static void mirror(Connection postgresql, String schema, List<String> sqlite) throws SQLException {
        execute(postgresql, "CREATE SCHEMA " + schema);
        execute(postgresql, "SET search_path TO " + schema);
        List<String> left = new ArrayList<>(sqlite);
        List<SQLException> why = new ArrayList<>();
        int before = left.size() + 1;
        while (!left.isEmpty() && left.size() < before) {
            before = left.size();
            why.clear();
            left.removeIf(statement -> made(postgresql, translated(statement), why));
        }
        assertThat(left).as("not made: %s", why).isEmpty();
    }

    private static boolean made(Connection postgresql, String statement, List<SQLException> why) {
        try {
            execute(postgresql, statement);
            return true;
        } catch (SQLException e) {
            // As a table that refers to one which is not there yet: it has its turn again.
            why.add(e);
            return false;
        }
    }

    private static String translated(String statement) {
        return statement
                .replaceAll(
                        "(?i)\\bINTEGER\\s+PRIMARY\\s+KEY(\\s+AUTOINCREMENT)?",
                        "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
                .replaceAll("(?i)\\bBLOB\\b", "BYTEA");
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}

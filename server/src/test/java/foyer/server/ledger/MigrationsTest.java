package foyer.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import foyer.server.Settings;
import foyer.server.TestLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Both databases have the same tables after all migrations. SQLite writes down what it has as the statements that would
 * make it; PostgreSQL takes them in a schema beside its own and describes both in the same words.
 */
@Tag("postgresql")
class MigrationsTest {
    private static final String OWN = "public";
    private static final String MIRROR = "mirror";

    @TempDir
    private Path directory;

    @Test
    void bothFoldersHoldTheSameVersions() throws IOException {
        assertThat(versions("sqlite")).isNotEmpty().isEqualTo(versions("postgresql"));
    }

    @Test
    void bothDatabasesHaveTheSameTables() throws SQLException {
        try (Migrated both = migrated()) {
            WrittenTables.mirror(both.postgresql(), MIRROR, WrittenTables.ofSqlite(both.sqlite()));
            Set<String> own = WrittenTables.ofPostgresql(both.postgresql(), OWN);
            assertThat(own).hasSizeGreaterThan(100);
            assertThat(WrittenTables.ofPostgresql(both.postgresql(), MIRROR)).isEqualTo(own);
            assertThat(WrittenTables.triggersOfPostgresql(both.postgresql()))
                    .isNotEmpty()
                    .isEqualTo(WrittenTables.triggersOfSqlite(both.sqlite()));
        }
    }

    /** Each of these could be forgotten in one of the two folders. */
    @ParameterizedTest
    @CsvSource({
        "CHECK (cents > 0), CHECK (cents >= 0)",
        "'''held'', ''in-compartment''', '''in-compartment'''",
        "name_lv    TEXT, name_lv    TEXT NOT NULL",
        "year     INTEGER, year     BIGINT",
        "given         TEXT    NOT NULL, 'given TEXT NOT NULL DEFAULT ''x'''",
        "WHERE ended_at IS NULL, WHERE ended_at IS NOT NULL",
        "CREATE UNIQUE INDEX hold_one_per_title, CREATE INDEX hold_one_per_title",
        "'UNIQUE (network, card)', 'UNIQUE (card, network)'",
        "'hold      TEXT   UNIQUE REFERENCES hold (id)', 'hold TEXT UNIQUE'",
        "card_key        TEXT, cardkey        TEXT"
    })
    void aDifferenceIsFound(String was, String is) throws SQLException {
        try (Migrated both = migrated()) {
            List<String> sqlite = WrittenTables.ofSqlite(both.sqlite());
            List<String> changed =
                    sqlite.stream().map(statement -> statement.replace(was, is)).toList();
            assertThat(changed).isNotEqualTo(sqlite);
            WrittenTables.mirror(both.postgresql(), MIRROR, changed);
            assertThat(WrittenTables.ofPostgresql(both.postgresql(), MIRROR))
                    .isNotEqualTo(WrittenTables.ofPostgresql(both.postgresql(), OWN));
        }
    }

    private static List<String> versions(String folder) throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/" + folder + "/*");
        return Arrays.stream(found).map(Resource::getFilename).sorted().toList();
    }

    private record Migrated(Connection sqlite, Connection postgresql) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            sqlite.close();
            postgresql.close();
        }
    }

    private Migrated migrated() throws SQLException {
        String url = TestLedger.postgresql(directory);
        migrate(Sqlite.in(directory, 1));
        migrate(new Postgresql(url, new Settings.Ledger(url, TestLedger.USER, "", 1, 1)));
        return new Migrated(
                DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(LedgerConfiguration.FILE)),
                DriverManager.getConnection(url, TestLedger.USER, ""));
    }

    /** As the server does it at its start. */
    private static void migrate(Database database) {
        try (HikariDataSource writer = new HikariDataSource(database.writer())) {
            new LedgerConfiguration().flyway(database, writer);
        }
    }
}

package foyer.server.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import foyer.server.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.sqlite.SQLiteConfig;

/** SQLite as the ledger: write-ahead log, synchronous FULL, foreign keys on. */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {
    /** The database's file in the data directory. */
    public static final String FILE = "ledger.db";

    private static final int READERS = 4;
    private static final int BUSY_MS = 10_000;

    /** The one connection that writes. A second writer only waits its turn, here rather than in the database. */
    @Bean
    @Primary
    HikariDataSource ledgerWriter(Settings settings) {
        makeFile(settings.data());
        SQLiteConfig config = base();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return new HikariDataSource(pool("ledger-writer", settings.data(), config, 1));
    }

    @Bean
    @DependsOn("flyway")
    HikariDataSource ledgerReader(Settings settings) {
        SQLiteConfig config = base();
        HikariConfig pool = pool("ledger-reader", settings.data(), config, READERS);
        // Said by the connection rather than by opening the file read-only, which a write-ahead log does not allow.
        pool.setConnectionInitSql("PRAGMA query_only = ON");
        return new HikariDataSource(pool);
    }

    @Bean
    Flyway flyway(DataSource ledgerWriter) {
        Flyway flyway = Flyway.configure()
                .dataSource(ledgerWriter)
                .locations("classpath:db/migration/sqlite")
                .failOnMissingLocations(true)
                .load();
        flyway.migrate();
        return flyway;
    }

    @Bean
    @DependsOn("flyway")
    Ledger ledger(DataSource ledgerWriter) {
        return new Ledger(new DataSourceTransactionManager(ledgerWriter));
    }

    @Bean
    @Primary
    @DependsOn("flyway")
    JdbcClient ledgerClient(DataSource ledgerWriter) {
        return JdbcClient.create(ledgerWriter);
    }

    /** What projections read with: it cannot write. */
    @Bean
    JdbcClient projectionClient(HikariDataSource ledgerReader) {
        return JdbcClient.create(ledgerReader);
    }

    /** Several questions of one page, asked of one state of the ledger and over one connection. */
    @Bean
    Snapshot snapshot(HikariDataSource ledgerReader) {
        return new Snapshot(new DataSourceTransactionManager(ledgerReader));
    }

    private static SQLiteConfig base() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MS);
        return config;
    }

    private static HikariConfig pool(String name, Path data, SQLiteConfig sqlite, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl("jdbc:sqlite:" + data.resolve(FILE).toAbsolutePath());
        Properties properties = sqlite.toProperties();
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(connections);
        config.setMaxLifetime(0);
        return config;
    }

    /** Patrons' names lie here, so nobody but the server's user looks in; its companions get the file's permissions. */
    private static void makeFile(Path data) {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(
                        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path file = data.resolve(FILE);
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be made in " + data, e);
        }
    }
}

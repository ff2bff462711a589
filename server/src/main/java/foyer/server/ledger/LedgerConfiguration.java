package foyer.server.ledger;

import com.zaxxer.hikari.HikariDataSource;
import foyer.server.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The ledger's database with its tables, and who writes and reads it by which connections. */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {
    /** SQLite's file in the data directory. */
    public static final String FILE = "ledger.db";

    @Bean
    Database database(Settings settings) {
        makeDirectory(settings.data());
        Settings.Ledger ledger = settings.ledger();
        String url = ledger.url();
        return url == null ? Sqlite.in(settings.data(), ledger.readers()) : new Postgresql(url, ledger);
    }

    @Bean
    @Primary
    HikariDataSource ledgerWriter(Database database) {
        return new HikariDataSource(database.writer());
    }

    @Bean
    @DependsOn("flyway")
    HikariDataSource ledgerReader(Database database) {
        return new HikariDataSource(database.reader());
    }

    @Bean
    Flyway flyway(Database database, DataSource ledgerWriter) {
        Flyway flyway = Flyway.configure()
                .dataSource(database.migrating(ledgerWriter))
                .locations("classpath:db/migration/" + database.migrations())
                .failOnMissingLocations(true)
                .load();
        flyway.migrate();
        return flyway;
    }

    @Bean
    @DependsOn("flyway")
    Ledger ledger(Database database, DataSource ledgerWriter) {
        return new Ledger(new DataSourceTransactionManager(ledgerWriter), database.besideEachOther());
    }

    @Bean
    @DependsOn("flyway")
    Checkpoints checkpoints(Database database) {
        return new Checkpoints(database.checkpoints());
    }

    @Bean
    @Primary
    @DependsOn("flyway")
    JdbcClient ledgerClient(DataSource ledgerWriter) {
        return JdbcClient.create(ledgerWriter);
    }

    /** What projections read with: it cannot write. */
    @Bean
    JdbcClient projectionClient(@Qualifier("ledgerReader") DataSource ledgerReader) {
        return JdbcClient.create(ledgerReader);
    }

    /** Several questions of one page, asked of one state of the ledger and over one connection. */
    @Bean
    Snapshot snapshot(@Qualifier("ledgerReader") DataSource ledgerReader) {
        return new Snapshot(new DataSourceTransactionManager(ledgerReader));
    }

    /** What is decided from, for those who only explain it. */
    @Bean
    Picture shownPicture(@Qualifier("projectionClient") JdbcClient projectionClient) {
        return Picture.over(projectionClient);
    }

    /** Keys lie here, and with SQLite patrons' names: nobody but the server's user looks in. */
    private static void makeDirectory(Path data) {
        try {
            if (!Files.isDirectory(data)) {
                Files.createDirectories(
                        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("there can be no data directory " + data, e);
        }
    }
}

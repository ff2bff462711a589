package foyer.server.ledger;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;

/**
 * SQLite: write-ahead log, synchronous FULL, foreign keys on. One connection writes; a second writer only waits its turn,
 * there rather than in the database.
 *
 * @param file is there
 */
record Sqlite(Path file, int readers) implements Database {
    private static final int BUSY_MS = 10_000;

    /** Patrons' names lie here, so nobody but the server's user looks in; its companions get the file's permissions. */
    static Sqlite in(Path data, int readers) {
        Path file = data.resolve(LedgerConfiguration.FILE);
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be made in " + data, e);
        }
        return new Sqlite(file, readers);
    }

    @Override
    public HikariConfig writer() {
        SQLiteConfig config = base();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        HikariConfig pool = pool("ledger-writer", config, 1);
        pool.setConnectionInitSql(Checkpoints.LATEST);
        return pool;
    }

    @Override
    public boolean besideEachOther() {
        return false;
    }

    @Override
    public HikariConfig reader() {
        HikariConfig pool = pool("ledger-reader", base(), readers);
        // Said by the connection rather than by opening the file read-only, which a write-ahead log does not allow.
        pool.setConnectionInitSql("PRAGMA query_only = ON");
        return pool;
    }

    @Override
    public Optional<String> checkpoints() {
        return Optional.of(url());
    }

    private String url() {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    @Override
    public String migrations() {
        return "sqlite";
    }

    @Override
    public DataSource migrating(DataSource writer) {
        return writer;
    }

    private static SQLiteConfig base() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MS);
        return config;
    }

    private HikariConfig pool(String name, SQLiteConfig sqlite, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url());
        config.setDataSourceProperties(sqlite.toProperties());
        config.setMaximumPoolSize(connections);
        config.setMaxLifetime(0);
        return config;
    }
}

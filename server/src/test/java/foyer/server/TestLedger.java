package foyer.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/**
 * Where a test's servers have their ledger: in {@code -Dfoyer.test.ledger}, {@code sqlite} or {@code postgresql}. Each
 * directory has a ledger of its own, which outlives the servers that are started over it.
 */
public final class TestLedger {
    public static final String USER = "postgres";

    private static final boolean POSTGRESQL =
            switch (System.getProperty("foyer.test.ledger", "sqlite")) {
                case "sqlite" -> false;
                case "postgresql" -> true;
                case String other -> throw new IllegalArgumentException("foyer.test.ledger: there is no " + other);
            };
    private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestLedger() {}

    /** Whether the ledger is a file in the server's data directory. */
    public static boolean inFiles() {
        return !POSTGRESQL;
    }

    /** One PostgreSQL of this JVM, gone when the last server in it is. */
    private static final class Postgresql {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres started = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                // Spring calls it after it has stopped every server of this JVM.
                SpringApplication.getShutdownHandlers().add(() -> stop(started));
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres started) {
            try {
                started.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What a server over this directory is told of its ledger. */
    public static List<String> arguments(Path directory) {
        return POSTGRESQL
                ? List.of("--foyer.ledger.url=" + postgresql(directory), "--foyer.ledger.user=" + USER)
                : List.of();
    }

    /** The ledger that servers over this directory have. */
    public static Connection connect(Path directory) throws SQLException {
        return POSTGRESQL
                ? DriverManager.getConnection(postgresql(directory), USER, "")
                : DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/ledger.db"));
    }

    /** The URL of a database in PostgreSQL, whatever the other tests run on; empty when it is first asked for. */
    public static String postgresql(Path directory) {
        return DATABASES.computeIfAbsent(directory, made -> make("foyer" + COUNT.incrementAndGet()));
    }

    /** As the server's documentation tells an administrator to make it. */
    private static String make(String name) {
        try (Connection connection = Postgresql.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
            return "jdbc:postgresql://localhost:" + Postgresql.RUNNING.getPort() + "/" + name;
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made", e);
        }
    }
}

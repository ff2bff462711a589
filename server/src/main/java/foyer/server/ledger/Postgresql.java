package foyer.server.ledger;

import com.zaxxer.hikari.HikariConfig;
import foyer.server.Settings;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * PostgreSQL: writing transactions are SERIALIZABLE, reading ones REPEATABLE READ, each said once to every connection.
 * Time-outs, encryption and the like stand in the URL, as its driver's documentation names them.
 */
record Postgresql(String url, Settings.Ledger settings) implements Database {
    @Override
    public HikariConfig writer() {
        HikariConfig pool = pool("ledger-writer", settings.writers());
        pool.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        return pool;
    }

    @Override
    public boolean besideEachOther() {
        return true;
    }

    @Override
    public HikariConfig reader() {
        HikariConfig pool = pool("ledger-reader", settings.readers());
        // Said by the connection: the driver keeps its own read-only flag from what is asked outside of a transaction.
        pool.setConnectionInitSql(
                "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        return pool;
    }

    @Override
    public Optional<String> checkpoints() {
        return Optional.empty();
    }

    @Override
    public String migrations() {
        return "postgresql";
    }

    /** Of its own, since a migration has to see what another server's has just committed. */
    @Override
    public DataSource migrating(DataSource writer) {
        DriverManagerDataSource own = new DriverManagerDataSource(url);
        own.setUsername(settings.user());
        own.setPassword(settings.password());
        return own;
    }

    private HikariConfig pool(String name, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setMaximumPoolSize(connections);
        return config;
    }

    @Override
    public String toString() {
        return "Postgresql[]";
    }
}

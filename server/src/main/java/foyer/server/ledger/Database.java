package foyer.server.ledger;

import com.zaxxer.hikari.HikariConfig;
import java.util.Optional;
import javax.sql.DataSource;

/** Where the ledger lies: in an SQLite file of this one server, or in PostgreSQL, which several servers may share. */
sealed interface Database permits Sqlite, Postgresql {
    /** Connections whose transactions are as if one came after the other. */
    HikariConfig writer();

    /** Whether transactions may run beside each other; else each has its turn, in the order in which they came. */
    boolean besideEachOther();

    /** Connections that cannot write, and of which each transaction sees one moment. */
    HikariConfig reader();

    /** Where to connect to for its checkpoints; empty when it makes them by itself. */
    Optional<String> checkpoints();

    /** The folder of the migrations that make its tables. */
    String migrations();

    /** What migrations are made with. */
    DataSource migrating(DataSource writer);
}

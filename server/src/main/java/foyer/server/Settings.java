package foyer.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Everything under {@code foyer.} that the server's inner rooms are told.
 *
 * @param data the data directory: ledger (SQLite), keys, broker, {@code ports.properties}; made when missing
 * @param url how stations reach the web server from outside; empty means this machine's loopback and the port it got
 * @param importDirectory {@code foyer.import}: a directory of CSV files, read once into an empty ledger
 * @param stations stations to be enrolled: for each that is not yet, an enrolment file is written at the start
 */
@ConfigurationProperties("foyer")
public record Settings(
        @DefaultValue("data") Path data,
        @Nullable String url,
        @Name("import") @Nullable Path importDirectory,
        @DefaultValue Ledger ledger,
        @DefaultValue Broker broker,
        @DefaultValue List<Station> stations) {
    public Settings {
        stations = List.copyOf(stations);
    }

    public Optional<String> publicUrl() {
        return Optional.ofNullable(url);
    }

    public Optional<Path> importFrom() {
        return Optional.ofNullable(importDirectory);
    }

    /**
     * @param url {@code jdbc:postgresql:...}; absent: an SQLite file in the data directory
     * @param user whose database it is; he may make tables in it
     * @param writers connections that write, 1 or more; of SQLite's there is always one
     * @param readers connections that pages read with, 1 or more
     */
    public record Ledger(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("4") int writers,
            @DefaultValue("4") int readers) {
        private static final String POSTGRESQL = "jdbc:postgresql:";

        public Ledger {
            if (url != null && !url.startsWith(POSTGRESQL)) {
                throw new IllegalArgumentException("foyer.ledger.url begins with " + POSTGRESQL);
            }
            if (writers < 1 || readers < 1) {
                throw new IllegalArgumentException("foyer.ledger.writers and foyer.ledger.readers count from 1");
            }
        }

        @Override
        public String toString() {
            return "Ledger[" + (url == null ? "SQLite" : "PostgreSQL") + "]";
        }
    }

    /**
     * @param bind the address the TLS listener binds to
     * @param port 0: any free port
     * @param names further DNS names or addresses in the broker's certificate; the first is told to stations
     * @param plaintextPort a listener without TLS, on loopback only and only when it is given; for looking at messages
     *     on one's own machine
     */
    public record Broker(
            @DefaultValue("0.0.0.0") String bind,
            @DefaultValue("8883") int port,
            @DefaultValue List<String> names,
            @Nullable Integer plaintextPort) {
        public Broker {
            names = List.copyOf(names);
        }

        public Optional<Integer> plaintext() {
            return Optional.ofNullable(plaintextPort);
        }
    }

    /**
     * @param id as in its certificate
     * @param branch where it stands
     * @param enrolmentFile where the enrolment is written, readable by the owner only
     */
    public record Station(String id, String branch, Path enrolmentFile) {}
}

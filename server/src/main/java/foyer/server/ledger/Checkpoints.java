package foyer.server.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Moves what was written from SQLite's write-ahead log into its file, beside whoever writes. Left to itself the writer
 * does so in the middle of somebody's command, which then takes tens of milliseconds longer. What is in the log is as
 * durable as what is in the file, so nothing depends on when this happens.
 */
final class Checkpoints implements SmartLifecycle {
    /** Where the writer does it after all: 80 MB of log, should this never find the time. */
    static final String LATEST = "PRAGMA wal_autocheckpoint = 20000";

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long PAUSE_MS = 500;

    private final Optional<String> url;
    private @Nullable Thread worker;

    /** @param url of the database; empty when there is nothing to do */
    Checkpoints(Optional<String> url) {
        this.url = url;
    }

    @Override
    public synchronized void start() {
        Thread started = Thread.ofPlatform()
                .name("ledger-checkpoints")
                .daemon()
                .unstarted(() -> url.ifPresent(Checkpoints::again));
        worker = started;
        started.start();
    }

    /** Returns when the one in hand is done. */
    @Override
    public synchronized void stop() {
        Thread stopped = worker;
        worker = null;
        if (stopped != null) {
            stopped.interrupt();
            try {
                stopped.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void again(String url) {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
                once(url);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    private static void once(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            // As on a full disk. The log only grows meanwhile.
            LOG.warn("the ledger's log could not be moved into its file: {}", e.getMessage());
        }
    }
}

package foyer.whole;

import foyer.station.Codec;
import foyer.station.HoldId;
import foyer.station.ServerMessage.Desired;
import foyer.station.Signed;
import foyer.station.UnreadableMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What a running kiosk has stored, read beside it: how the demonstration and the tests know that it has heard. */
final class StationDatabase {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final Path file;

    StationDatabase(Path file) {
        this.file = file;
    }

    void awaitToLoad(HoldId hold) throws IOException, InterruptedException {
        await("may load " + hold, desired -> desired.toLoad().stream()
                .anyMatch(load -> load.hold().equals(hold)));
    }

    void awaitGrant(HoldId hold) throws IOException, InterruptedException {
        await("may hand out " + hold, desired -> desired.grants().stream()
                .flatMap(grant -> grant.items().stream())
                .anyMatch(item -> item.hold().equals(hold)));
    }

    private void await(String what, Predicate<Desired> wanted) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!desired().filter(wanted).isPresent()) {
            if (System.nanoTime() > until) {
                throw new IOException("The station has not heard that it " + what);
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        }
    }

    private Optional<Desired> desired() throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=5000");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select body, signature from desired")) {
            if (!rows.next()) {
                return Optional.empty();
            }
            Signed signed = new Signed(rows.getString(1), rows.getString(2));
            return Optional.of(Codec.decode(signed.body(), Desired.class));
        } catch (SQLException | UnreadableMessage e) {
            throw new IOException(e);
        }
    }
}

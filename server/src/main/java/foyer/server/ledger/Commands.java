package foyer.server.ledger;

import foyer.station.PatronId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Patrons' commands by their key, so that a repetition gets the first answer again. */
@Component
public final class Commands {
    private final JdbcClient sql;

    Commands(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /**
     * @param digest of what was asked
     * @param done the id that was answered, or else {@code refused} and {@code detail} are there
     */
    public record Given(String digest, Optional<String> done, Optional<String> refused, String detail) {}

    public Optional<Given> find(PatronId patron, String key) {
        return sql.sql("SELECT * FROM command WHERE patron = :patron AND command_key = :key")
                .param("patron", patron.value())
                .param("key", key)
                .query((row, n) -> new Given(
                        row.getString("digest"),
                        Rows.text(row, "done"),
                        Rows.text(row, "refused"),
                        Rows.text(row, "detail").orElse("")))
                .optional();
    }

    public void keep(PatronId patron, String key, Given given, Instant at) {
        String query = """
                        INSERT INTO command (patron, command_key, digest, done, refused, detail, at)
                        VALUES (:patron, :key, :digest, :done, :refused, :detail, :at)""";
        sql.sql(query)
                .param("patron", patron.value())
                .param("key", key)
                .param("digest", given.digest())
                .param("done", Rows.orNull(given.done()))
                .param("refused", Rows.orNull(given.refused()))
                .param("detail", given.detail())
                .param("at", at.toEpochMilli())
                .update();
    }
}

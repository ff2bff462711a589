package foyer.server.ledger;

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

    public Optional<Given> find(String who, String key) {
        return sql.sql("SELECT * FROM command WHERE who = :who AND command_key = :key")
                .param("who", who)
                .param("key", key)
                .query((row, n) -> new Given(
                        row.getString("digest"),
                        Rows.text(row, "done"),
                        Rows.text(row, "refused"),
                        Rows.text(row, "detail").orElse("")))
                .optional();
    }

    /** @return whether it is new; one that was given before is left as it was */
    public boolean keep(String who, String key, Given given, Instant at) {
        String query = """
                        INSERT INTO command (who, command_key, digest, done, refused, detail, at)
                        VALUES (:who, :key, :digest, :done, :refused, :detail, :at)
                        ON CONFLICT (who, command_key) DO NOTHING""";
        return sql.sql(query)
                        .param("who", who)
                        .param("key", key)
                        .param("digest", given.digest())
                        .param("done", Rows.orNull(given.done()))
                        .param("refused", Rows.orNull(given.refused()))
                        .param("detail", given.detail())
                        .param("at", at.toEpochMilli())
                        .update()
                == 1;
    }
}

package foyer.server.ledger;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who does a duty while more than one server could: who holds it until a moment, and is asked again before it. */
@Component
public final class Duties {
    private final JdbcClient sql;

    Duties(JdbcClient ledgerClient) {
        this.sql = ledgerClient;
    }

    /**
     * Takes the duty, or keeps it.
     *
     * @return whether it is this holder's until then; another's that has not run out is left alone
     */
    public boolean take(String name, String holder, Instant now, Instant until) {
        String query = """
                        INSERT INTO duty (name, holder, until) VALUES (:name, :holder, :until)
                        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
                        WHERE duty.holder = excluded.holder OR duty.until <= :now""";
        return sql.sql(query)
                        .param("name", name)
                        .param("holder", holder)
                        .param("until", until.toEpochMilli())
                        .param("now", now.toEpochMilli())
                        .update()
                == 1;
    }

    /** Gives it back, so that another server need not wait for it to run out. */
    public void give(String name, String holder) {
        sql.sql("DELETE FROM duty WHERE name = :name AND holder = :holder")
                .param("name", name)
                .param("holder", holder)
                .update();
    }
}

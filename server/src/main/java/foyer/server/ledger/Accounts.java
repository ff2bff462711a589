package foyer.server.ledger;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Web credentials of patrons and staff. Never written from here. */
@Component
public final class Accounts {
    private final JdbcClient sql;

    Accounts(@Qualifier("projectionClient") JdbcClient projectionClient) {
        this.sql = projectionClient;
    }

    /** @param label a patron's language, a member of staff's name */
    public record Account(String id, String network, String branch, String label, String passwordHash) {
        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }

    public Optional<Account> patron(String login) {
        return find(
                "SELECT id, network, branch, language AS label, password_hash FROM patron WHERE login = :login", login);
    }

    public Optional<Account> staff(String login) {
        return find("SELECT id, network, branch, name AS label, password_hash FROM staff WHERE login = :login", login);
    }

    private Optional<Account> find(String query, String login) {
        return sql.sql(query)
                .param("login", login)
                .query((row, n) -> new Account(
                        row.getString("id"),
                        row.getString("network"),
                        row.getString("branch"),
                        row.getString("label"),
                        row.getString("password_hash")))
                .optional();
    }
}

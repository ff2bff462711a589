package foyer.server.patron;

import foyer.server.ledger.Accounts;
import foyer.server.staff.Argon2;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Patrons by user name and password, for the web and REST. */
@Component
public final class PatronDirectory {
    private final Accounts accounts;

    PatronDirectory(Accounts accounts) {
        this.accounts = accounts;
    }

    /** One answer and one timing for an unknown user and a wrong password. */
    public Optional<Reader> signIn(String user, String password) {
        Optional<Accounts.Account> account = accounts.patron(user);
        boolean right = Argon2.matches(
                password, account.map(Accounts.Account::passwordHash).orElse(Argon2.nobody()));
        return account.filter(found -> right)
                .map(found -> new Reader(found.id(), found.network(), found.branch(), found.label()));
    }

    public record Reader(String id, String network, String branch, String language) {}
}

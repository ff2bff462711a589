package foyer.server.patron;

import foyer.server.ledger.Accounts;
import foyer.server.staff.Passwords;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Patrons by user name and password, for the web and REST. */
@Component
public final class PatronDirectory {
    private final Accounts accounts;
    private final Passwords passwords;

    PatronDirectory(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** One answer and one timing for an unknown user and a wrong password. */
    public Optional<Reader> signIn(String user, String password) {
        Optional<Accounts.Account> account = accounts.patron(user);
        boolean right = passwords.right(password, account.map(Accounts.Account::passwordHash));
        return account.filter(found -> right)
                .map(found -> new Reader(found.id(), found.network(), found.branch(), found.label()));
    }

    public record Reader(String id, String network, String branch, String language) {}
}

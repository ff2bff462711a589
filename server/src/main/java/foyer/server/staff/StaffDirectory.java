package foyer.server.staff;

import foyer.server.ledger.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Staff by user name and password, for the web. */
@Component
public final class StaffDirectory {
    private final Accounts accounts;
    private final Passwords passwords;

    StaffDirectory(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** One answer and one timing for an unknown user and a wrong password. */
    public Optional<Member> signIn(String user, String password) {
        Optional<Accounts.Account> account = accounts.staff(user);
        boolean right = passwords.right(password, account.map(Accounts.Account::passwordHash));
        return account.filter(found -> right)
                .map(found -> new Member(found.id(), found.network(), found.branch(), found.label()));
    }

    public record Member(String id, String network, String branch, String name) {
        @Override
        public String toString() {
            return "Member[" + id + "]";
        }
    }
}

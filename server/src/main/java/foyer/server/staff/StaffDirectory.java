package foyer.server.staff;

import java.util.Optional;

/** Staff by user name and password, for the web. */
public interface StaffDirectory {
    /** One answer and one timing for an unknown user and a wrong password. */
    Optional<Member> signIn(String user, String password);

    record Member(String id, String network, String branch, String name) {
        @Override
        public String toString() {
            return "Member[" + id + "]";
        }
    }
}

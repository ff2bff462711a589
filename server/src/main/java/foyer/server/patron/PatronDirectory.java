package foyer.server.patron;

import java.util.Optional;

/** Patrons by user name and password, for the web and REST. */
public interface PatronDirectory {
    /** One answer and one timing for an unknown user and a wrong password. */
    Optional<Reader> signIn(String user, String password);

    record Reader(String id, String network, String branch, String language) {}
}

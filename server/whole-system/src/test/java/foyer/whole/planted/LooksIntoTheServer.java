package foyer.whole.planted;

import foyer.server.projection.LedgerChanged;
import java.util.Optional;

/** Breaks: the whole never looks into the server. */
final class LooksIntoTheServer {
    LedgerChanged changed() {
        return new LedgerChanged(Optional.empty());
    }
}

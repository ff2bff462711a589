package foyer.server.planted.patron;

import foyer.server.circulation.Change;
import foyer.server.ledger.Changes;
import java.time.Instant;
import java.util.List;

final class Writes {
    private Writes() {}

    static void write(Changes changes, List<Change> decided) {
        changes.apply(decided, Instant.EPOCH);
    }
}

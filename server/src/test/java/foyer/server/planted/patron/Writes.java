package foyer.server.planted.patron;

import foyer.server.circulation.Change;
import foyer.server.ledger.Changes;
import foyer.server.ledger.Journal;
import java.util.List;

final class Writes {
    private Writes() {}

    static void write(Changes changes, Journal.Line line, List<Change> decided) {
        changes.apply(line, decided);
    }
}

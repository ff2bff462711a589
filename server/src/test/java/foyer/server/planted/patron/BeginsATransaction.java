package foyer.server.planted.patron;

import foyer.server.ledger.Ledger;

final class BeginsATransaction {
    private BeginsATransaction() {}

    static int one(Ledger ledger) {
        return ledger.write(() -> 1);
    }
}

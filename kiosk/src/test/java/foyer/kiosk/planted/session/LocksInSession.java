package foyer.kiosk.planted.session;

import foyer.bridge.LockBank;

public final class LocksInSession {
    public int doors(LockBank bank) {
        return bank.compartments().size();
    }
}

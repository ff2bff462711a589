package foyer.kiosk.planted.screen;

import foyer.kiosk.store.Store;

public final class StoreInScreen {
    public long waiting(Store store) {
        return store.lastSeq();
    }
}

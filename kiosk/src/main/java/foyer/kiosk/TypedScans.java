package foyer.kiosk;

import foyer.bridge.WindowKeys;
import foyer.kiosk.screen.Keys;

/** The bridge's sorting of keys, for the window that has them. */
public record TypedScans(WindowKeys window) implements Keys {
    @Override
    public String key(char key, long at) {
        return window.key(key, at);
    }

    @Override
    public String silence(long at) {
        return window.silence(at);
    }

    @Override
    public boolean isPending() {
        return window.isPending();
    }
}

package foyer.bridge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the listener of a part's health when it changes, and only then: a dead line is tried for ever, told once. */
final class HealthBook {
    private final BridgeListener listener;
    private final Map<String, Boolean> told = new ConcurrentHashMap<>();

    HealthBook(BridgeListener listener) {
        this.listener = listener;
    }

    /** Told the first time and at each change. */
    void say(String part, boolean well, String words) {
        Boolean before = told.put(part, well);
        if (before == null || before != well) {
            listener.health(part, well, words);
        }
    }
}

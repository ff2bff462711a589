package foyer.bridge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is used up in a hardware file, and what nothing hangs on yet. */
final class Claims {
    /** A name, an address, a channel, a grid cell or a device, and the line that uses it. */
    private final Map<String, Integer> taken = new HashMap<>();

    private final Map<String, Statement> unused = new HashMap<>();

    /**
     * Takes something for good.
     *
     * @param instead what to do if it is taken already
     */
    void claim(Statement statement, String what, String instead) throws HardwareFault {
        claim(statement, what, what, instead);
    }

    /** @param key by which it is the same thing; {@code what} is how it is called */
    void claim(Statement statement, String key, String what, String instead) throws HardwareFault {
        Integer earlier = taken.putIfAbsent(key, statement.line());
        if (earlier != null) {
            throw statement.fault(what + " is taken by line " + earlier + "; " + instead);
        }
    }

    /** Something must hang on it before the file ends. */
    void awaitUse(String what, Statement statement) {
        unused.put(what, statement);
    }

    void use(String what) {
        unused.remove(what);
    }

    Optional<Statement> firstUnused() {
        return unused.values().stream().min(Comparator.comparingInt(Statement::line));
    }
}

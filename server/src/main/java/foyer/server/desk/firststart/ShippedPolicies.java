package foyer.server.desk.firststart;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Policies of two real networks, by the way they lend; a library begins with one and changes what it likes. */
public final class ShippedPolicies {
    public static final List<String> NAMES = List.of("reviewed", "by-appointment");

    private ShippedPolicies() {}

    /** Its values by key; empty when there is none of this name. */
    public static Optional<Map<String, String>> find(String name) {
        return NAMES.contains(name)
                ? Optional.of(read("/foyer/server/policy/" + name + ".properties"))
                : Optional.empty();
    }

    private static Map<String, String> read(String file) {
        Properties read = new Properties();
        try (InputStream in = ShippedPolicies.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the policy " + file + " is not in this build");
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        Map<String, String> values = new HashMap<>();
        read.forEach((key, value) -> values.put((String) key, (String) value));
        return Map.copyOf(values);
    }
}

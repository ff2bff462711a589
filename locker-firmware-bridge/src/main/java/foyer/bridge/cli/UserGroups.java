package foyer.bridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The groups this process has, which are those of the last login: a group that was added since does not count yet. */
final class UserGroups {
    /** The lines of the kernel's word on this process: the login's group, and all others. */
    private static final List<String> LINES = List.of("Gid:", "Groups:");

    private UserGroups() {}

    /** Their names; empty where the system has no such lists. */
    static List<String> of(Path root) throws IOException {
        Path status = root.resolve("proc/self/status");
        if (!Files.isReadable(status)) {
            return List.of();
        }
        Set<String> numbers = Files.readAllLines(status).stream()
                .filter(text -> LINES.stream().anyMatch(text::startsWith))
                .flatMap(text ->
                        Stream.of(text.substring(text.indexOf(':') + 1).strip().split("\\s+")))
                .collect(Collectors.toSet());
        return entries(root)
                .filter(entry -> entry.length > 2 && numbers.contains(entry[2]))
                .map(entry -> entry[0])
                .toList();
    }

    static boolean exists(Path root, String group) {
        try {
            return entries(root).anyMatch(entry -> entry[0].equals(group));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String[]> entries(Path root) throws IOException {
        Path groups = root.resolve("etc/group");
        return Files.isReadable(groups)
                ? Files.readAllLines(groups).stream().map(line -> line.split(":", -1))
                : Stream.empty();
    }
}

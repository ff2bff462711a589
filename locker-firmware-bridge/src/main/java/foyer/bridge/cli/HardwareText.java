package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.HardwareFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a hardware file, changed in places: comments, order and columns stay as somebody wrote them. */
final class HardwareText {
    private static final Pattern STATEMENT = Pattern.compile("\\s*(\\S+)\\s+(\\S+).*");

    private final List<String> lines;

    private HardwareText(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    static HardwareText read(Path file) throws IOException {
        return new HardwareText(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    /** The contact value that means closed, as a hardware file writes it. */
    static String closed(Hardware.Input input) {
        return input.closedWhenShorted() ? "0x11" : "0x00";
    }

    /** Puts doors where they really are. */
    HardwareText wired(Hardware hardware, Map<String, Correction.Wiring> doors) {
        return changed("door", name -> Optional.ofNullable(doors.get(name)).map(wiring -> statement -> {
            boolean pins = hardware.board(wiring.lock().board()).kind() == Hardware.BoardKind.GPIO;
            boolean sameChannel = wiring.sensor().channel() == wiring.lock().channel() && !pins;
            String moved = field(statement, "board", wiring.lock().board());
            moved = field(moved, "channel", Integer.toString(wiring.lock().channel()));
            moved = sameChannel
                    ? without(moved, "sensor")
                    : field(moved, "sensor", Integer.toString(wiring.sensor().channel()));
            boolean usual = wiring.sensor().closedWhenShorted() && !moved.contains(" closed=");
            return usual ? moved : field(moved, "closed", closed(wiring.sensor()));
        }));
    }

    /**
     * Gives lines and scanners other ways.
     *
     * @param lines what stands behind {@code line NAME}, by name
     * @param scanners what stands behind {@code scanner NAME}
     */
    HardwareText plugged(Map<String, String> lines, Map<String, String> scanners) {
        return changed("line", name -> Optional.ofNullable(lines.get(name)).map(way -> replaced("line", name, way)))
                .changed("scanner", name -> Optional.ofNullable(scanners.get(name))
                        .map(way -> replaced("scanner", name, way)));
    }

    private static UnaryOperator<String> replaced(String word, String name, String way) {
        return statement -> word + " " + name + " " + way;
    }

    /** What is to become of a named statement; empty if it stays. */
    private interface Changes {
        Optional<UnaryOperator<String>> of(String name);
    }

    private HardwareText changed(String word, Changes changes) {
        List<String> result = new ArrayList<>();
        for (String line : lines) {
            int hash = line.indexOf('#');
            String statement = hash < 0 ? line : line.substring(0, hash);
            String comment = hash < 0 ? "" : line.substring(hash);
            Matcher words = STATEMENT.matcher(statement);
            boolean named = words.matches() && words.group(1).equals(word);
            Optional<UnaryOperator<String>> change = named ? changes.of(words.group(2)) : Optional.empty();
            result.add(change.map(
                            way -> (way.apply(statement.stripTrailing()) + (comment.isEmpty() ? "" : "  " + comment)))
                    .orElse(line));
        }
        return new HardwareText(result);
    }

    private static String field(String statement, String key, String value) {
        Matcher found = Pattern.compile("(\\s" + key + "=)\\S*").matcher(statement);
        return found.find()
                ? statement.substring(0, found.end(1)) + value + statement.substring(found.end())
                : statement + " " + key + "=" + value;
    }

    private static String without(String statement, String key) {
        return statement.replaceFirst("\\s" + key + "=\\S*", "");
    }

    List<String> lines() {
        return lines;
    }

    /**
     * Writes it, if the bridge can start from it; a file that is there is replaced as a whole or not at all.
     *
     * @throws HardwareFault if it could not; nothing is written then
     */
    void write(Path file) throws HardwareFault, IOException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        Path draft = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".draft");
        try {
            Files.write(draft, lines, StandardCharsets.UTF_8);
            var unused = Hardware.read(draft);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

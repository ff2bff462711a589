package foyer.kiosk;

import foyer.kiosk.screen.ScreenOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The kiosk's configuration file; {@code docs/kiosk.md} describes it. Paths are relative to the file's own folder.
 *
 * @param enrolment the server's file for a new station; needed at the first start only
 */
record Config(Path data, Path hardware, Optional<Path> enrolment, ScreenOptions screen) {
    private static final Set<String> KNOWN = Set.of(
            "data",
            "hardware",
            "enrolment.file",
            "screen.headless",
            "screen.fullscreen",
            "screen.dark",
            "screen.speech",
            "screen.mirror.port",
            "screen.mirror.token");

    /** @throws IllegalArgumentException naming the line that is missing, unknown or cannot be meant */
    static Config read(Path file) throws IOException {
        Properties lines = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            lines.load(in);
        }
        Set<String> unknown = new TreeSet<>(lines.stringPropertyNames());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(file + ": unknown " + unknown + "; known are " + new TreeSet<>(KNOWN));
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        return new Config(
                folder.resolve(required(lines, file, "data")),
                folder.resolve(required(lines, file, "hardware")),
                value(lines, "enrolment.file").map(folder::resolve),
                screen(lines));
    }

    private static ScreenOptions screen(Properties lines) {
        String headless = value(lines, "screen.headless").orElse("auto");
        boolean none =
                switch (headless) {
                    case "true" -> true;
                    case "false" -> false;
                    case "auto" -> !ScreenOptions.displayPresent();
                    default ->
                        throw new IllegalArgumentException("screen.headless is auto, true or false, not " + headless);
                };
        ScreenOptions options = none ? ScreenOptions.noDisplay() : ScreenOptions.window();
        if (flag(lines, "screen.fullscreen")) {
            options = options.withFullScreen();
        }
        if (flag(lines, "screen.dark")) {
            options = options.withDark();
        }
        Optional<String> speech = value(lines, "screen.speech");
        if (speech.isPresent()) {
            options = options.withSpeech(List.of(speech.get().split("\\s+")));
        }
        Optional<String> port = value(lines, "screen.mirror.port");
        if (port.isPresent()) {
            options = options.withMirror(
                    Integer.parseInt(port.get()),
                    value(lines, "screen.mirror.token").orElse(""));
        }
        return options;
    }

    private static boolean flag(Properties lines, String name) {
        String value = value(lines, name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(name + " is true or false, not " + value);
        }
        return value.equals("true");
    }

    private static String required(Properties lines, Path file, String name) {
        return value(lines, name).orElseThrow(() -> new IllegalArgumentException(file + ": " + name + " is missing"));
    }

    private static Optional<String> value(Properties lines, String name) {
        return Optional.ofNullable(lines.getProperty(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}

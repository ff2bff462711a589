package foyer.station;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The frozen examples as they lie in the jar, and what each file's name says it is. */
final class Examples {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private Examples() {}

    record Example(String name, String text, Class<?> type) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        JsonNode tree() {
            return JSON.readTree(text);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Example> all() {
        try (Stream<Path> files = Files.list(folder())) {
            List<Example> found = files.filter(f -> f.toString().endsWith(".json"))
                    .sorted()
                    .map(Examples::read)
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("no examples");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Example named(String name) {
        return all().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    static JsonNode resource(String path) {
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream(path), path)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        URL url = Objects.requireNonNull(Examples.class.getResource("/examples/v1"));
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Example read(Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        try {
            return new Example(name, Files.readString(file), type(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String name) {
        return switch (name.split("-", -1)[0]) {
            case "evt" -> name.startsWith("evt-batch") ? EventBatch.class : EventEnvelope.class;
            case "ack", "resend" -> ServerMessage.class;
            case "desired" -> name.equals("desired-signed") ? Signed.class : ServerMessage.class;
            case "birth" -> Birth.class;
            case "state" -> StationState.class;
            case "link" -> Link.class;
            default -> throw new IllegalStateException("what is " + name + "?");
        };
    }
}

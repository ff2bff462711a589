package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** {@code locker-bridge} in this process: the whole command line, with streams of its own. */
final class Tool implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int RUNNING = -1;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final PipedOutputStream keys = new PipedOutputStream();
    private final AtomicInteger exit = new AtomicInteger(RUNNING);
    private final Thread thread;

    /** What a run came to. */
    record Run(int exit, String out, String err) {
        JsonNode json() {
            return Json.MAPPER.readTree(out);
        }
    }

    private Tool(Screen screen, String... arguments) throws IOException {
        InputStream in = new PipedInputStream(keys);
        Surroundings surroundings = surroundings(in, out, err, screen, Path.of("/"));
        thread = Thread.ofPlatform()
                .daemon()
                .name("tool")
                .start(() -> exit.set(LockerBridge.commandLine(surroundings).execute(arguments)));
    }

    private static Surroundings surroundings(
            InputStream in, StringWriter out, StringWriter err, Screen screen, Path root) {
        return new Surroundings(
                new Answers(in),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                screen,
                Clock.fixed(Instant.parse("2026-11-25T12:30:15Z"), ZoneOffset.UTC),
                root);
    }

    /** Runs a command to its end, with nothing typed. */
    static Run run(String... arguments) {
        return runOn(Path.of("/"), "", arguments);
    }

    /** Runs a command to its end, with all of the input there from the start. */
    static Run typed(String input, String... arguments) {
        return runOn(Path.of("/"), input, arguments);
    }

    static Run runOn(Path root, String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int exit = LockerBridge.commandLine(surroundings(in, out, err, Screen.none(), root))
                .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }

    /** Starts a command that is talked with; standard output is no terminal. */
    static Tool start(String... arguments) throws IOException {
        return new Tool(Screen.none(), arguments);
    }

    static Tool startOn(Screen screen, String... arguments) throws IOException {
        return new Tool(screen, arguments);
    }

    void type(String line) {
        try {
            keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            keys.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    String out() {
        return out.toString();
    }

    /** Waits until a text has been printed so many times. */
    void awaitPrinted(String text, int times) {
        await().atMost(PATIENCE)
                .failFast("it has ended", () -> exit.get() != RUNNING && count(text) < times)
                .untilAsserted(() ->
                        assertThat(count(text)).as("%s in %s%s", text, out, err).isGreaterThanOrEqualTo(times));
    }

    private int count(String text) {
        return (out.toString() + err).split(Pattern.quote(text), -1).length - 1;
    }

    /** As Ctrl-C does. */
    void interrupt() {
        thread.interrupt();
    }

    /** Waits for the end. */
    Run end() {
        await().atMost(PATIENCE).until(() -> exit.get() != RUNNING);
        return new Run(exit.get(), out.toString(), err.toString());
    }

    @Override
    public void close() throws IOException {
        keys.close();
        thread.interrupt();
        await().atMost(PATIENCE).until(() -> !thread.isAlive());
    }
}

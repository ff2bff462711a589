package foyer.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A program of ours as a process of its own, on the JDK this one runs on, with its words in a log file. */
final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** Starts {@code java -jar}; what it says is added to {@code name.log} in {@code directory}. */
    static Child java(String name, Path directory, List<String> jvm, Path jar, List<String> arguments)
            throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("There is no " + jar.getFileName() + " yet: run mvn package first.");
        }
        Files.createDirectories(directory);
        Path log = directory.resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Libraries of ours still use what this JDK warns of; the warnings would stand first in every log.
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(jvm);
        command.add("-jar");
        command.add(jar.toAbsolutePath().toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Child(name, log, process);
    }

    /** Waits until {@code found} gives something; fails with the log's end when the process dies or takes too long. */
    <T> T await(String what, Supplier<Optional<T>> found) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> value = found.get();
            if (value.isPresent()) {
                return value.get();
            }
            if (process.waitFor(LOOK_AGAIN)) {
                throw new IOException(name + " ended with " + process.exitValue() + " before " + what + "\n" + tail());
            }
            if (System.nanoTime() > until) {
                throw new IOException(
                        name + " took longer than " + PATIENCE.toSeconds() + " s for " + what + "\n" + tail());
            }
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing of the process runs after it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as a service manager does; SIGKILL after 20 s. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    Path log() {
        return log;
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}

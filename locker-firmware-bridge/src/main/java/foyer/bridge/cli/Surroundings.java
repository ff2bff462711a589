package foyer.bridge.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What a command works with.
 *
 * @param clock the time of day, for people
 * @param root of the file system in which devices and the kernel's lists are looked for: {@code /}
 */
record Surroundings(Answers in, PrintWriter out, PrintWriter err, Screen screen, Clock clock, Path root) {
    /** This process's own. */
    static Surroundings ofProcess() {
        return new Surroundings(
                new Answers(System.in),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Screen.ofProcess(),
                Clock.system(ZoneId.systemDefault()),
                Path.of("/"));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

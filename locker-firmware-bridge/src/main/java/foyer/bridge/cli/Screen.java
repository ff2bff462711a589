package foyer.bridge.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the output goes.
 *
 * @param terminal whether standard output is one
 * @param errTerminal whether standard error is one
 * @param colors whether standard output may be coloured; never with {@code NO_COLOR}
 * @param size of the terminal, at least 20 columns; asked anew now and then
 */
record Screen(boolean terminal, boolean errTerminal, boolean colors, Supplier<Size> size) {
    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4}) (\\d{1,4})\\s*");
    private static final int LEAST_COLUMNS = 20;
    private static final long STTY_MILLIS = 500;

    /** A file or a pipe. */
    static Screen none() {
        return new Screen(false, false, false, () -> Size.USUAL);
    }

    /** This process's. */
    static Screen ofProcess() {
        boolean terminal = isTerminal(1);
        String noColor = System.getenv("NO_COLOR");
        boolean colors = terminal && (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return new Screen(terminal, isTerminal(2), colors, new Measure());
    }

    /** {@link System#console} knows only of input and output together. */
    private static boolean isTerminal(int descriptor) {
        try {
            return TERMINAL.matcher(Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                            .toString())
                    .matches();
        } catch (IOException noProc) {
            return Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .isPresent();
        }
    }

    /** Columns and rows. */
    record Size(int columns, int rows) {
        private static final Size USUAL = new Size(80, 24);
    }

    /** Asks the terminal through stty, at most once a second: a window is made wider seldom. */
    private static final class Measure implements Supplier<Size> {
        private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

        private Optional<Size> last = Optional.empty();
        private long at;

        @Override
        public synchronized Size get() {
            if (last.isEmpty() || System.nanoTime() - at > FRESH) {
                last = Optional.of(ask());
                at = System.nanoTime();
            }
            return last.get();
        }

        private static Size ask() {
            try {
                Process stty = new ProcessBuilder("stty", "size")
                        .redirectInput(new File("/dev/tty"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!stty.waitFor(STTY_MILLIS, TimeUnit.MILLISECONDS)) {
                    stty.destroyForcibly();
                    return Size.USUAL;
                }
                return read(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            } catch (IOException noTerminal) {
                return Size.USUAL;
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return Size.USUAL;
            }
        }

        private static Size read(String answer) {
            Matcher size = SIZE.matcher(answer);
            // A terminal that nobody has told its size says 0 0.
            return size.matches() && !size.group(1).equals("0")
                    ? new Size(
                            Math.max(LEAST_COLUMNS, Integer.parseInt(size.group(2))), Integer.parseInt(size.group(1)))
                    : Size.USUAL;
        }
    }
}

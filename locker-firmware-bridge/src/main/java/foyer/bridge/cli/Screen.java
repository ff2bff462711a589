package foyer.bridge.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the output goes.
 *
 * @param terminal whether standard output is one
 * @param errTerminal whether standard error is one
 * @param colors whether standard output may be coloured; never with {@code NO_COLOR}
 * @param width columns of the terminal, asked anew each time, at least 20
 */
record Screen(boolean terminal, boolean errTerminal, boolean colors, IntSupplier width) {
    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/\\d+|tty.*|console)");
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{2,4})\\s*");
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 20;
    private static final long STTY_MILLIS = 500;

    /** A file or a pipe. */
    static Screen none() {
        return new Screen(false, false, false, () -> USUAL_WIDTH);
    }

    /** This process's. */
    static Screen ofProcess() {
        boolean terminal = isTerminal(1);
        String noColor = System.getenv("NO_COLOR");
        boolean colors = terminal && (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
        return new Screen(terminal, isTerminal(2), colors, Screen::measure);
    }

    /** {@link System#console} knows only of input and output together. */
    private static boolean isTerminal(int descriptor) {
        try {
            Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
            return TERMINAL.matcher(target.toString()).matches();
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .isPresent();
        }
    }

    private static int measure() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(STTY_MILLIS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return USUAL_WIDTH;
            }
            Matcher size = SIZE.matcher(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            return size.matches() ? Math.max(LEAST_WIDTH, Integer.parseInt(size.group(1))) : USUAL_WIDTH;
        } catch (IOException noTerminal) {
            return USUAL_WIDTH;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}

package foyer.server.ingest;

import java.util.Arrays;
import java.util.stream.Collectors;

/** An exception for the log without its words, which may quote what a station or a row said of a person. */
final class Trace {
    private static final int FRAMES = 12;

    private Trace() {}

    static String of(Throwable problem) {
        return problem.getClass().getName()
                + Arrays.stream(problem.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "\n    at " + frame)
                        .collect(Collectors.joining());
    }
}

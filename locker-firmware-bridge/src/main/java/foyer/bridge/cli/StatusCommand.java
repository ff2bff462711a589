package foyer.bridge.cli;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what every contact says. Opens nothing. */
@CommandLine.Command(
        name = "status",
        description = "Shows every door, bin, switch, line, board and scanner. Opens nothing.")
final class StatusCommand extends Command {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long REDRAW = Observed.seconds(1);

    @Parameters(paramLabel = "HARDWARE-FILE", description = "The station's hardware file.")
    private Path file = Path.of("");

    @Option(
            names = "--watch",
            description = "Go on until Ctrl-C: a table that is kept up to date, or one line per change where the output"
                    + " is no terminal.")
    private boolean watch;

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            description = "With --watch: end by itself after so many seconds, with what the state is then.")
    private int seconds = Integer.MAX_VALUE;

    StatusCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Exception {
        try (Station station = Station.start(read(file))) {
            if (!watch) {
                StatusReport report = StatusReport.of(station);
                if (json()) {
                    document(report);
                } else {
                    text(report).forEach(out()::println);
                    out().flush();
                }
                return report.exit();
            }
            long until = System.nanoTime() + Math.min(Long.MAX_VALUE / 4, Observed.seconds(1) * seconds);
            if (surroundings.screen().terminal() && !json()) {
                live(station, until);
            } else {
                changes(station, until);
            }
            return StatusReport.of(station).exit();
        }
    }

    /** Nothing is cut off where the output is no terminal. */
    private List<String> text(StatusReport report) {
        Screen screen = surroundings.screen();
        int width = screen.terminal() ? screen.size().get().columns() : Integer.MAX_VALUE;
        return new StatusText(style(), width).lines(report);
    }

    private void live(Station station, long until) throws Stopped, InterruptedException {
        try (LiveTable table = new LiveTable(out())) {
            while (System.nanoTime() - until < 0) {
                List<String> lines = text(StatusReport.of(station));
                table.draw(lines, surroundings.screen().size().get().rows(), "Ctrl-C ends");
                pass();
                // What came meanwhile is drawn together.
                Optional<Observed.Change> change =
                        station.seen().next(Math.min(REDRAW, Math.max(0, until - System.nanoTime())));
                while (change.isPresent()) {
                    change = station.seen().next(0);
                }
            }
        }
    }

    /** One change as a line of JSON. */
    private record Line(String time, String part, String state) {}

    private void changes(Station station, long until) throws Stopped, InterruptedException {
        while (true) {
            long left = until - System.nanoTime();
            Optional<Observed.Change> change = station.seen().next(Math.max(0, left));
            if (change.isEmpty()) {
                return;
            }
            String time = LocalTime.now(surroundings.clock()).format(TIME);
            String part = change.get().part();
            String state = change.get().state();
            out().println(json() ? Json.line(new Line(time, part, state)) : time + " " + part + " " + state);
            pass();
        }
    }
}

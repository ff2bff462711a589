package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.Workbench;
import foyer.bridge.line.LineLost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what scanners read without showing what it says. */
@CommandLine.Command(
        name = "scan",
        description = {
            "Shows what each scanner reads: kind of bars, length, check digit, format. Ctrl-C ends.",
            "The number itself is not shown, for a card may carry a person's identity code; --show shows it."
        })
final class ScanCommand extends Command {
    private static final int MOST_WAITING = 1_000;

    @Parameters(paramLabel = "HARDWARE-FILE", description = "The station's hardware file.")
    private Path file = Path.of("");

    @Option(names = "--show", description = "Show the number too. Only with cards of your own.")
    private boolean show;

    @Option(names = "--count", paramLabel = "SCANS", description = "End after so many scans.")
    private int count = Integer.MAX_VALUE;

    @Option(names = "--for", paramLabel = "SECONDS", description = "End after so many seconds.")
    private int seconds = Integer.MAX_VALUE;

    ScanCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Exception {
        Hardware hardware = read(file);
        if (hardware.scanners().isEmpty()) {
            throw new Refused("no scanner stands in " + file);
        }
        BlockingQueue<ScanEars.Heard> heard = new LinkedBlockingQueue<>(MOST_WAITING);
        List<ScanEars> ears = new ArrayList<>();
        try (Workbench bench = new Workbench(hardware)) {
            boolean lost = false;
            for (Hardware.ScannerMap scanner : hardware.scanners()) {
                Optional<ScanEars> open = open(bench, scanner, heard, hardware);
                open.ifPresent(ears::add);
                lost |= open.isEmpty() && !(scanner.kind() instanceof Hardware.Keyboard);
            }
            if (ears.isEmpty()) {
                return lost ? Exit.LOST : Exit.FOUND;
            }
            say("Scan something. "
                    + (show
                            ? "Numbers are shown: they may be persons' identity codes."
                            : "Numbers are"
                                    + " not shown, for they may be persons' identity codes (--show shows them)."));
            return Math.max(lost ? Exit.LOST : Exit.FINE, listen(heard));
        } finally {
            ears.forEach(ScanEars::close);
        }
    }

    private Optional<ScanEars> open(
            Workbench bench, Hardware.ScannerMap scanner, BlockingQueue<ScanEars.Heard> heard, Hardware hardware)
            throws InterruptedException {
        if (scanner.kind() instanceof Hardware.Keyboard) {
            say("scanner " + scanner.name() + " types into the window that has the focus; it is not listened to here."
                    + " Do not scan with it now: this terminal would show the number.");
            return Optional.empty();
        }
        try {
            return ScanEars.open(bench, scanner, hardware.codes(), heard);
        } catch (LineLost lost) {
            say("scanner " + scanner.name() + ": " + lost.getMessage());
            return Optional.empty();
        }
    }

    private int listen(BlockingQueue<ScanEars.Heard> heard) throws Stopped, InterruptedException {
        long until = System.nanoTime() + Math.min(Long.MAX_VALUE / 4, Observed.seconds(1) * seconds);
        int exit = Exit.FINE;
        for (int scans = 0; scans < count; scans++) {
            ScanEars.Heard next = heard.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            switch (next) {
                case null -> {
                    return exit;
                }
                case ScanEars.Heard.Lost(String scanner, String why) -> {
                    say("scanner " + scanner + " is lost: " + why);
                    return Exit.LOST;
                }
                case ScanEars.Heard.Scanned(ScanWords words, String text) -> {
                    ScanWords told = show ? words.showing(text) : words;
                    out().println(json() ? Json.line(told) : told.sentence());
                    pass();
                    exit = words.welcome() ? exit : Exit.FOUND;
                }
            }
        }
        return exit;
    }
}

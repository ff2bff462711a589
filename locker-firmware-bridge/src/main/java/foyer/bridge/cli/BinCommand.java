package foyer.bridge.cli;

import foyer.bridge.Hardware;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries everything a return bin has. */
@CommandLine.Command(
        name = "bin",
        description = "Tries a return bin: flap, beam, level, container, lamps and buzzer, one after another.")
final class BinCommand extends Command {
    @Parameters(index = "0", paramLabel = "HARDWARE-FILE", description = "The station's hardware file.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "BIN", description = "The bin's name in the file.")
    private String bin = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long is waited for what you are asked to do (default ${DEFAULT-VALUE}).")
    private int seconds = 30;

    BinCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** @param result right, wrong or none, the last for what the bin does not have */
    record Check(String what, String result, String words) {}

    record Result(String bin, List<Check> checks) {}

    @Override
    public Integer call() throws Exception {
        Hardware hardware = read(file);
        Hardware.BinMap map = hardware.returnBins().stream()
                .filter(candidate -> candidate.name().equals(bin))
                .findFirst()
                .orElseThrow(() -> new Refused("there is no bin '" + bin + "' in " + file
                        + (hardware.bins().isEmpty() ? "" : "; write one of " + String.join(", ", hardware.bins()))));
        try (Station station = Station.start(hardware)) {
            if (!station.reaches(map.flap().board())) {
                String board = map.flap().board();
                say("board " + board + " cannot be reached: "
                        + station.seen()
                                .health("board " + board)
                                .map(Observed.Health::words)
                                .orElse("it has not said anything"));
                return Exit.LOST;
            }
            BinTrial trial = new BinTrial(this, station, map, Observed.seconds(seconds));
            List<Check> checks = trial.run();
            if (json()) {
                document(new Result(bin, checks));
            }
            return checks.stream().anyMatch(check -> check.result().equals(BinTrial.WRONG)) ? Exit.FOUND : Exit.FINE;
        }
    }
}

package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.Opening;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pulses one lock, once. */
@CommandLine.Command(
        name = "open",
        description = "Opens one door: pulses its lock once and says what its contact says.")
final class OpenCommand extends Command {
    @Parameters(index = "0", paramLabel = "HARDWARE-FILE", description = "The station's hardware file.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "DOOR", description = "The door's name in the file.")
    private String door = "";

    @Option(names = "--yes", description = "Do not ask first.")
    private boolean yes;

    OpenCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Exception {
        Hardware hardware = read(file);
        Hardware.Route route = hardware.routes().get(door);
        if (route == null) {
            throw new Refused("there is no door '" + door + "' in " + file + "; write one of "
                    + String.join(", ", hardware.routes().keySet()));
        }
        if (!yes) {
            String answer = ask("Door " + door + " (channel " + route.lock() + " of board "
                    + route.board().name() + ") is going to be opened. Write yes to open it:");
            if (!answer.equals("yes")) {
                throw new Stopped("not opened");
            }
        }
        try (Station station = Station.start(hardware)) {
            Opening opening = Station.await(station.bridge().locks().open(door));
            Words.Outcome outcome = Words.of("door " + door, opening);
            if (json()) {
                document(outcome);
            } else {
                say(outcome.what() + ": " + painted(outcome.outcome()) + ", " + outcome.words());
            }
            return exit(opening, station.reaches(route.board().name()));
        }
    }

    private String painted(String outcome) {
        return List.of("Opened").contains(outcome) ? style().good(outcome) : style().bad(outcome);
    }

    private static int exit(Opening opening, boolean reached) {
        return switch (opening) {
            case Opening.Opened opened -> Exit.FINE;
            case Opening.Jammed jammed -> Exit.FOUND;
            case Opening.WrongDoor wrong -> Exit.FOUND;
            case Opening.NotConfirmed lost -> reached ? Exit.FOUND : Exit.LOST;
            case Opening.NotPulsed not -> reached ? Exit.FOUND : Exit.LOST;
        };
    }
}

package foyer.bridge.cli;

import foyer.bridge.Hardware;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down everything a supporter asks for. */
@CommandLine.Command(
        name = "doctor",
        description =
                "Examines a station and reports what is wrong and what to do; to be sent to a supporter. Asks each"
                        + " board a hundred times; opens nothing; no card numbers.")
final class DoctorCommand extends Command {
    @Parameters(paramLabel = "HARDWARE-FILE", description = "The station's hardware file.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Write the report here instead of to the terminal.")
    private @Nullable Path out;

    DoctorCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Exception {
        Hardware hardware = read(file);
        if (out != null && Files.exists(out)) {
            throw new Refused(out + " is there already: move it away, or write --out with another name");
        }
        DoctorReport report = new Examination(surroundings, hardware, file).examine();
        List<String> lines = json() ? List.of(Json.document(report)) : new DoctorText(report).lines();
        put(lines);
        return report.exit();
    }

    private void put(List<String> lines) throws IOException {
        if (out == null) {
            lines.forEach(out()::println);
            out().flush();
        } else {
            Files.write(out, lines, StandardCharsets.UTF_8);
            say("The report is in " + out + ".");
        }
    }
}

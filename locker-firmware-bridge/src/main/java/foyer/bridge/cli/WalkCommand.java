package foyer.bridge.cli;

import foyer.bridge.Hardware;
import foyer.bridge.HardwareFault;
import foyer.bridge.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens every door in turn and asks which one it was. */
@CommandLine.Command(
        name = "walk",
        description = {
            "Opens every door in turn, asks which one opened, and writes a corrected hardware file.",
            "Stop with q or Ctrl-C: the next walk goes on there. Bins are tried with 'bin'."
        })
final class WalkCommand extends Command {
    @Parameters(paramLabel = "HARDWARE-FILE", description = "The station's hardware file.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write the corrected file; NAME.walked.txt beside the old one otherwise.")
    private @Nullable Path out;

    @Option(names = "--in-place", description = "Write it over the old file, which is kept as FILE.bak.")
    private boolean inPlace;

    @Option(names = "--restart", description = "Begin anew, whatever an earlier walk left behind.")
    private boolean restart;

    WalkCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /**
     * What a walk comes to.
     *
     * @param written the corrected file; null if nothing was to be corrected or it could not be
     */
    record Result(
            List<WalkStep> steps,
            List<String> changes,
            List<String> problems,
            @Nullable String written) {}

    @Override
    public Integer call() throws Exception {
        Hardware hardware = read(file);
        Path target = target();
        if (!inPlace && Files.exists(target)) {
            throw new Refused(target + " is there already: move it away, or write --out with another name");
        }
        WalkLog log = WalkLog.of(file, restart);
        if (!log.steps().isEmpty()) {
            say("Going on where the last walk ended: " + log.steps().size() + " of "
                    + hardware.doors().size() + " doors are done. (--restart begins anew.)");
        }
        say("Shut every door. A lock is pulsed for each; then write the name that is printed on the door that opened,"
                + " - if none did, q to stop.");
        try (Workbench bench = new Workbench(hardware);
                Contacts contacts = Contacts.open(hardware, bench)) {
            new Walk(this, hardware, contacts, log).walk();
        }
        return finish(hardware, target, log);
    }

    private Path target() throws Refused {
        if (inPlace && out != null) {
            throw new Refused("write --out or --in-place, not both");
        }
        if (inPlace) {
            return file;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String walked = dot < 1 ? name + ".walked" : name.substring(0, dot) + ".walked" + name.substring(dot);
        return out == null ? file.resolveSibling(walked) : out;
    }

    private int finish(Hardware hardware, Path target, WalkLog log) throws IOException {
        Correction correction = Correction.of(hardware, log.steps());
        Style style = style();
        correction.problems().forEach(problem -> say(style.bad("Wrong: ") + problem));
        correction.changes().forEach(change -> say(style.doubtful("Corrected: ") + change));
        boolean written = !correction.doors().isEmpty() && write(hardware, target, correction);
        if (correction.doors().isEmpty()) {
            say(correction.problems().isEmpty() ? "The file is right as it is." : "There is nothing to correct in it.");
        }
        log.delete();
        if (json()) {
            document(new Result(
                    log.steps(), correction.changes(), correction.problems(), written ? target.toString() : null));
        }
        return correction.problems().isEmpty() && correction.doors().isEmpty() ? Exit.FINE : Exit.FOUND;
    }

    private boolean write(Hardware hardware, Path target, Correction correction) throws IOException {
        try {
            HardwareText corrected = HardwareText.read(file).wired(hardware, correction.doors());
            if (inPlace) {
                Path kept = file.resolveSibling(file.getFileName() + ".bak");
                Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
                say("The old file is kept as " + kept + ".");
            }
            corrected.write(target);
            say("Written: " + target + ". Walk once more with it.");
            return true;
        } catch (HardwareFault fault) {
            say("No file was written, for two doors would be on one channel: repair what is wrong, and walk again. ("
                    + fault.getMessage() + ")");
            return false;
        }
    }
}

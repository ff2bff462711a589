package foyer.bridge.line;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who else has a device open. Linux lets any number of programs open one serial port, each then getting some of the
 * bytes, and the lock jSerialComm takes (flock) stops only programs that ask for it. So the list of open files is read.
 *
 * <p>It shows the programs of one's own user, and all programs to root; elsewhere than on Linux it shows nothing.
 */
public final class PortHolder {
    private static final Logger LOG = LoggerFactory.getLogger(PortHolder.class);
    private static final Path PROCESSES = Path.of("/proc");
    private static final String MAKES_PSEUDO_TERMINALS = "ptmx";

    private PortHolder() {}

    /**
     * One other program that has it open, as "minicom (process 4711)". The maker of a pseudo-terminal may hold both
     * its ends and is nobody's rival.
     *
     * @param device without symbolic links
     */
    public static Optional<String> find(Path device) {
        String self = Long.toString(ProcessHandle.current().pid());
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (!process.endsWith(self) && holds(process.resolve("fd"), device)) {
                    return Optional.of(name(process) + " (process " + process.getFileName() + ")");
                }
            }
        } catch (IOException none) {
            LOG.debug("there is no list of processes", none);
        }
        return Optional.empty();
    }

    private static boolean holds(Path descriptors, Path device) {
        boolean held = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(descriptors)) {
            for (Path file : files) {
                Path target = Files.readSymbolicLink(file);
                if (target.endsWith(MAKES_PSEUDO_TERMINALS)) {
                    return false;
                }
                held |= target.equals(device);
            }
        } catch (IOException foreign) {
            LOG.trace("{} cannot be read or is gone", descriptors, foreign);
        }
        return held;
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException gone) {
            LOG.trace("{} is gone", process, gone);
            return "another program";
        }
    }
}

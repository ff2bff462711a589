package foyer.bridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * The steps of a walk that is not over, kept in a file beside the hardware file after each step: whoever stops goes on
 * there. Steps of another state of the hardware file are not taken up.
 */
final class WalkLog {
    /** @param sha256 of the hardware file they belong to */
    private record Kept(String sha256, List<WalkStep> steps) {}

    private final Path file;
    private final String sha256;
    private final List<WalkStep> steps = new ArrayList<>();

    private WalkLog(Path file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    /** @param fresh whether earlier steps are to be forgotten */
    static WalkLog of(Path hardware, boolean fresh) throws IOException, Refused {
        Path file = hardware.resolveSibling(hardware.getFileName() + ".walk.json");
        WalkLog log = new WalkLog(file, sha256(hardware));
        if (!fresh && Files.exists(file)) {
            log.takeUp();
        }
        return log;
    }

    private void takeUp() throws IOException, Refused {
        try {
            Kept kept = Json.MAPPER.readValue(Files.readString(file), Kept.class);
            if (kept.sha256().equals(sha256)) {
                steps.addAll(kept.steps());
            }
        } catch (JacksonException damaged) {
            throw new Refused(file + " is damaged; write --restart to begin the walk anew");
        }
    }

    List<WalkStep> steps() {
        return List.copyOf(steps);
    }

    boolean has(String door) {
        return steps.stream().anyMatch(step -> step.door().equals(door));
    }

    void add(WalkStep step) throws IOException {
        steps.add(step);
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.writeString(draft, Json.document(new Kept(sha256, steps)));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The walk is over. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String sha256(Path hardware) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(hardware));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}

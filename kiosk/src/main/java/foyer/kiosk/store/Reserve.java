package foyer.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Some megabytes kept for the moment the disk is full: given up then, so that what is open can be finished. Made anew
 * at the next start that finds room.
 */
final class Reserve {
    private static final int BYTES = 8 * 1024 * 1024;

    private final Path file;

    Reserve(Path file) {
        this.file = file;
    }

    /** @return whether there is a reserve now */
    boolean fill() throws IOException {
        if (Files.exists(file) && Files.size(file) == BYTES) {
            return true;
        }
        if (Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < 2L * BYTES) {
            return false;
        }
        Files.write(file, new byte[BYTES]);
        return true;
    }

    void give() throws IOException {
        Files.deleteIfExists(file);
    }
}

package foyer.bridge.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.bridge.line.LineLost;
import foyer.bridge.line.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A named pipe stands in for the device: it is read and waited for by the same calls, but cannot be grabbed. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EvdevScannerTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @TempDir
    Path folder;

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("keys");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private static byte[] read(Source line, int count) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < count) {
            byte[] piece = line.read(5 * SECOND);
            assertThat(piece).as("after %d bytes", all.size()).isNotEmpty();
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    @Test
    void whatIsTypedComesOutAndTheEndOfTheDeviceIsALostLine() throws Exception {
        Path pipe = pipe();
        try (Source line = EvdevScanner.shared(pipe)) {
            try (OutputStream device = Files.newOutputStream(pipe)) {
                for (String scan : List.of("]F021234000000018\r", "LIB-12345\r")) {
                    device.write(new Typist(KeyEvents.BYTES_64).type(scan).bytes());
                    assertThat(read(line, scan.length())).asString().isEqualTo(scan);
                }
                assertThat(line.read(0)).isEmpty();
            }
            assertThatThrownBy(() -> line.read(10 * SECOND))
                    .isInstanceOf(LineLost.class)
                    .hasMessage(pipe + " is gone");
        }
    }

    @Test
    void closingFreesTheReaderAndGivesTheDeviceBack() throws Exception {
        Path pipe = pipe();
        for (int i = 0; i < 50; i++) {
            Source line = EvdevScanner.shared(pipe);
            Thread closer = Thread.ofVirtual().start(line::close);
            assertThatThrownBy(() -> line.read(20 * SECOND))
                    .isInstanceOf(LineLost.class)
                    .hasMessage(pipe + " was closed");
            closer.join();
            line.close();
            assertThat(opened(pipe)).as("descriptors still open").isZero();
        }
    }

    private static long opened(Path file) throws Exception {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(descriptor -> file.toString().equals(target(descriptor)))
                    .count();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    @Test
    void whatIsNoKeyboardIsRefusedWithWhatToCheck() throws Exception {
        Path pipe = pipe();
        Path file = Files.writeString(folder.resolve("file"), "x");
        for (Path other : List.of(pipe, file, Path.of("/dev/null"))) {
            long before = opened(other);
            assertThatThrownBy(() -> EvdevScanner.open(other))
                    .isInstanceOf(LineLost.class)
                    .hasMessageStartingWith(other + " cannot be taken for this program alone (error ")
                    .hasMessageEndingWith("is it a keyboard device? is the user in the group input?");
            assertThat(opened(other)).isEqualTo(before);
        }
    }

    @Test
    void aMissingDeviceIsALostLine() {
        assertThatThrownBy(() -> EvdevScanner.open(Path.of("/dev/input/by-id/none-event-kbd")))
                .isInstanceOf(LineLost.class)
                .hasMessage("there is no device /dev/input/by-id/none-event-kbd: is the scanner plugged in?");
    }

    @Test
    void aDeviceThatCannotBeReadIsALostLine() throws Exception {
        try (Source line = EvdevScanner.shared(folder)) {
            assertThatThrownBy(() -> line.read(10 * SECOND))
                    .isInstanceOf(LineLost.class)
                    .hasMessageStartingWith(folder + " cannot be read (error ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, there is no device k: is the scanner plugged in?, k cannot be taken, k cannot be read",
        "13, k cannot be opened, k cannot be taken, k cannot be read",
        "16, k cannot be opened, k is held by another program, k cannot be read",
        "19, k is gone, k is gone, k is gone"
    })
    void theSystemsErrorsHaveWords(int error, String opening, String grabbing, String reading) {
        assertThat(InputTrouble.opening("k", error)).startsWith(opening);
        assertThat(InputTrouble.grabbing("k", error)).startsWith(grabbing);
        assertThat(InputTrouble.reading("k", error)).startsWith(reading);
    }
}

package foyer.bridge.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.bridge.sim.PtyPort;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with ports in daily life, on real pseudo-terminals and with real other programs. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TakenPortTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void aPortAnotherProgramHasOpenIsRefusedByItsName() throws Exception {
        try (PtyPort master = PtyPort.open()) {
            Process other = holder(master.path(), "true");
            try {
                assertThatThrownBy(() -> SerialLine.open(master.path(), 9600))
                        .isInstanceOf(LineLost.class)
                        .hasMessage(master.path() + " is held by sleep (process " + other.pid()
                                + "): end it, or give it another port");
            } finally {
                other.destroyForcibly().waitFor();
            }
            try (SerialLine line = SerialLine.open(master.path(), 9600)) {
                master.write(new byte[] {6});
                assertThat(line.read(5 * SECOND)).containsExactly(6);
            }
        }
    }

    @Test
    void aPortAnotherProgramHasLockedIsRefusedByItsName() throws Exception {
        try (PtyPort master = PtyPort.open()) {
            Process other = holder(master.path(), "flock -n 3");
            try {
                assertThatThrownBy(() -> SerialLine.open(master.path(), 9600))
                        .isInstanceOf(LineLost.class)
                        .hasMessageContaining("is held by sleep (process " + other.pid() + ")");
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void ourOwnPortIsLockedAgainstProgramsThatAsk() throws Exception {
        try (PtyPort master = PtyPort.open()) {
            try (SerialLine line = SerialLine.open(master.path(), 9600)) {
                Process other = new ProcessBuilder("flock", "-n", master.path(), "true").start();
                assertThat(other.waitFor()).isEqualTo(1);
                assertThat(line.read(0)).isEmpty();
            }
            Process later = new ProcessBuilder("flock", "-n", master.path(), "true").start();
            assertThat(later.waitFor()).isZero();
        }
    }

    @Test
    void afterARePlugTheSameLinkLeadsToTheNewDevice(@TempDir Path folder) throws Exception {
        Path link = folder.resolve("usb-adapter-if00-port0");
        try (PtyPort first = PtyPort.open();
                PtyPort second = PtyPort.open()) {
            Files.createSymbolicLink(link, Path.of(first.path()));
            try (SerialLine line = SerialLine.open(link.toString(), 9600)) {
                first.write(new byte[] {1});
                assertThat(line.read(5 * SECOND)).containsExactly(1);
            }
            Files.delete(link);
            assertThatThrownBy(() -> SerialLine.open(link.toString(), 9600))
                    .isInstanceOf(LineLost.class)
                    .hasMessageContaining("there is no device");
            Files.createSymbolicLink(link, Path.of(second.path()));
            try (SerialLine line = SerialLine.open(link.toString(), 9600)) {
                first.write(new byte[] {1});
                second.write(new byte[] {2});
                assertThat(line.read(5 * SECOND)).containsExactly(2);
            }
        }
    }

    @Test
    void aPortOpenedAgainAtOnceHasNoReaderLeftFromBefore() throws Exception {
        try (PtyPort master = PtyPort.open()) {
            for (int round = 0; round < 50; round++) {
                try (SerialLine line = SerialLine.open(master.path(), 9600)) {
                    master.write(new byte[] {(byte) round});
                    assertThat(line.read(5 * SECOND)).containsExactly(round);
                }
                assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .doesNotContain("foyer-serial-" + master.path());
            }
        }
    }

    @Test
    void aFloodOfGarbageNobodyReadsEndsTheLineAtItsBound() throws Exception {
        byte[] garbage = new byte[1024];
        try (PtyPort master = PtyPort.open();
                SerialLine line = SerialLine.open(master.path(), 115_200)) {
            while (!isLost(line)) {
                master.write(garbage);
            }
            int read = 0;
            while (read < Inbox.CAPACITY && line.read(0).length > 0) {
                read++;
            }
            assertThat(read).isEqualTo(Inbox.CAPACITY);
            assertThatThrownBy(() -> line.read(0)).hasMessageContaining("was not read for a second");
        }
    }

    @Test
    void aFileThatIsNoPortIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no port");
        assertThatThrownBy(() -> SerialLine.open(file.toString(), 9600))
                .isInstanceOf(LineLost.class)
                .hasMessageContaining("is no serial port");
    }

    @Test
    void whatLinuxSaysIsToldInWordsForStaff() {
        assertThat(PortTrouble.words(13, Optional.empty())).contains("group dialout");
        assertThat(PortTrouble.words(16, Optional.of("minicom (process 7)"))).contains("held by minicom (process 7)");
        assertThat(PortTrouble.words(11, Optional.empty())).contains("held by another program");
        assertThat(PortTrouble.words(5, Optional.empty())).contains("plug it in again");
        assertThat(PortTrouble.words(6, Optional.empty())).contains("error 6");
    }

    /** Ends as a program named "sleep" that holds the port by its number 3. */
    private static Process holder(String path, String first) throws Exception {
        Process process = new ProcessBuilder(
                        List.of("sh", "-c", "exec 3<>\"$0\"; " + first + " && echo ready; exec sleep 60 >&-", path))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
        // What the shell was when it said so, it soon is no longer.
        Awaitility.await().until(() -> Files.readString(Path.of("/proc", Long.toString(process.pid()), "comm"))
                .startsWith("sleep"));
        return process;
    }

    private static boolean isLost(Line line) {
        try {
            line.write(new byte[0]);
            return false;
        } catch (LineLost lost) {
            return true;
        }
    }
}

package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.TestHardware;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar, started as a technician starts it: {@code java -jar}. Runs when the jar has been built. */
@Timeout(120)
class LockerBridgeJarIT {
    private static final Path JAR = Path.of(System.getProperty("locker.bridge.jar"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    private Path folder;

    private static Process start(String... arguments) throws IOException {
        // A build in the background ignores SIGINT, and so would everything that it starts.
        List<String> command =
                new ArrayList<>(List.of("env", "--default-signal=INT", JAVA.toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private record Ended(int exit, String out, String err) {}

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    private Path hardware(String line, String scanner) throws IOException {
        return Files.writeString(
                folder.resolve("hardware.txt"), TestHardware.text(BoardKind.BOARD_8A80, line, scanner));
    }

    @Test
    void itSaysItsVersionAndNothingElse() throws Exception {
        Ended ended = run("--version");
        assertThat(ended.exit()).isEqualTo(Exit.FINE);
        assertThat(ended.out()).matches("locker-bridge \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(ended.err()).as("no warnings, no log").isEmpty();
    }

    @Test
    void aSimulationOnPseudoTerminalsIsFoundByASecondProcessAndCtrlCEndsTheFirst() throws Exception {
        Path made = folder.resolve("made.txt");
        Process simulation =
                start("simulate", hardware("simulated", "simulated").toString(), "--out", made.toString());
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(simulation.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); !line.contains("Ctrl-C ends."); line = out.readLine()) {
                assertThat(line).isNotNull();
            }
            Ended opened = run("open", "--yes", "--json", made.toString(), "3");
            assertThat(opened.err())
                    .as("native code is allowed, nothing is logged")
                    .isEmpty();
            assertThat(opened.exit()).isEqualTo(Exit.FINE);
            assertThat(Json.MAPPER.readTree(opened.out()).get("outcome").asString())
                    .isEqualTo("Opened");
            assertThat(run("status", made.toString()).out()).contains("3 open");

            Process interrupt = new ProcessBuilder("kill", "-INT", Long.toString(simulation.pid())).start();
            assertThat(interrupt.waitFor()).isZero();
            assertThat(simulation.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(simulation.exitValue()).isEqualTo(Exit.STOPPED);
        } finally {
            simulation.destroyForcibly();
        }
    }

    @Test
    void whatGoesWrongIsSaidInWordsAndTheLogOnlyWithDebug() throws Exception {
        String file = hardware("serial /dev/not-there 9600", "simulated").toString();
        Ended ended = run("status", file);
        assertThat(ended.exit()).isEqualTo(Exit.LOST);
        assertThat(ended.err()).isEmpty();
        assertThat(run("--debug", "status", file).err()).contains("line main: there is no device /dev/not-there");
    }

    @Test
    void itHasOneManifestNoForeignSignaturesAndEveryService() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            var manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
            assertThat(manifest.getValue("Main-Class")).isEqualTo(LockerBridge.class.getName());
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"))
                    .noneMatch(name -> name.startsWith("ch/qos/logback"))
                    .contains("META-INF/services/com.pi4j.extension.Plugin")
                    .contains("META-INF/services/org.slf4j.spi.SLF4JServiceProvider");
            String plugins = new String(
                    jar.getInputStream(jar.getEntry("META-INF/services/com.pi4j.extension.Plugin"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(plugins.lines().filter(line -> !line.isBlank()))
                    .as("the plugin that drives the pins")
                    .anyMatch(line -> line.contains("gpiod"));
        }
    }
}

package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LockerBridgeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ports",
                "find-boards",
                "status",
                "open",
                "walk",
                "scan",
                "bin",
                "simulate",
                "doctor",
                "completion"
            })
    void everyCommandSaysWhatItsExitCodesMean(String command) {
        Tool.Run run = Tool.run(command, "--help");
        assertThat(run.exit()).isEqualTo(Exit.FINE);
        assertThat(run.out())
                .contains("Usage: locker-bridge " + command)
                .contains("--json", "--debug", "--version")
                .contains("0   fine", "3   a line or board is lost", "4   stopped by the user")
                .doesNotContain("\u001b");
    }

    @Test
    void whatIsNotUnderstoodIsSaidInOneOrTwoLines() {
        Tool.Run nothing = Tool.run();
        assertThat(nothing.exit()).isEqualTo(Exit.REFUSED);
        assertThat(nothing.err()).contains("a command is missing").contains("--help");
        Tool.Run misspelt = Tool.run("statsu");
        assertThat(misspelt.exit()).isEqualTo(Exit.REFUSED);
        assertThat(misspelt.err()).contains("locker-bridge status").doesNotContain("\tat ");
        assertThat(Tool.run("open", "file").err()).contains("DOOR");
        assertThat(Tool.run("--version").out()).startsWith("locker-bridge ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void completionIsAScriptThatBashTakes(String shell) throws IOException, InterruptedException {
        Tool.Run run = Tool.run("completion", shell);
        assertThat(run.exit()).isEqualTo(Exit.FINE);
        Path script = Files.writeString(folder.resolve("completion"), run.out(), StandardCharsets.UTF_8);
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script + " && COMP_WORDS=(locker-bridge fi) COMP_CWORD=1 && _complete_locker-bridge"
                                + " && echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("find-boards\n");
        assertThat(Tool.run("completion", "fish").exit()).isEqualTo(Exit.REFUSED);
        assertThat(Tool.run("completion", "--json", "bash").json().get("script").asString())
                .contains("find-boards");
    }
}

package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.Hardware.BoardKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class OpenCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aDoorOpensOnceAndSaysHowLongItTook() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.CU48, folder)) {
            Tool.Run run = Tool.run("open", "--yes", "--json", wall.path(), "3");
            JsonNode outcome = run.json();
            assertThat(run.exit()).isEqualTo(Exit.FINE);
            assertThat(outcome.get("outcome").asString()).isEqualTo("Opened");
            assertThat(outcome.get("millis").asLong()).isBetween(0L, 1_000L);
            assertThat(wall.wall.isDoorOpen("3")).isTrue();
            assertThat(wall.allPulses()).isEqualTo(1);
            Tool.Run again = Tool.run("open", "--yes", wall.path(), "3");
            assertThat(again.exit()).isEqualTo(Exit.FOUND);
            assertThat(again.out()).contains("door 3: NotPulsed, nothing was pulsed: 3 stands open already");
            assertThat(wall.allPulses()).isEqualTo(1);
        }
    }

    @Test
    void onlyYesOpens() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.BOARD_8A80, folder)) {
            Tool.Run no = Tool.typed("y\n", "open", wall.path(), "1");
            assertThat(no.exit()).isEqualTo(Exit.STOPPED);
            assertThat(no.err()).isEqualTo("not opened\n");
            assertThat(Tool.run("open", wall.path(), "1").exit()).isEqualTo(Exit.STOPPED);
            assertThat(wall.allPulses()).isZero();
            Tool.Run yes = Tool.typed("yes\n", "open", wall.path(), "1");
            assertThat(yes.exit()).isEqualTo(Exit.FINE);
            assertThat(yes.out())
                    .contains("channel 1 of board a")
                    .contains("door 1: Opened, its contact said so after");
        }
    }

    @Test
    void whatGoesWrongIsNamed() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.BOARD_8A80, folder)) {
            wall.wall.jam("1", true);
            Tool.Run jammed = Tool.run("open", "--yes", wall.path(), "1");
            assertThat(jammed.exit()).isEqualTo(Exit.FOUND);
            assertThat(jammed.out()).contains("door 1: Jammed");

            wall.wall.board().wrongDoor(2, 7);
            Tool.Run wrong = Tool.run("open", "--yes", "--json", wall.path(), "2");
            assertThat(wrong.exit()).isEqualTo(Exit.FOUND);
            assertThat(wrong.json().get("outcome").asString()).isEqualTo("WrongDoor");
            assertThat(wrong.json().get("changed").get(0).asString()).isEqualTo("7");

            wall.wall.board().silentAfterPulse(true);
            Tool.Run silent = Tool.run("open", "--yes", wall.path(), "3");
            assertThat(silent.exit()).isEqualTo(Exit.LOST);
            assertThat(silent.out()).contains("door 3: NotConfirmed");
            assertThat(Tool.run("open", "--yes", wall.path(), "4").exit()).isEqualTo(Exit.LOST);
        }
    }

    @Test
    void aDoorThatIsNotInTheFileIsRefused() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.BOARD_8A80, folder)) {
            Tool.Run run = Tool.run("open", "--yes", wall.path(), "99");
            assertThat(run.exit()).isEqualTo(Exit.REFUSED);
            assertThat(run.err()).contains("there is no door '99'").contains("write one of 1, 2, 3");
        }
    }
}

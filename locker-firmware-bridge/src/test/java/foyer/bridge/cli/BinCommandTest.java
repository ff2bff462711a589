package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BinCommandTest {
    private static final String WALL = """
            line main {LINE}
            board a modbus line=main address=1 channels=8
            bin 1 board=a flap=1 beam=2 level=3 present=4 red=2 green=3 buzzer=4 capacity=100
            scanner front {SCANNER}
            opening jammed-after=600
            """;

    @TempDir
    private Path folder;

    @Test
    void everyPartIsTriedAndItsLampsAreDarkAfterwards() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL);
                Tool tool = Tool.start("bin", "--json", wall.path(), "1")) {
            tool.awaitPrinted("Go on?", 1);
            tool.type("y");
            tool.awaitPrinted("Put a book through the flap.", 1);
            wall.wall.drop("1");
            tool.awaitPrinted("Shut the flap.", 1);
            wall.wall.closeFlap("1");
            tool.awaitPrinted("Cover the level sensor.", 1);
            wall.wall.level("1", true);
            tool.awaitPrinted("Uncover the level sensor.", 1);
            wall.wall.level("1", false);
            tool.awaitPrinted("Take the container out.", 1);
            wall.wall.container("1", false);
            tool.awaitPrinted("Put the container back.", 1);
            wall.wall.container("1", true);
            tool.awaitPrinted("Is the green lamp lit", 1);
            await().until(() -> wall.wall.board().isOn(3));
            tool.type("y");
            tool.awaitPrinted("Is the red lamp lit", 1);
            await().until(() -> wall.wall.board().isOn(2) && !wall.wall.board().isOn(3));
            tool.type("maybe");
            tool.awaitPrinted("Please write y, n or q.", 1);
            tool.type("n");
            tool.awaitPrinted("Did the buzzer sound?", 1);
            await().until(() -> wall.wall.board().openedPulses(4) == 1);
            tool.type("y");
            Tool.Run run = tool.end();
            assertThat(run.exit()).as(run.err()).isEqualTo(Exit.FOUND);
            assertThat(run.json().get("checks"))
                    .extracting(check -> check.get("what").asString() + " "
                            + check.get("result").asString())
                    .containsExactly(
                            "flap right",
                            "beam right",
                            "flap shut right",
                            "level, covered right",
                            "level, free right",
                            "container, out right",
                            "container, in right",
                            "green lamp right",
                            "red lamp wrong",
                            "buzzer right");
            assertThat(wall.wall.flapPulses("1")).isEqualTo(1);
            assertThat(wall.wall.board().isOn(2) || wall.wall.board().isOn(3)).isFalse();
        }
    }

    @Test
    void stoppedWhileALampIsLitItLeavesItDark() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL);
                Tool tool = Tool.start("bin", "--wait", "0", wall.path(), "1")) {
            tool.awaitPrinted("Go on?", 1);
            tool.type("y");
            tool.awaitPrinted("beam: wrong", 1);
            tool.awaitPrinted("Is the green lamp lit", 1);
            await().until(() -> wall.wall.board().isOn(3));
            tool.interrupt();
            assertThat(tool.end().exit()).isEqualTo(Exit.STOPPED);
            assertThat(wall.wall.board().isOn(3)).isFalse();
        }
    }

    @Test
    void aBinThatIsNotThereAndABoardThatIsSilent() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            Tool.Run unknown = Tool.run("bin", wall.path(), "7");
            assertThat(unknown.exit()).isEqualTo(Exit.REFUSED);
            assertThat(unknown.err()).contains("there is no bin '7'").contains("write one of 1");
            wall.wall.board().silent(true);
            Tool.Run silent = Tool.run("bin", wall.path(), "1");
            assertThat(silent.exit()).isEqualTo(Exit.LOST);
            assertThat(silent.out()).contains("board a cannot be reached");
        }
    }
}

package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.TestHardware;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class StatusCommandTest {
    private static final String SMALL = """
            line main {LINE}
            board a 8a80 line=main address=5 channels=24
            door 1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1
            door 2 board=a channel=2 size=S height=HIGH column=1 row=0 columns=1 rows=1 closed=0x00
            bin 1 board=a flap=13 beam=14 level=15 present=16 capacity=100
            tamper back board=a channel=20
            power mains board=a channel=21
            scanner front {SCANNER}
            """;

    @TempDir
    private Path folder;

    @Test
    void everythingIsShownAndAllIsWell() throws Exception {
        try (CliWall wall = CliWall.of(folder, SMALL)) {
            wall.wall.board().openDoor(2);
            Tool.Run run = Tool.run("status", wall.path());
            assertThat(run.exit()).as(run.err()).isEqualTo(Exit.FINE);
            assertThat(run.out().lines().map(String::strip))
                    .contains(
                            "1 closed   2 open",
                            "bin 1  flap closed  level room  container present",
                            "tamper back  closed",
                            "power mains  mains",
                            "board a  well  the board answers",
                            "scanner front  well  the scanner is connected");
            assertThat(run.out()).as("no terminal, no colours").doesNotContain("\u001b");
            assertThat(wall.allPulses()).isZero();
        }
    }

    @Test
    void jsonSaysTheSameOverANetwork() throws Exception {
        try (CliWall wall = CliWall.behindNetwork(folder)) {
            wall.wall.level("2", true);
            Tool.Run run = Tool.run("status", "--json", wall.path());
            JsonNode report = run.json();
            assertThat(run.exit()).isEqualTo(Exit.FINE);
            assertThat(report.get("doors").size()).isEqualTo(12);
            assertThat(report.get("doors").get(2).get("state").asString()).isEqualTo("closed");
            assertThat(report.get("bins").get(1).get("level").asString()).isEqualTo("full");
            assertThat(report.get("bins").get(1).get("container").isNull()).isTrue();
            assertThat(report.get("lines").get(0).get("well").asBoolean()).isTrue();
        }
    }

    @Test
    void anOpenCabinetIsSomethingWrong() throws Exception {
        try (CliWall wall = CliWall.of(folder, SMALL)) {
            wall.wall.tamper("back", true);
            Tool.Run run = Tool.run("status", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.FOUND);
            assertThat(run.out()).contains("tamper back  open");
        }
    }

    @Test
    void aSilentBoardCannotBeReached() throws Exception {
        try (CliWall wall = CliWall.of(folder, SMALL)) {
            wall.wall.board().silent(true);
            Tool.Run run = Tool.run("status", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.LOST);
            assertThat(run.out()).contains("1 unknown").contains("check its power, wiring and address");
        }
    }

    @Test
    void aMissingPortIsALostLine() throws Exception {
        Path file = folder.resolve("hardware.txt");
        Files.writeString(file, TestHardware.text(BoardKind.BOARD_8A80, "serial /dev/not-there 9600", "simulated"));
        Tool.Run run = Tool.run("status", file.toString());
        assertThat(run.exit()).isEqualTo(Exit.LOST);
        assertThat(run.out()).contains("there is no device /dev/not-there: is it plugged in?");
    }

    @Test
    void watchingTellsEachChangeInALineUntilItIsStopped() throws Exception {
        try (CliWall wall = CliWall.of(folder, SMALL);
                Tool tool = Tool.start("status", "--watch", wall.path())) {
            tool.awaitPrinted("12:30:15 door 1 closed", 1);
            wall.wall.board().openDoor(1);
            tool.awaitPrinted("12:30:15 door 1 open", 1);
            tool.interrupt();
            Tool.Run run = tool.end();
            assertThat(run.exit()).isEqualTo(Exit.STOPPED);
            assertThat(run.err()).isEqualTo("Stopped.\n");
            assertThat(run.out()).doesNotContain("\u001b");
        }
    }

    @Test
    void watchingInJsonIsOneObjectPerLineAndEndsByItself() throws Exception {
        try (CliWall wall = CliWall.of(folder, SMALL)) {
            Tool.Run run = Tool.run("status", "--watch", "--for", "1", "--json", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.FINE);
            List<JsonNode> lines = run.out().lines().map(Json.MAPPER::readTree).toList();
            assertThat(lines).anySatisfy(line -> {
                assertThat(line.get("part").asString()).isEqualTo("door 2");
                assertThat(line.get("state").asString()).isEqualTo("closed");
            });
        }
    }

    @Test
    void onATerminalTheTableIsDrawnOverItselfWithinItsWidth() throws Exception {
        Screen narrow = new Screen(true, true, false, () -> new Screen.Size(30, 24));
        try (CliWall wall = CliWall.of(folder, SMALL);
                Tool tool = Tool.startOn(narrow, "status", "--watch", wall.path())) {
            tool.awaitPrinted("Ctrl-C ends", 1);
            wall.wall.board().openDoor(1);
            tool.awaitPrinted("1 open", 1);
            tool.interrupt();
            String out = tool.end().out();
            assertThat(out).startsWith("\u001b[?25l").contains("\u001b[?25h");
            String[] pictures = out.split("\u001b\\[J", -1);
            int lines = (int) pictures[0].chars().filter(c -> c == '\n').count();
            assertThat(pictures[1]).as("up by as many lines as were drawn").contains("\u001b[" + lines + "A");
            assertThat(out.replaceAll("\u001b\\[[?0-9]*[a-zA-Z]", "").lines()).allMatch(line -> line.length() <= 30);
        }
    }

    @Test
    void whatIsHigherThanTheTerminalIsLeftOutForTheCursorCannotGoUpToIt() throws Exception {
        Screen low = new Screen(true, true, false, () -> new Screen.Size(80, 6));
        try (CliWall wall = CliWall.of(folder, SMALL);
                Tool tool = Tool.startOn(low, "status", "--watch", wall.path())) {
            tool.awaitPrinted("Ctrl-C ends; 9 more", 1);
            tool.interrupt();
            String first = tool.end().out().split("\u001b\\[J", -1)[0];
            assertThat(first.lines()).hasSize(5);
        }
    }

    @Test
    void aFileThatIsRefusedSaysWhereAndWhatToWriteInstead() throws Exception {
        Path file = folder.resolve("hardware.txt");
        Files.writeString(file, "line main serial ttyUSB0 9600\n");
        Tool.Run run = Tool.run("status", file.toString());
        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.err())
                .startsWith("The hardware file is refused.")
                .contains("line 1")
                .contains("/dev/serial/by-id")
                .doesNotContain("\tat ");
        assertThat(Tool.run("--debug", "status", file.toString()).err()).contains("\tat foyer.bridge");
        assertThat(Tool.run("status", folder + "/none").err()).startsWith("there is no file");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void noiseIsShown() throws Exception {
        try (CliWall wall = CliWall.of(folder, SMALL);
                Tool tool = Tool.start("status", "--watch", wall.path())) {
            tool.awaitPrinted("door 1 closed", 1);
            wall.wall.board().noise(true);
            tool.awaitPrinted("noise on line main", 1);
        }
    }
}

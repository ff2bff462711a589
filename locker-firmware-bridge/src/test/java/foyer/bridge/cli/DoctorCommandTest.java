package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.Hardware.BoardKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class DoctorCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aStationThatIsWellIsReportedWithItsTimesAndItsMap() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.CU16, folder)) {
            // However busy the computer is that runs this test.
            Files.writeString(wall.file, Files.readString(wall.file).replace("address=5", "address=5 reply=1000"));
            Path report = folder.resolve("report.txt");
            Tool.Run run = Tool.run("doctor", wall.path(), "--out", report.toString());
            assertThat(run.exit()).as(run.out()).isEqualTo(Exit.FINE);
            String text = Files.readString(report);
            assertThat(text)
                    .contains("Nothing wrong was found.")
                    .contains("Java", System.getProperty("java.version"))
                    .contains("board a  cu16 5  100 of 100 answers  p50 ")
                    .contains("door    12    board=a channel=12")
                    .contains("scanner front")
                    .doesNotContain("# a wall of three columns");
            assertThat(wall.allPulses()).isZero();
            assertThat(Tool.run("doctor", wall.path(), "--out", report.toString())
                            .exit())
                    .isEqualTo(Exit.REFUSED);
        }
    }

    @Test
    void timesInJsonAreInOrderOverANetwork() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.MODBUS_TCP, folder)) {
            Tool.Run run = Tool.run("doctor", "--json", wall.path());
            JsonNode board = run.json().get("boards").get(0);
            assertThat(board.get("answered").asInt()).isGreaterThan(50);
            assertThat(board.get("medianMillis").asDouble())
                    .isLessThanOrEqualTo(board.get("slowestMillis").asDouble());
            assertThat(board.get("contacts").asString()).hasSize(24).startsWith("110");
        }
    }

    @Test
    void noiseIsCountedAndExplained() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.BOARD_8A80, folder)) {
            wall.wall.board().noise(true);
            Tool.Run run = Tool.run("doctor", "--json", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.FOUND);
            assertThat(run.json().get("lines").get(0).get("skipped").asLong()).isPositive();
            assertThat(run.json().get("findings").toString())
                    .contains("check the shield")
                    .contains("unanswered");
        }
    }

    @Test
    void aSilentBoardAndAMissingScannerAreNamedWithWhatToDo() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.BOARD_8A80, folder)) {
            Files.writeString(
                    wall.file,
                    Files.readString(wall.file)
                            .replaceFirst("scanner front serial \\S+", "scanner front serial /dev/no"));
            wall.wall.board().silent(true);
            Tool.Run run = Tool.run("doctor", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.LOST);
            assertThat(run.out())
                    .contains("1. board a does not answer.")
                    .contains("address (5 in the file)")
                    .contains("2. scanner front cannot be opened.")
                    .contains("there is no device /dev/no: is it plugged in?");
        }
    }

    @Test
    void aLineThatIsNotThereIsReportedToo() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.BOARD_8A80, folder)) {
            Files.writeString(
                    wall.file, Files.readString(wall.file).replaceFirst("main  serial \\S+", "main  serial /dev/no"));
            Tool.Run run = Tool.run("doctor", "--json", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.LOST);
            assertThat(run.json().get("lines").get(0).get("trouble").asString()).contains("/dev/no");
            assertThat(run.json().get("boards").get(0).get("asked").asInt()).isZero();
        }
    }
}

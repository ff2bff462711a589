package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.Hardware;
import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.TestHardware;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@Timeout(180)
class FindBoardsCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"BOARD_8A80, 9600, 24", "CU16, 19200, 16", "CU48, 19200, 48", "MODBUS, 9600, 24", "MODBUS_TCP, , 24"})
    void eachKindIsFoundAtItsAddressAndNothingIsPulsed(BoardKind kind, Integer baud, int channels) throws Exception {
        try (CliWall wall = CliWall.of(kind, folder)) {
            Tool.Run run =
                    Tool.run("find-boards", "--json", "--reply", "150", "--addresses", "4-6", "--line", wall.line);
            assertThat(run.exit()).as(run.err()).isEqualTo(Exit.FINE);
            // A pseudo-terminal has no speed: a board that is usual at two speeds is found at both.
            List<JsonNode> boards = StreamSupport.stream(
                            run.json().get("boards").spliterator(), false)
                    .toList();
            assertThat(boards).isNotEmpty().allSatisfy(board -> {
                assertThat(board.get("kind").asString()).isEqualTo(kind.word());
                assertThat(board.get("address").asInt()).isEqualTo(5);
                assertThat(board.get("channels").asInt()).isEqualTo(channels);
            });
            JsonNode speed = boards.getFirst().get("baud");
            assertThat(speed.isNull() ? null : Integer.valueOf(speed.asInt())).isEqualTo(baud);
            assertThat(wall.allPulses()).as("questions only").isZero();
            String statements = run.json().get("hardware").get(0).asString() + "\n"
                    + run.json().get("hardware").get(1).asString() + "\n"
                    + "door 1 board=a channel=1 size=S height=LOW column=0 row=0 columns=1 rows=1\n";
            Hardware read = TestHardware.read(folder, statements);
            assertThat(read.boards().getFirst().kind()).isEqualTo(kind);
            assertThat(read.boards().getFirst().address()).isEqualTo(5);
        }
    }

    @Test
    void everyBoardOfALineIsFoundInANetworkThatCountsAsLostAfterTenSilentSeconds() throws Exception {
        String text = """
                line main {LINE}
                board a modbus line=main address=3 channels=8
                board b modbus line=main address=55 channels=16
                door 1 board=a channel=1 size=S height=LOW column=0 row=0 columns=1 rows=1
                door 2 board=b channel=1 size=S height=LOW column=1 row=0 columns=1 rows=1
                scanner front {SCANNER}
                """;
        try (CliWall wall = CliWall.onNetwork(folder, text)) {
            Tool.Run run = Tool.run(
                    "find-boards", "--kind", "modbus", "--reply", "250", "--addresses", "3-60", "--line", wall.line);
            assertThat(run.exit()).as(run.err()).isEqualTo(Exit.FINE);
            assertThat(run.out())
                    .contains("modbus at address 3, 8 channels")
                    .contains("modbus at address 55, 16 channels")
                    .contains("board b modbus line=main address=55 channels=16 reply=");
            assertThat(wall.allPulses()).isZero();
        }
    }

    @Test
    void aLineOnWhichNothingAnswersIsSomethingWrongAndAMissingOneIsLost() throws Exception {
        try (CliWall wall = CliWall.of(BoardKind.BOARD_8A80, folder)) {
            Tool.Run run = Tool.run("find-boards", "--kind", "cu48", "--reply", "20", "--line", wall.line + ":19200");
            assertThat(run.exit()).isEqualTo(Exit.FOUND);
            assertThat(run.out()).contains("No board answered.");
        }
        Tool.Run missing = Tool.run("find-boards", "--line", "serial:/dev/not-there");
        assertThat(missing.exit()).isEqualTo(Exit.LOST);
        assertThat(missing.err()).isEqualTo("there is no device /dev/not-there: is it plugged in?\n");
    }

    @Test
    void whatIsNoLineIsRefusedWithAnExample() {
        Tool.Run run = Tool.run("find-boards", "--line", "ttyUSB0");
        assertThat(run.exit()).isEqualTo(Exit.REFUSED);
        assertThat(run.err()).contains("'ttyUSB0' is no line; write serial:/dev/serial/by-id/...");
        assertThat(Tool.run("find-boards", "--line", "serial:/dev/x", "--kind", "modbus-tcp")
                        .exit())
                .isEqualTo(Exit.REFUSED);
        assertThat(Tool.run("find-boards", "--line", "serial:/dev/x", "--addresses", "five")
                        .exit())
                .isEqualTo(Exit.REFUSED);
    }

    @Test
    void stoppedItSaysWhatItFoundUntilThen() throws Exception {
        Screen terminal = new Screen(false, true, false, () -> new Screen.Size(80, 24));
        try (CliWall wall = CliWall.of(BoardKind.BOARD_8A80, folder);
                Tool tool = Tool.startOn(terminal, "find-boards", "--line", wall.line + ":9600")) {
            tool.awaitPrinted("asking", 1);
            tool.awaitPrinted("cu16", 1);
            tool.interrupt();
            Tool.Run run = tool.end();
            assertThat(run.exit()).isEqualTo(Exit.STOPPED);
            assertThat(run.out()).contains("8a80 at address 5, 24 channels, 9600 baud");
        }
    }
}

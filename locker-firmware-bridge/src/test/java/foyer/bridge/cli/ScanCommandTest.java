package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.TestHardware;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class ScanCommandTest {
    private static final String CARD = "21234000000018";
    private static final String WALL = """
            line main {LINE}
            board a 8a80 line=main address=5 channels=24
            door 1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1
            scanner front {SCANNER}
            code card kind=card prefix=2 length=14 check=luhn symbology=codabar
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsReadIsToldWithoutItsNumber() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL);
                Tool tool = Tool.start("scan", "--count", "3", wall.path())) {
            tool.awaitPrinted("Numbers are not shown", 1);
            wall.wall.scan("]F0" + CARD);
            wall.wall.scan("21234000000019");
            wall.wall.scanner("front").raw(new byte[] {0, '1', '\r'});
            Tool.Run run = tool.end();
            assertThat(run.exit()).isEqualTo(Exit.FOUND);
            assertThat(run.out())
                    .contains("scanner front: codabar, 14 characters, check digit right for luhn; fits card\n")
                    .contains("kind of bars not sent, 14 characters, no check digit known here is right;"
                            + " it fits no format of this library: as card wrong check digit")
                    .contains("unreadable, it holds characters that cannot be printed");
            assertThat(run.out() + run.err()).doesNotContain("212340");
        }
    }

    @Test
    void jsonHasNoNumberEitherButForWhoAsksForIt() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            for (boolean show : List.of(false, true)) {
                String[] arguments = show
                        ? new String[] {"scan", "--json", "--count", "1", "--show", wall.path()}
                        : new String[] {"scan", "--json", "--count", "1", wall.path()};
                try (Tool tool = Tool.start(arguments)) {
                    tool.awaitPrinted("Scan something.", 1);
                    wall.wall.scan("]F0" + CARD);
                    Tool.Run run = tool.end();
                    JsonNode scan = run.json();
                    assertThat(run.exit()).isEqualTo(Exit.FINE);
                    assertThat(scan.get("length").asInt()).isEqualTo(14);
                    assertThat(scan.get("format").asString()).isEqualTo("card");
                    assertThat(scan.get("text").isNull()).isEqualTo(!show);
                    assertThat(run.out().contains(CARD)).isEqualTo(show);
                }
            }
        }
    }

    @Test
    void itEndsByTimeAndByCtrlCAndSaysWhichScannerIsMissing() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            assertThat(Tool.run("scan", "--for", "1", wall.path()).exit()).isEqualTo(Exit.FINE);
            try (Tool tool = Tool.start("scan", wall.path())) {
                tool.awaitPrinted("Scan something.", 1);
                tool.interrupt();
                assertThat(tool.end().exit()).isEqualTo(Exit.STOPPED);
            }
            String missing = WALL.replace("{LINE}", "simulated").replace("{SCANNER}", "serial /dev/not-there 9600");
            TestHardware.read(folder, missing);
            Tool.Run run = Tool.run("scan", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.LOST);
            assertThat(run.out()).contains("scanner front: there is no device /dev/not-there: is it plugged in?");
        }
    }
}

package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.bridge.Hardware;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Walks along a wall that is wired as the test says, with a hardware file that says otherwise. */
@Timeout(120)
class WalkCommandTest {
    private static final String WALL = """
            line main {LINE}
            board a 8a80 line=main address=5 channels=24
            door 1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1  # upper left
            door 2 board=a channel=2 size=S height=HIGH column=1 row=0 columns=1 rows=1 closed=0x00
            door 3 board=a channel=3 sensor=9 size=S height=LOW column=2 row=0 columns=1 rows=1
            bin 1 board=a flap=13 beam=14 level=15 capacity=100
            scanner front {SCANNER}
            opening jammed-after=600
            """;

    @TempDir
    private Path folder;

    /** The file as somebody wrote it who took one wire for another. */
    private static void rewrite(Path file, String... pairs) throws Exception {
        String text = Files.readString(file);
        for (int i = 0; i < pairs.length; i += 2) {
            assertThat(text).contains(pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        Files.writeString(file, text);
    }

    private static void swapLocks(Path file) throws Exception {
        rewrite(
                file,
                "door 1 board=a channel=1",
                "door 1 board=a channel=X",
                "door 2 board=a channel=2",
                "door 2 board=a channel=1");
        rewrite(file, "channel=X", "channel=2", " closed=0x00", "", "sensor=9", "closed=0x00 sensor=9");
    }

    /** Looks which door is open, types its name and shuts it; a hundred questions at most. */
    private static void answer(Tool tool, CliWall wall, int question) {
        tool.awaitPrinted("Which door opened?", question);
        List<String> open = wall.hardware.compartments().stream()
                .map(door -> door.name())
                .filter(wall.wall::isDoorOpen)
                .toList();
        tool.type(open.isEmpty() ? "-" : open.getFirst());
        open.forEach(wall.wall::closeDoor);
    }

    private static Tool.Run walk(CliWall wall, String... arguments) throws Exception {
        try (Tool tool = Tool.start(arguments)) {
            for (int question = 1; question <= 3; question++) {
                answer(tool, wall, question);
            }
            return tool.end();
        }
    }

    @Test
    void aRightFileIsRight() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            Tool.Run run = walk(wall, "walk", wall.path());
            assertThat(run.exit()).as(run.err()).isEqualTo(Exit.FINE);
            assertThat(run.out())
                    .contains("contact 9 of board a changed (door 3's in the file)")
                    .contains("The file is right as it is.");
            assertThat(wall.allPulses()).as("each lock once").isEqualTo(3);
            assertThat(folder.resolve("hardware.walked.txt")).doesNotExist();
            assertThat(folder.resolve("hardware.txt.walk.json")).doesNotExist();
        }
    }

    @Test
    void swappedLocksAndPolaritiesAreCorrectedInANewFileThatASecondWalkFindsRight() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            swapLocks(wall.file);
            String before = Files.readString(wall.file);
            Tool.Run run = walk(wall, "walk", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.FOUND);
            assertThat(run.out())
                    .contains("door 1: its lock is on channel 1 of board a, not channel 2 of board a")
                    .contains("door 2: its contact says 0x00 when closed, not 0x11")
                    .contains("door 3: its contact says 0x11 when closed, not 0x00");
            assertThat(Files.readString(wall.file)).as("the old file").isEqualTo(before);
            Path walked = folder.resolve("hardware.walked.txt");
            Hardware corrected = Hardware.read(walked);
            assertThat(corrected.doors()).isEqualTo(wall.hardware.doors());
            assertThat(Files.readString(walked)).contains("rows=1  # upper left");

            Tool.Run again = walk(wall, "walk", walked.toString());
            assertThat(again.exit()).as(again.out()).isEqualTo(Exit.FINE);
        }
    }

    @Test
    void inPlaceKeepsTheOldFileAndJsonSaysWhatWasDone() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            swapLocks(wall.file);
            String before = Files.readString(wall.file);
            Tool.Run run = walk(wall, "walk", "--in-place", "--json", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.FOUND);
            assertThat(run.json().get("written").asString()).isEqualTo(wall.path());
            assertThat(run.json().get("problems").size()).isZero();
            assertThat(run.json().get("steps").get(0).get("opened").asString()).isEqualTo("2");
            assertThat(Files.readString(folder.resolve("hardware.txt.bak"))).isEqualTo(before);
            assertThat(Hardware.read(wall.file).doors()).isEqualTo(wall.hardware.doors());
        }
    }

    @Test
    void whoStopsGoesOnWhereTheWalkEnded() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            swapLocks(wall.file);
            try (Tool tool = Tool.start("walk", wall.path())) {
                answer(tool, wall, 1);
                tool.awaitPrinted("Which door opened?", 2);
                tool.type("what?");
                tool.awaitPrinted("There is no door 'what?' in the file.", 1);
                tool.type("q");
                Tool.Run run = tool.end();
                assertThat(run.exit()).isEqualTo(Exit.STOPPED);
                assertThat(run.err()).contains("the next walk goes on there");
            }
            List.of("1", "2", "3").forEach(wall.wall::closeDoor);
            int pulses = wall.allPulses();
            try (Tool tool = Tool.start("walk", wall.path())) {
                tool.awaitPrinted("1 of 3 doors are done", 1);
                answer(tool, wall, 1);
                answer(tool, wall, 2);
                assertThat(tool.end().exit()).isEqualTo(Exit.FOUND);
            }
            assertThat(wall.allPulses() - pulses).isEqualTo(2);
            assertThat(Hardware.read(folder.resolve("hardware.walked.txt")).doors())
                    .isEqualTo(wall.hardware.doors());
        }
    }

    @Test
    void aLockThatOpensNothingIsAProblemAndWritesNoFile() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            wall.wall.jam("2", true);
            Tool.Run run = walk(wall, "walk", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.FOUND);
            assertThat(run.out())
                    .contains("channel 2 of board a, door 2's in the file, opened nothing: look at the lock")
                    .contains("There is nothing to correct in it.");
            assertThat(folder.resolve("hardware.walked.txt")).doesNotExist();
        }
    }

    @Test
    void aMapThatWouldSendTwoDoorsToOneChannelIsNotWritten() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            swapLocks(wall.file);
            wall.wall.jam("2", true);
            Tool.Run run = walk(wall, "walk", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.FOUND);
            assertThat(run.out()).contains("No file was written, for two doors would be on one channel");
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> String.valueOf(file.getFileName())))
                        .containsExactly("hardware.txt");
            }
        }
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            Files.writeString(folder.resolve("hardware.walked.txt"), "mine");
            Tool.Run run = Tool.run("walk", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.REFUSED);
            assertThat(run.err()).contains("is there already");
            assertThat(wall.allPulses()).isZero();
        }
    }

    @Test
    void aBoardThatFallsSilentEndsTheWalk() throws Exception {
        try (CliWall wall = CliWall.of(folder, WALL)) {
            wall.wall.board().silent(true);
            Tool.Run run = Tool.run("walk", wall.path());
            assertThat(run.exit()).isEqualTo(Exit.LOST);
            assertThat(run.err()).isEqualTo("board a does not answer: check its power, wiring and address\n");
        }
    }
}

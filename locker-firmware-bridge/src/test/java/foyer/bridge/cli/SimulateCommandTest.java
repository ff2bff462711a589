package foyer.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import foyer.bridge.Hardware;
import foyer.bridge.Hardware.BoardKind;
import foyer.bridge.TestHardware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The tool's simulation, tried out with the tool. */
@Timeout(120)
class SimulateCommandTest {
    @TempDir
    private Path folder;

    private Path wanted;
    private Path made;

    @BeforeEach
    void name() {
        wanted = folder.resolve("wanted.txt");
        made = folder.resolve("made.txt");
    }

    private void want(BoardKind kind, String line) throws IOException {
        Files.writeString(wanted, TestHardware.text(kind, line, "keyboard # types"));
    }

    private Tool simulate(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("simulate", wanted.toString(), "--out", made.toString()));
        arguments.addAll(List.of(more));
        Tool tool = Tool.start(arguments.toArray(String[]::new));
        tool.awaitPrinted("Ctrl-C ends.", 1);
        return tool;
    }

    private String pulsesOf(Tool simulation, String door) {
        int before = simulation.out().length();
        simulation.type("doors");
        await().until(() -> simulation.out().substring(before).contains("bin 2"));
        return simulation
                .out()
                .substring(before)
                .lines()
                .filter(line -> line.startsWith("door " + door + " "))
                .findFirst()
                .orElseThrow()
                .replaceAll(" +", " ");
    }

    @Test
    void aWallOnPseudoTerminalsIsOpenedShutAndSpoilt() throws Exception {
        want(BoardKind.CU48, "serial /dev/ttyUSB0 19200");
        try (Tool simulation = simulate()) {
            Hardware hardware = Hardware.read(made);
            assertThat(hardware.lines().getFirst().kind()).isInstanceOfSatisfying(Hardware.Serial.class, serial -> {
                assertThat(serial.path()).startsWith("/dev/pts/");
                assertThat(serial.baud()).isEqualTo(19_200);
            });
            String file = made.toString();
            assertThat(Tool.run("open", "--yes", file, "4").exit()).isEqualTo(Exit.FINE);
            assertThat(pulsesOf(simulation, "4")).isEqualTo("door 4 open 1 pulses");
            simulation.type("close 4");
            simulation.type("jam 5");
            simulation.type("swap 6 7");
            simulation.awaitPrinted("done", 3);
            assertThat(Tool.run("open", "--yes", file, "4").exit()).isEqualTo(Exit.FINE);
            assertThat(Tool.run("open", "--yes", file, "5").out()).contains("Jammed");
            assertThat(Tool.run("open", "--yes", file, "6").out()).contains("WrongDoor");
            simulation.type("silent on");
            simulation.awaitPrinted("done", 4);
            assertThat(Tool.run("status", file).exit()).isEqualTo(Exit.LOST);
            simulation.type("nonsense");
            simulation.awaitPrinted("'nonsense' is no command; 'help' lists the commands", 1);
            simulation.type("quit");
            assertThat(simulation.end().exit()).isEqualTo(Exit.FINE);
        }
    }

    @Test
    void aWallBehindNetworkPortsIsPutThroughToOneCallerAfterAnother() throws Exception {
        want(BoardKind.BOARD_8A80, "serial /dev/ttyUSB0 9600");
        try (Tool simulation = simulate("--tcp", "0")) {
            assertThat(Hardware.read(made).lines().getFirst().kind()).isInstanceOf(Hardware.Tcp.class);
            for (String door : List.of("1", "2")) {
                assertThat(Tool.run("open", "--yes", made.toString(), door).exit())
                        .isEqualTo(Exit.FINE);
            }
            simulation.interrupt();
            assertThat(simulation.end().exit()).isEqualTo(Exit.STOPPED);
        }
    }

    @Test
    void whatOnlyNetworksSpeakIsOnANetworkAlways() throws Exception {
        want(BoardKind.MODBUS_TCP, "tcp 192.168.1.20 502");
        try (Tool simulation = simulate("--pty")) {
            assertThat(Hardware.read(made).lines().getFirst().kind()).isInstanceOf(Hardware.Tcp.class);
            assertThat(Tool.run("open", "--yes", made.toString(), "1").exit()).isEqualTo(Exit.FINE);
            assertThat(pulsesOf(simulation, "1")).isEqualTo("door 1 open 1 pulses");
        }
    }

    @Test
    void binsAndScannersAreWorkedToo() throws Exception {
        want(BoardKind.BOARD_8A80, "simulated");
        try (Tool simulation = simulate()) {
            simulation.type("full 1");
            simulation.type("flap-open 2");
            simulation.awaitPrinted("done", 2);
            JsonNode bins = Tool.run("status", "--json", made.toString()).json().get("bins");
            assertThat(bins.get(0).get("level").asString()).isEqualTo("full");
            assertThat(bins.get(1).get("flap").asString()).isEqualTo("open");
            try (Tool scan = Tool.start("scan", "--count", "1", made.toString())) {
                scan.awaitPrinted("Scan something.", 1);
                simulation.type("scan 33191000105864");
                assertThat(scan.end().out()).contains("14 characters, check digit right for luhn");
            }
        }
    }

    @Test
    void theEndOfTheInputEndsItAndJsonSaysWhereEverythingIs() throws Exception {
        want(BoardKind.BOARD_8A80, "simulated");
        Tool.Run run = Tool.run("simulate", "--json", wanted.toString());
        assertThat(run.exit()).isEqualTo(Exit.FINE);
        JsonNode places = run.json();
        assertThat(places.get("lines").get("main").asString()).matches("serial /dev/pts/\\d+ 9600");
        String scanner = places.get("scanners").get("front").asString();
        assertThat(places.get("hardware").toString()).contains("scanner front " + scanner + "  # types");
    }

    @Test
    void pinsAndFilesThatAreThereAreRefused() throws Exception {
        Files.writeString(wanted, """
                line pins gpio
                board pi gpio line=pins
                door 1 board=pi channel=17 sensor=22 size=M height=LOW column=0 row=0 columns=1 rows=1
                """);
        Tool.Run pins = Tool.run("simulate", wanted.toString());
        assertThat(pins.exit()).isEqualTo(Exit.REFUSED);
        assertThat(pins.err()).contains("pins cannot be simulated");
        want(BoardKind.BOARD_8A80, "simulated");
        Tool.Run there = Tool.run("simulate", wanted.toString(), "--out", wanted.toString());
        assertThat(there.exit()).isEqualTo(Exit.REFUSED);
        assertThat(there.err()).contains("is there already");
    }
}

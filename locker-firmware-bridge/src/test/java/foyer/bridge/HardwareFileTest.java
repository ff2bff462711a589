package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardwareFileTest {
    private static final String GOOD = """
            line main simulated
            board a 8a80 line=main address=1 channels=24
            door 1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1
            door 2 board=a channel=2 size=M height=LOW column=1 row=0 columns=2 rows=2 closed=0x00
            bin 1 board=a flap=13 beam=14 level=15 capacity=100
            scanner front simulated
            """;

    @TempDir
    private Path folder;

    @Test
    void theWallIsReadAsItStands() throws Exception {
        Hardware hardware = TestHardware.simulated(folder);
        assertThat(hardware.compartments()).hasSize(12);
        assertThat(hardware.compartments().get(9))
                .isEqualTo(new Compartment("10", Compartment.Size.L, Compartment.Height.LOW, 0, 3, 1, 1));
        assertThat(hardware.bins()).containsExactly("1", "2");
        assertThat(hardware.doors().getFirst().sensor()).isEqualTo(new Hardware.Input("a", 1, true));
        assertThat(hardware.doors().getLast().lock()).isEqualTo(new Hardware.Output("a", 24));
        assertThat(hardware.doors().getLast().sensor()).isEqualTo(new Hardware.Input("a", 24, false));
        assertThat(hardware.returnBins().getLast())
                .isEqualTo(new Hardware.BinMap(
                        "2",
                        60,
                        new Hardware.Output("a", 16),
                        new Hardware.Input("a", 16, false),
                        new Hardware.Input("a", 17, false),
                        new Hardware.Input("a", 18, true),
                        null,
                        new Hardware.Signals(null, null, null)));
        assertThat(hardware.jammedAfterMillis()).isEqualTo(1000);
    }

    @Test
    void everyDocumentedExampleIsAGoodFile() throws Exception {
        String[] page = Files.readString(Path.of("docs", "hardware-file.md")).split("```", -1);
        Set<Hardware.BoardKind> shown = EnumSet.noneOf(Hardware.BoardKind.class);
        for (int i = 1; i < page.length; i += 2) {
            TestHardware.read(folder, page[i]).boards().forEach(board -> shown.add(board.kind()));
        }
        assertThat(shown).as("an example for each kind").containsExactly(Hardware.BoardKind.values());
        Hardware first = TestHardware.read(folder, page[1]);
        assertThat(first.compartments()).hasSize(12);
        assertThat(first.bins()).hasSize(2);
    }

    @Test
    void aSerialLineKeepsItsPathAndSpeed() throws Exception {
        Hardware hardware = TestHardware.serial(folder, "/dev/serial/by-id/usb-A", "/dev/serial/by-id/usb-B");
        assertThat(hardware.lines())
                .containsExactly(new Hardware.LineMap("main", new Hardware.Serial("/dev/serial/by-id/usb-A", 9600)));
        assertThat(hardware.scanners())
                .containsExactly(
                        new Hardware.ScannerMap("front", new Hardware.Serial("/dev/serial/by-id/usb-B", 9600)));
    }

    /** Each row replaces one part of a good file; the refusal names the line and says what to do instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    line main simulated          | line main usb                 | 1 | write serial
                    line main simulated          | line main                     | 1 | write for example: line main
                    line main simulated          | line main serial /dev/x       | 1 | write for example: line main
                    line main simulated          | line main serial COM3 9600    | 1 | is no path
                    line main simulated          | line main serial /dev/x 9601  | 1 | write one of [1200
                    line main simulated          | line main serial /dev/x fast  | 1 | write a number
                    line main simulated          | line m/n simulated            | 1 | letters, digits and hyphens
                    line main simulated          | line main simulated now       | 1 | 'now' is too much
                    line main simulated          | wire main simulated           | 1 | begin with line, board
                    board a 8a80                 | board a cu99                  | 2 | write one of 8a80, cu16, cu48
                    line=main                    | line=mian                     | 2 | no line 'mian' above
                    line=main                    | port=main                     | 2 | 'port=' has no meaning
                    line=main address            | address                       | 2 | 'line=' is missing
                    address=1                    | address=0                     | 2 | from 1 to 32
                    address=1                    | address=33                    | 2 | from 1 to 32
                    channels=24                  | channels=16                   | 2 | channels=24 or channels=32
                    channels=24                  | channels=24 channels=24       | 2 | written twice
                    channel=1 size               | size                          | 3 | 'channel=' is missing
                    channel=1                    | channel=25                    | 3 | from 1 to 24
                    channel=1                    | channel=0                     | 3 | from 1 to 24
                    channel=1                    | channel=-1                    | 3 | from 1 to 24
                    door 1 board=a               | door 1 board=b                | 3 | no board 'b' above
                    size=S                       | size=XL                       | 3 | write one of S, M, L
                    height=HIGH                  | height=high                   | 3 | write one of LOW, MIDDLE, HIGH
                    columns=1 rows=1             | columns=0 rows=1              | 3 | from 1 to 100
                    channel=2                    | channel=1                     | 4 | channel 1 of board a is taken by line 3
                    door 2                       | door 1                        | 4 | door 1 is taken by line 3
                    column=1 row=0               | column=0 row=0                | 4 | cell column 0 row 0 is taken by line 3
                    closed=0x00                  | closed=1                      | 4 | write 0x11 or 0x00
                    closed=0x00                  | close=0x00                    | 4 | 'close=' has no meaning
                    flap=13                      | flap=2                        | 5 | channel 2 of board a is taken by line 4
                    beam=14                      | beam=13                       | 5 | channel 13 of board a is taken by line 5
                    level=15                     | level=                        | 5 | 'level=' is missing
                    capacity=100                 | capacity=0                    | 5 | from 1 to 10000
                    scanner front simulated      | scanner front nose            | 6 | write serial
                    scanner front simulated      | opening jammed-after=499      | 6 | from 500 to 10000
                    """)
    void everyWrongMappingIsRefusedByItsLine(String good, String wrong, int line, String instead) {
        String text = GOOD.replaceFirst(good, wrong);
        assertThat(text).as("the row changes something").isNotEqualTo(GOOD);
        assertThatThrownBy(() -> TestHardware.read(folder, text))
                .isInstanceOf(HardwareFault.class)
                .hasMessageContaining("hardware.txt, line " + line + ": ")
                .hasMessageContaining(instead);
    }

    /** What makes a good file wrong when it is added as line 7. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    line main simulated                             | line main is taken by line 1
                    line spare simulated                            | nothing hangs on it
                    board a 8a80 line=main address=2 channels=24    | board a is taken by line 2
                    board b 8a80 line=main address=1 channels=24    | address 1 on line main is taken by line 2
                    board b 8a80 line=main address=2 channels=24    | nothing hangs on it
                    bin 1 board=a flap=16 beam=17 level=18 capacity=5 | bin 1 is taken by line 5
                    scanner front simulated                         | scanner front is taken by line 6
                    scanner 2nd serial dev 9600                     | is no path
                    opening                                         | 'jammed-after=' is missing
                    """)
    void whatIsTwiceOrLeadsNowhereIsRefusedByItsLine(String more, String why) {
        assertThatThrownBy(() -> TestHardware.read(folder, GOOD + more))
                .isInstanceOf(HardwareFault.class)
                .hasMessageContaining("hardware.txt, line 7: ")
                .hasMessageContaining(why);
    }

    @Test
    void twoPartsOnOneDeviceAreRefused() {
        String text = GOOD.replace("line main simulated", "line main serial /dev/ttyUSB0 9600")
                .replace("scanner front simulated", "scanner front serial /dev/ttyUSB0 9600");
        assertThatThrownBy(() -> TestHardware.read(folder, text)).hasMessageContaining("line 6: device /dev/ttyUSB0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n\n", "scanner front simulated\n"})
    void aFileWithoutDoorsAndBinsIsRefused(String text) {
        assertThatThrownBy(() -> TestHardware.read(folder, text))
                .isInstanceOf(HardwareFault.class)
                .hasMessageContaining("without a door or bin");
    }
}

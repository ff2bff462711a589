package foyer.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.bridge.Hardware.BoardKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of line, board and scanner in one file, and what each refuses. */
class HardwareKindsTest {
    private static final String GOOD = """
            line l1 serial /dev/serial/by-id/usb-A 9600
            line l2 serial /dev/serial/by-id/usb-B 19200
            line l3 tcp 192.168.1.20 4196
            line l4 tcp Boards.example 502
            line l5 gpio
            line l6 serial /dev/serial/by-id/usb-C 9600
            board a 8a80 line=l1 address=1 channels=24 pulse=2000 supply=left
            board b cu16 line=l2 address=0 channels=12
            board c cu48 line=l3 address=15 channels=48 reply=300
            board d modbus-tcp line=l4 address=247 channels=16 pulse=300
            board e gpio line=l5 pulse=250 active=low
            board f modbus line=l6 address=1 channels=8
            door a board=a channel=1 sensor=2 size=S height=HIGH column=0 row=0 columns=1 rows=1
            door b board=b channel=12 size=S height=HIGH column=1 row=0 columns=1 rows=1
            door c board=c channel=48 size=S height=HIGH column=2 row=0 columns=1 rows=1
            door e board=e channel=17 sensor=27 size=S height=HIGH column=3 row=0 columns=1 rows=1 closed=0x00
            bin d board=d flap=1 beam=2 level=3 present=4 red=2 green=3 buzzer=4 capacity=50 present-closed=0x00
            bin f board=f flap=1 flap-sensor=8 beam=2 level=3 capacity=50
            tamper back board=a channel=24 closed=0x00
            power mains board=a channel=23
            scanner s1 evdev /dev/input/by-id/usb-Scanner-event-kbd
            scanner s2 keyboard
            scanner s3 camera rpicam-vid --codec mjpeg --width=640 --width=640 -o -
            code card kind=card prefix=2 length=14 check=luhn symbology=codabar
            """;

    @TempDir
    private Path folder;

    @Test
    void everyKindIsReadAsItStands() throws Exception {
        Hardware hardware = TestHardware.read(folder, GOOD);
        assertThat(hardware.lines().get(2).kind()).isEqualTo(new Hardware.Tcp("192.168.1.20", 4196));
        assertThat(hardware.lines().get(4).kind()).isEqualTo(new Hardware.Gpio());
        assertThat(hardware.boards())
                .containsExactly(
                        new Hardware.BoardMap("a", "l1", BoardKind.BOARD_8A80, 1, 24, 100, 2000, false, "left"),
                        new Hardware.BoardMap("b", "l2", BoardKind.CU16, 0, 12, 100, 0, false, "main"),
                        new Hardware.BoardMap("c", "l3", BoardKind.CU48, 15, 48, 300, 0, false, "main"),
                        new Hardware.BoardMap("d", "l4", BoardKind.MODBUS_TCP, 247, 16, 100, 300, false, "main"),
                        new Hardware.BoardMap("e", "l5", BoardKind.GPIO, 0, 27, 100, 250, true, "main"),
                        new Hardware.BoardMap("f", "l6", BoardKind.MODBUS, 1, 8, 100, 500, false, "main"));
        assertThat(hardware.returnBins().getFirst().present()).isEqualTo(new Hardware.Input("d", 4, false));
        assertThat(hardware.returnBins().getFirst().signals())
                .isEqualTo(new Hardware.Signals(
                        new Hardware.Output("d", 2), new Hardware.Output("d", 3), new Hardware.Output("d", 4)));
        assertThat(hardware.returnBins().getLast().flapSensor()).isEqualTo(new Hardware.Input("f", 8, true));
        assertThat(hardware.tampers())
                .containsExactly(new Hardware.SwitchMap("back", new Hardware.Input("a", 24, false)));
        assertThat(hardware.powers())
                .containsExactly(new Hardware.SwitchMap("mains", new Hardware.Input("a", 23, true)));
        assertThat(hardware.scanners().stream().map(Hardware.ScannerMap::kind))
                .containsExactly(
                        new Hardware.Evdev("/dev/input/by-id/usb-Scanner-event-kbd"),
                        new Hardware.Keyboard(),
                        new Hardware.Camera(
                                List.of("rpicam-vid", "--codec", "mjpeg", "--width=640", "--width=640", "-o", "-")));
        assertThat(hardware.codes().formats()).hasSize(1);
    }

    @Test
    void theWayToEveryCompartmentIsKnown() throws Exception {
        Hardware hardware = TestHardware.read(folder, GOOD);
        assertThat(hardware.routes()).containsOnlyKeys("a", "b", "c", "e");
        assertThat(hardware.routes().get("a"))
                .isEqualTo(new Hardware.Route(
                        hardware.lines().getFirst(), hardware.boards().getFirst(), 1, 2));
        assertThat(hardware.routes().get("e"))
                .isEqualTo(new Hardware.Route(hardware.line("l5"), hardware.board("e"), 17, 27));
    }

    /** Each row replaces one part of a good file; the refusal names the line and says what to do instead. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    line l3 tcp 192.168.1.20 4196 | line l3 tcp 192.168.1.20       | 3  | line main tcp 192.168.1.20 4196
                    line l3 tcp 192.168.1.20 4196 | line l3 tcp a/b 4196           | 3  | no name or address of a host
                    line l3 tcp 192.168.1.20 4196 | line l3 tcp 192.168.1.20 0     | 3  | from 1 to 65535
                    line l3 tcp 192.168.1.20 4196 | line l3 tcp 192.168.1.20 65536 | 3  | from 1 to 65535
                    line l4 tcp Boards.example    | line l4 tcp 192.168.1.20 4196 #| 4  | port 4196 is taken by line 3
                    line l5 gpio                  | line l5 gpio now               | 5  | 'now' is too much
                    line l6 serial                | line l6 gpio #                 | 6  | set of pins is taken by line 5
                    line=l1 address=1             | line=l5 address=1              | 7  | put it on a serial or tcp line
                    line=l1 address=1             | line=l2 address=1              | 8  | since line 7
                    pulse=2000                    | pulse=1500                     | 7  | whole seconds, as pulse=1000
                    pulse=2000                    | pulse=10000                    | 7  | from 1000 to 9000
                    supply=left                   | supply=a/b                     | 7  | letters, digits and hyphens
                    supply=left                   | supply=                        | 7  | 'supply=' is missing
                    address=0                     | address=16                     | 8  | from 0 to 15
                    channels=12                   | channels=24                    | 8  | channels=12 or channels=16
                    channels=12                   | channels=12 pulse=500          | 8  | remove 'pulse='
                    channels=48                   | channels=24                    | 9  | write channels=48
                    channels=48                   | channels=48 pulse=500          | 9  | remove 'pulse='
                    address=15                    | address=16                     | 9  | from 0 to 15
                    reply=300                     | reply=19                       | 9  | from 20 to 1000
                    line=l4                       | line=l6                        | 10 | or write modbus
                    address=247                   | address=248                    | 10 | from 1 to 247
                    channels=16                   | channels=49                    | 10 | from 1 to 48
                    pulse=300                     | pulse=350                      | 10 | steps of 100, as pulse=500
                    pulse=300                     | pulse=0                        | 10 | from 100 to 9000
                    e gpio line=l5                | e gpio line=l1                 | 11 | for example: line pins gpio
                    e gpio line=l5                | e gpio line=l5 address=1       | 11 | 'address=' has no meaning
                    pulse=250                     | pulse=19                       | 11 | from 20 to 3000
                    active=low                    | active=0                       | 11 | write active=low
                    address=15                    | address=15 active=low          | 9  | 'active=' has no meaning
                    pulse=250                     | reply=250                      | 11 | 'reply=' has no meaning
                    f modbus line=l6              | f gpio line=l5 #               | 12 | set of pins is taken by line 11
                    f modbus line=l6              | f modbus line=l4               | 12 | speaks modbus-tcp since line 10
                    line=l6 address=1             | line=l6 address=0              | 12 | from 1 to 247
                    channel=1 sensor=2            | channel=1 sensor=25            | 13 | from 1 to 24
                    channel=12 size               | channel=13 size                | 14 | from 1 to 12
                    channel=12 size               | channel=12 sensor=33 size      | 14 | from 1 to 32
                    channel=17 sensor=27          | channel=17                     | 16 | for example sensor=17
                    channel=17 sensor=27          | channel=17 sensor=17           | 16 | channel 17 of board e is taken by line 16
                    channel=17 sensor=27          | channel=17 sensor=28           | 16 | from 1 to 27
                    beam=2 level=3 present        | beam=1 level=3 present         | 17 | channel 1 of board d is taken by line 17
                    red=2                         | red=1                          | 17 | channel 1 of board d is taken by line 17
                    green=3                       | green=17                       | 17 | from 1 to 16
                    present=4 red                 | red                            | 17 | write 'present=' too
                    flap-sensor=8                 | flap-sensor=9                  | 18 | from 1 to 8
                    f board=f flap=1 flap-sensor=8 beam=2 level=3 | f board=a red=9 flap=3 beam=4 level=5 | 18 | has locks only; remove 'red='
                    tamper back board             | tamper b/k board               | 19 | letters, digits and hyphens
                    channel=24                    | channel=2                      | 19 | channel 2 of board a is taken by line 13
                    channel=24                    | level=24                       | 19 | 'level=' has no meaning
                    channel=24 closed=0x00        | channel=24 closed=yes          | 19 | write 0x11 or 0x00
                    channel=23                    | channel=24                     | 20 | channel 24 of board a is taken by line 19
                    channel=23                    | channel=23 closed=             | 20 | write 0x11 or 0x00
                    power mains                   | tamper back                    | 20 | tamper back is taken by line 19
                    evdev /dev/input/by-id        | evdev /dev/by-id               | 21 | under /dev/input
                    evdev /dev/input/by-id        | evdev /dev/input/../by-id      | 21 | under /dev/input
                    scanner s2 keyboard           | scanner s2 keyboard now        | 22 | 'now' is too much
                    scanner s3 camera             | scanner s3 camera #            | 23 | rpicam-vid
                    scanner s3 camera             | scanner s3 keyboard #          | 23 | the keyboard is taken by line 22
                    code card                     | code c/d                       | 24 | letters, digits and hyphens
                    code card                     | code card now                  | 24 | 'now' is too much
                    length=14                     | length=65                      | 24 | from 1 to 64
                    length=14                     | size=14                        | 24 | 'size=' has no meaning
                    """)
    void everyWrongMappingIsRefusedByItsLine(String good, String wrong, int line, String instead) {
        String text = GOOD.replaceFirst(good, wrong);
        assertThat(text).as("the row changes something").isNotEqualTo(GOOD);
        assertThatThrownBy(() -> TestHardware.read(folder, text))
                .isInstanceOf(HardwareFault.class)
                .hasMessageContaining("hardware.txt, line " + line + ": ")
                .hasMessageContaining(instead);
    }

    @Test
    void modbusTcpMayBeSimulatedAndGpioMayNot() throws Exception {
        String doors = "door 1 board=a channel=1 sensor=2 size=S height=LOW column=0 row=0 columns=1 rows=1\n";
        Hardware simulated = TestHardware.read(
                folder, "line main simulated\nboard a modbus-tcp line=main address=1 channels=8\n" + doors);
        assertThat(simulated.boards().getFirst().kind()).isEqualTo(BoardKind.MODBUS_TCP);
        assertThatThrownBy(() -> TestHardware.read(folder, "line main simulated\nboard a gpio line=main\n" + doors))
                .hasMessageContaining("line 2: a gpio board is this computer's pins");
    }
}

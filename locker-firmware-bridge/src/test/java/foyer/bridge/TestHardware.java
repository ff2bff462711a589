package foyer.bridge;

import foyer.bridge.Hardware.BoardKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hardware files for tests, read by production's own door. */
public final class TestHardware {
    /** Twelve doors, two of them on locks that read 0x00 closed, and two bins; {LINE}, {BOARD} and {SCANNER} stand for kinds. */
    private static final String TEXT = """
            # a wall of three columns and four rows
            line    main  {LINE}
            board   a     {BOARD} line=main address=5
            door    1     board=a channel=1  size=S height=HIGH   column=0 row=0 columns=1 rows=1
            door    2     board=a channel=2  size=S height=HIGH   column=1 row=0 columns=1 rows=1 closed=0x11
            door    3     board=a channel=3  size=S height=HIGH   column=2 row=0 columns=1 rows=1 closed=0x00
            door    4     board=a channel=4  size=S height=MIDDLE column=0 row=1 columns=1 rows=1
            door    5     board=a channel=5  size=S height=MIDDLE column=1 row=1 columns=1 rows=1
            door    6     board=a channel=6  size=S height=MIDDLE column=2 row=1 columns=1 rows=1
            door    7     board=a channel=7  size=M height=MIDDLE column=0 row=2 columns=1 rows=1
            door    8     board=a channel=8  size=M height=MIDDLE column=1 row=2 columns=1 rows=1
            door    9     board=a channel=9  size=M height=MIDDLE column=2 row=2 columns=1 rows=1
            door    10    board=a channel=10 size=L height=LOW    column=0 row=3 columns=1 rows=1
            door    11    board=a channel=11 size=L height=LOW    column=1 row=3 columns=1 rows=1
            door    12    board=a channel={LAST} size=L height=LOW    column=2 row=3 columns=1 rows=1 closed=0x00
            bin     1     board=a flap=13 beam=14 level=15 capacity=100
            bin     2     board=a flap=16 beam=17 level=18 capacity=60 closed=0x00 beam-closed=0x00
            scanner front {SCANNER}
            opening jammed-after=1000
            """;

    private TestHardware() {}

    public static Hardware read(Path folder, String text) throws HardwareFault, IOException {
        Path file = folder.resolve("hardware.txt");
        Files.writeString(file, text);
        return Hardware.read(file);
    }

    public static Hardware simulated(Path folder) throws HardwareFault, IOException {
        return of(BoardKind.BOARD_8A80, folder, "simulated", "simulated");
    }

    /** The same wall, with its line and scanner on these devices. */
    public static Hardware serial(Path folder, String line, String scanner) throws HardwareFault, IOException {
        return of(BoardKind.BOARD_8A80, folder, "serial " + line + " 9600", "serial " + scanner + " 9600");
    }

    /** The same wall, whatever board it hangs on. */
    public static Hardware of(BoardKind kind, Path folder, String line, String scanner)
            throws HardwareFault, IOException {
        return read(folder, text(kind, line, scanner));
    }

    /** As {@link #of}, to be changed before it is read. */
    public static String text(BoardKind kind, String line, String scanner) {
        int channels =
                switch (kind) {
                    case BOARD_8A80, MODBUS, MODBUS_TCP -> 24;
                    case CU16 -> 16;
                    case CU48 -> 48;
                    case GPIO -> throw new IllegalArgumentException("a wall of pins has channels of its own");
                };
        return TEXT.replace("{LINE}", line)
                .replace("{BOARD}", kind.word() + " channels=" + channels)
                .replace("{LAST}", String.valueOf(kind == BoardKind.CU16 ? 12 : channels))
                .replace("{SCANNER}", scanner);
    }
}

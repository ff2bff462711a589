package foyer.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the lines of a hardware file one after another; the first that is wrong refuses the whole file. */
final class HardwareFile {
    private static final String LINE = "line main serial /dev/serial/by-id/usb-FTDI-if00-port0 9600";
    private static final String BOARD = "board a 8a80 line=main address=1 channels=24";
    private static final String DOOR =
            "door 1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1 closed=0x11";
    private static final String BIN = "bin 1 board=a flap=13 beam=14 level=15 capacity=100";
    private static final String SCANNER = "scanner front serial /dev/serial/by-id/usb-Scanner-if00 9600";
    private static final String OPENING = "opening jammed-after=2500";
    private static final Set<Integer> BAUDS = Set.of(1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200);
    private static final int MOST_CELLS = 100;
    private static final int DEFAULT_REPLY_MILLIS = 100;
    private static final int DEFAULT_JAMMED_AFTER_MILLIS = 2_500;

    private final String file;
    private final Map<String, Hardware.LineMap> lines = new HashMap<>();
    private final Map<String, Hardware.BoardMap> boards = new HashMap<>();
    private final List<Hardware.LineMap> lineOrder = new ArrayList<>();
    private final List<Hardware.BoardMap> boardOrder = new ArrayList<>();
    private final List<Hardware.DoorMap> doors = new ArrayList<>();
    private final List<Hardware.BinMap> bins = new ArrayList<>();
    private final List<Hardware.ScannerMap> scanners = new ArrayList<>();
    /** What is used up (a name, an address, a channel, a grid cell, a device), and the line that uses it. */
    private final Map<String, Integer> taken = new HashMap<>();
    /** Lines and boards nothing hangs on yet. */
    private final Map<String, Statement> unused = new HashMap<>();

    private int jammedAfterMillis = DEFAULT_JAMMED_AFTER_MILLIS;

    HardwareFile(String file) {
        this.file = file;
    }

    Hardware read(List<String> text) throws HardwareFault {
        for (int i = 0; i < text.size(); i++) {
            String content = text.get(i).replaceFirst("#.*", "").strip();
            if (!content.isEmpty()) {
                take(new Statement(file, i + 1, content));
            }
        }
        Statement idle = unused.values().stream()
                .min((a, b) -> Integer.compare(a.line(), b.line()))
                .orElse(null);
        if (idle != null) {
            throw idle.fault("nothing hangs on it; add what does, or remove this line");
        }
        if (doors.isEmpty() && bins.isEmpty()) {
            throw new HardwareFault(
                    file, Math.max(1, text.size()), "the file ends without a door or bin; write for example: " + DOOR);
        }
        return new Hardware(lineOrder, boardOrder, doors, bins, scanners, jammedAfterMillis);
    }

    private void take(Statement statement) throws HardwareFault {
        switch (statement.word(0, DOOR)) {
            case "line" -> line(statement);
            case "board" -> board(statement);
            case "door" -> door(statement);
            case "bin" -> bin(statement);
            case "scanner" -> scanner(statement);
            case "opening" -> opening(statement);
            default ->
                throw statement.fault("'" + statement.word(0, DOOR)
                        + "' is not known; begin with line, board, door, bin, scanner or opening");
        }
    }

    private void line(Statement statement) throws HardwareFault {
        String name = statement.name(LINE);
        claim(statement, "line " + name, "give this one another name");
        Hardware.LineMap line = new Hardware.LineMap(name, kind(statement, LINE));
        lines.put(name, line);
        lineOrder.add(line);
        unused.put("line " + name, statement);
    }

    private Hardware.LineKind kind(Statement statement, String example) throws HardwareFault {
        return switch (statement.word(2, example)) {
            case "simulated" -> {
                statement.only(3, Set.of(), example.replaceFirst("serial .*", "simulated"));
                yield new Hardware.Simulated();
            }
            case "serial" -> {
                statement.only(5, Set.of(), example);
                yield serial(statement, example);
            }
            default ->
                throw statement.fault("'" + statement.word(2, example)
                        + "' is no kind of line; write serial with path and baud, or simulated");
        };
    }

    private Hardware.Serial serial(Statement statement, String example) throws HardwareFault {
        String path = statement.word(3, example);
        if (!path.startsWith("/")) {
            throw statement.fault(
                    "'" + path + "' is no path of a device; write it from the / on, best /dev/serial/by-id/...");
        }
        claim(statement, "device " + path, "each line and scanner needs a device of its own");
        int baud = statement.number("", statement.word(4, example), 1, 1_000_000);
        if (!BAUDS.contains(baud)) {
            throw statement.fault(baud + " is no usual speed; write one of "
                    + BAUDS.stream().sorted().toList());
        }
        return new Hardware.Serial(path, baud);
    }

    private void board(Statement statement) throws HardwareFault {
        String name = statement.name(BOARD);
        claim(statement, "board " + name, "give this one another name");
        statement.only(3, Set.of("line", "address", "channels", "reply"), BOARD);
        if (!statement.word(2, BOARD).equals("8a80")) {
            throw statement.fault("'" + statement.word(2, BOARD) + "' is no kind of board known here; write 8a80");
        }
        String line = statement.text("line", "main");
        if (!lines.containsKey(line)) {
            throw statement.fault("there is no line '" + line + "' above; write one first, for example: " + LINE);
        }
        unused.remove("line " + line);
        int address = statement.number("address", 1, 32);
        claim(statement, "address " + address + " on line " + line, "set the DIP switches to different addresses");
        int channels = statement.number("channels", 1, 1_000);
        if (channels != 24 && channels != 32) {
            throw statement.fault("'channels=" + channels + "' is no 8a80 board; write channels=24 or channels=32");
        }
        int reply = statement.has("reply") ? statement.number("reply", 20, 1_000) : DEFAULT_REPLY_MILLIS;
        Hardware.BoardMap board = new Hardware.BoardMap(name, line, address, channels, reply);
        boards.put(name, board);
        boardOrder.add(board);
        unused.put("board " + name, statement);
    }

    private void door(Statement statement) throws HardwareFault {
        String name = statement.name(DOOR);
        claim(statement, "door " + name, "give this one another name");
        statement.only(
                2, Set.of("board", "channel", "size", "height", "column", "row", "columns", "rows", "closed"), DOOR);
        Hardware.Input lock = input(statement, "channel", "closed");
        Compartment compartment = new Compartment(
                name,
                statement.oneOf("size", Compartment.Size.class),
                statement.oneOf("height", Compartment.Height.class),
                statement.number("column", 0, MOST_CELLS - 1),
                statement.number("row", 0, MOST_CELLS - 1),
                statement.number("columns", 1, MOST_CELLS),
                statement.number("rows", 1, MOST_CELLS));
        for (int column = 0; column < compartment.columns(); column++) {
            for (int row = 0; row < compartment.rows(); row++) {
                String cell = "cell column " + (compartment.column() + column) + " row " + (compartment.row() + row);
                claim(statement, cell, "no two doors can hang in one place");
            }
        }
        doors.add(new Hardware.DoorMap(compartment, lock));
    }

    private void bin(Statement statement) throws HardwareFault {
        String name = statement.name(BIN);
        claim(statement, "bin " + name, "give this one another name");
        statement.only(
                2, Set.of("board", "flap", "beam", "level", "capacity", "closed", "beam-closed", "level-closed"), BIN);
        bins.add(new Hardware.BinMap(
                name,
                statement.number("capacity", 1, 10_000),
                input(statement, "flap", "closed"),
                input(statement, "beam", "beam-closed"),
                input(statement, "level", "level-closed")));
    }

    private Hardware.Input input(Statement statement, String channelKey, String closedKey) throws HardwareFault {
        String name = statement.text("board", "a");
        Hardware.BoardMap board = boards.get(name);
        if (board == null) {
            throw statement.fault("there is no board '" + name + "' above; write one first, for example: " + BOARD);
        }
        int channel = statement.number(channelKey, 1, board.channels());
        claim(statement, "channel " + channel + " of board " + name, "write the channel it is wired to");
        unused.remove("board " + name);
        return new Hardware.Input(name, channel, statement.closedWhenShorted(closedKey));
    }

    private void scanner(Statement statement) throws HardwareFault {
        String name = statement.name(SCANNER);
        claim(statement, "scanner " + name, "give this one another name");
        scanners.add(new Hardware.ScannerMap(name, kind(statement, SCANNER)));
    }

    private void opening(Statement statement) throws HardwareFault {
        claim(statement, "opening", "write it once");
        statement.only(1, Set.of("jammed-after"), OPENING);
        jammedAfterMillis = statement.number("jammed-after", 500, 10_000);
    }

    private void claim(Statement statement, String what, String instead) throws HardwareFault {
        Integer earlier = taken.putIfAbsent(what, statement.line());
        if (earlier != null) {
            throw statement.fault(what + " is taken by line " + earlier + "; " + instead);
        }
    }
}

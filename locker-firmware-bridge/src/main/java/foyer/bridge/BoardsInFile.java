package foyer.bridge;

import foyer.bridge.Hardware.BoardKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code board} statements of a hardware file. */
final class BoardsInFile {
    static final String BOARD = "board a 8a80 line=main address=1 channels=24";
    private static final String PINS = "board a gpio line=pins";
    private static final int DEFAULT_REPLY_MILLIS = 100;
    private static final int DEFAULT_PULSE_MILLIS = 500;
    private static final int LONGEST_PULSE_MILLIS = 9_000;
    private static final int SHORTEST_PIN_PULSE_MILLIS = 20;
    private static final int LONGEST_PIN_PULSE_MILLIS = 3_000;
    private static final int SECOND = 1_000;
    /** Modbus boards count tenths of seconds. */
    private static final int TENTH = 100;

    private static final String DEFAULT_SUPPLY = "main";

    private record Spoken(BoardKind kind, int fileLine) {}

    private final Claims claims;
    private final LinesInFile lines;
    private final Map<String, Hardware.BoardMap> boards = new LinkedHashMap<>();
    private final Map<String, Spoken> spoken = new HashMap<>();

    BoardsInFile(Claims claims, LinesInFile lines) {
        this.claims = claims;
        this.lines = lines;
    }

    List<Hardware.BoardMap> boards() {
        return List.copyOf(boards.values());
    }

    /** The board a statement names. */
    Hardware.BoardMap named(Statement statement) throws HardwareFault {
        String name = statement.text("board", "a");
        Hardware.BoardMap board = boards.get(name);
        if (board == null) {
            throw statement.fault("there is no board '" + name + "' above; write one first, for example: " + BOARD);
        }
        claims.use("board " + name);
        return board;
    }

    void board(Statement statement) throws HardwareFault {
        String name = statement.name(BOARD);
        claims.claim(statement, "board " + name, "give this one another name");
        BoardKind kind = kind(statement);
        boolean pins = kind == BoardKind.GPIO;
        if (pins) {
            statement.only(3, Set.of("line", "pulse", "active", "supply"), PINS);
        } else {
            statement.only(3, Set.of("line", "address", "channels", "reply", "pulse", "supply"), BOARD);
        }
        Hardware.LineMap line = lines.named(statement);
        checkLine(statement, kind, line);
        Hardware.BoardMap board = new Hardware.BoardMap(
                name,
                line.name(),
                kind,
                pins ? 0 : address(statement, kind, line),
                pins ? kind.channels().getLast() : channels(statement, kind),
                statement.has("reply") ? statement.number("reply", 20, 1_000) : DEFAULT_REPLY_MILLIS,
                pulse(statement, kind),
                pins && isActiveLow(statement),
                statement.nameIn("supply", DEFAULT_SUPPLY));
        boards.put(name, board);
        claims.awaitUse("board " + name, statement);
    }

    private static BoardKind kind(Statement statement) throws HardwareFault {
        String word = statement.word(2, BOARD);
        for (BoardKind kind : BoardKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw statement.fault("'" + word + "' is no kind of board known here; write one of "
                + Stream.of(BoardKind.values()).map(BoardKind::word).collect(Collectors.joining(", ")));
    }

    private void checkLine(Statement statement, BoardKind kind, Hardware.LineMap line) throws HardwareFault {
        boolean pins = line.kind() instanceof Hardware.Gpio;
        if (pins && kind != BoardKind.GPIO) {
            throw statement.fault("line " + line.name() + " is this computer's pins, on which no " + kind.word()
                    + " board can hang; put it on a serial or tcp line");
        }
        if (!pins && kind == BoardKind.GPIO) {
            throw statement.fault(
                    "a gpio board is this computer's pins; put it on a line of their own, for example: line pins gpio");
        }
        if (kind == BoardKind.MODBUS_TCP && line.kind() instanceof Hardware.Serial) {
            throw statement.fault("modbus-tcp is spoken in networks only; put it on a tcp line, or write modbus");
        }
        if (pins) {
            claims.claim(statement, "line " + line.name() + "'s set of pins", "put its doors on that board");
        }
        Spoken before = spoken.putIfAbsent(line.name(), new Spoken(kind, statement.line()));
        if (before != null && before.kind() != kind) {
            throw statement.fault("line " + line.name() + " speaks "
                    + before.kind().word() + " since line " + before.fileLine() + ", and one line speaks one protocol;"
                    + " put this board on a line of its own");
        }
    }

    private int address(Statement statement, BoardKind kind, Hardware.LineMap line) throws HardwareFault {
        int address = statement.number("address", kind.lowestAddress(), kind.highestAddress());
        claims.claim(
                statement, "address " + address + " on line " + line.name(), "set the boards to different addresses");
        return address;
    }

    private static int channels(Statement statement, BoardKind kind) throws HardwareFault {
        List<Integer> possible = kind.channels();
        boolean everyNumber = possible.size() == possible.getLast();
        if (everyNumber) {
            return statement.number("channels", possible.getFirst(), possible.getLast());
        }
        int channels = statement.number("channels", 1, SECOND);
        if (!possible.contains(channels)) {
            throw statement.fault("'channels=" + channels + "' is no " + kind.word() + " board; write "
                    + possible.stream().map(count -> "channels=" + count).collect(Collectors.joining(" or ")));
        }
        return channels;
    }

    /** Most relay modules with optocouplers are on at 0 V. */
    private static boolean isActiveLow(Statement statement) throws HardwareFault {
        if (!statement.has("active")) {
            return false;
        }
        String level = statement.text("active", "low");
        if (!level.equals("low") && !level.equals("high")) {
            throw statement.fault("'active=" + level + "' is not known; write active=low for relays that are on at 0 V,"
                    + " else active=high");
        }
        return level.equals("low");
    }

    /** 0 for as long as the board itself is set to. */
    private static int pulse(Statement statement, BoardKind kind) throws HardwareFault {
        return switch (kind) {
            case BOARD_8A80 -> statement.has("pulse") ? pulse(statement, SECOND, "whole seconds, as pulse=1000") : 0;
            case CU16, CU48 -> {
                if (statement.has("pulse")) {
                    throw statement.fault("a " + kind.word() + " board pulses for as long as it is set to itself;"
                            + " remove 'pulse='");
                }
                yield 0;
            }
            case MODBUS, MODBUS_TCP ->
                statement.has("pulse") ? pulse(statement, TENTH, "steps of 100, as pulse=500") : DEFAULT_PULSE_MILLIS;
            case GPIO ->
                statement.has("pulse")
                        ? statement.number("pulse", SHORTEST_PIN_PULSE_MILLIS, LONGEST_PIN_PULSE_MILLIS)
                        : DEFAULT_PULSE_MILLIS;
        };
    }

    private static int pulse(Statement statement, int step, String instead) throws HardwareFault {
        int pulse = statement.number("pulse", step, LONGEST_PULSE_MILLIS);
        if (pulse % step != 0) {
            throw statement.fault("'pulse=" + pulse + "' cannot be sent to this board; write " + instead);
        }
        return pulse;
    }
}

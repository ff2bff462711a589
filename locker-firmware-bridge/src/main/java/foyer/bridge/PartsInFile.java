package foyer.bridge;

import foyer.bridge.Hardware.BoardKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code door}, {@code bin}, {@code tamper} and {@code power} statements of a hardware file. */
final class PartsInFile {
    static final String DOOR =
            "door 1 board=a channel=1 size=S height=HIGH column=0 row=0 columns=1 rows=1 closed=0x11";
    private static final String BIN = "bin 1 board=a flap=13 beam=14 level=15 capacity=100";
    private static final String SWITCH = " board=a channel=24";
    private static final int MOST_CELLS = 100;

    private final Claims claims;
    private final BoardsInFile boards;
    private final List<Hardware.DoorMap> doors = new ArrayList<>();
    private final List<Hardware.BinMap> bins = new ArrayList<>();
    private final List<Hardware.SwitchMap> tampers = new ArrayList<>();
    private final List<Hardware.SwitchMap> powers = new ArrayList<>();

    PartsInFile(Claims claims, BoardsInFile boards) {
        this.claims = claims;
        this.boards = boards;
    }

    List<Hardware.DoorMap> doors() {
        return List.copyOf(doors);
    }

    List<Hardware.BinMap> bins() {
        return List.copyOf(bins);
    }

    List<Hardware.SwitchMap> tampers() {
        return List.copyOf(tampers);
    }

    List<Hardware.SwitchMap> powers() {
        return List.copyOf(powers);
    }

    void door(Statement statement) throws HardwareFault {
        String name = statement.name(DOOR);
        claims.claim(statement, "door " + name, "give this one another name");
        statement.only(
                2,
                Set.of("board", "channel", "sensor", "size", "height", "column", "row", "columns", "rows", "closed"),
                DOOR);
        Hardware.Output lock = output(statement, "channel");
        Hardware.Input sensor = sensor(statement, "channel", "sensor");
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
                claims.claim(statement, cell, "no two doors can hang in one place");
            }
        }
        doors.add(new Hardware.DoorMap(compartment, lock, sensor));
    }

    void bin(Statement statement) throws HardwareFault {
        String name = statement.name(BIN);
        claims.claim(statement, "bin " + name, "give this one another name");
        statement.only(
                2,
                Set.of(
                        "board",
                        "flap",
                        "flap-sensor",
                        "beam",
                        "level",
                        "present",
                        "red",
                        "green",
                        "buzzer",
                        "capacity",
                        "closed",
                        "beam-closed",
                        "level-closed",
                        "present-closed"),
                BIN);
        if (statement.has("present-closed") && !statement.has("present")) {
            throw statement.fault("'present-closed=' belongs to a switch; write 'present=' too, or remove it");
        }
        bins.add(new Hardware.BinMap(
                name,
                statement.number("capacity", 1, 10_000),
                output(statement, "flap"),
                sensor(statement, "flap", "flap-sensor"),
                input(statement, "beam", "beam-closed"),
                input(statement, "level", "level-closed"),
                statement.has("present") ? input(statement, "present", "present-closed") : null,
                new Hardware.Signals(
                        signal(statement, "red"), signal(statement, "green"), signal(statement, "buzzer"))));
    }

    void tamper(Statement statement) throws HardwareFault {
        tampers.add(contact(statement, "tamper"));
    }

    void power(Statement statement) throws HardwareFault {
        powers.add(contact(statement, "power"));
    }

    private Hardware.SwitchMap contact(Statement statement, String what) throws HardwareFault {
        String example = what + " 1" + SWITCH;
        String name = statement.name(example);
        claims.claim(statement, what + " " + name, "give this one another name");
        statement.only(2, Set.of("board", "channel", "closed"), example);
        return new Hardware.SwitchMap(name, input(statement, "channel", "closed"));
    }

    /** The contact of a lock: on the lock's channel, if the file says no other. */
    private Hardware.Input sensor(Statement statement, String lockKey, String sensorKey) throws HardwareFault {
        boolean other = statement.has(sensorKey);
        if (!other && boards.named(statement).kind() == BoardKind.GPIO) {
            throw statement.fault("'" + sensorKey + "=' is missing: a pin is a lock or a contact, not both; write for"
                    + " example " + sensorKey + "=17");
        }
        return input(statement, other ? sensorKey : lockKey, "closed");
    }

    private Hardware.@Nullable Output signal(Statement statement, String key) throws HardwareFault {
        if (!statement.has(key)) {
            return null;
        }
        Hardware.BoardMap board = boards.named(statement);
        if (!board.kind().hasOutputs()) {
            throw statement.fault("a " + board.kind().word() + " board has locks only; remove '" + key
                    + "=' or put the bin on a modbus or gpio board");
        }
        return output(statement, key);
    }

    private Hardware.Output output(Statement statement, String key) throws HardwareFault {
        Hardware.BoardMap board = boards.named(statement);
        int channel = statement.number(key, 1, board.channels());
        // A pin is one thing; elsewhere a lock and a contact of the same number are two.
        claim(statement, board, channel, board.kind() == BoardKind.GPIO ? "pin" : "output");
        return new Hardware.Output(board.name(), channel);
    }

    private Hardware.Input input(Statement statement, String channelKey, String closedKey) throws HardwareFault {
        Hardware.BoardMap board = boards.named(statement);
        int channel = statement.number(channelKey, 1, board.contacts());
        claim(statement, board, channel, board.kind() == BoardKind.GPIO ? "pin" : "input");
        return new Hardware.Input(board.name(), channel, statement.closedWhenShorted(closedKey));
    }

    private void claim(Statement statement, Hardware.BoardMap board, int channel, String as) throws HardwareFault {
        String what = "channel " + channel + " of board " + board.name();
        claims.claim(statement, as + " " + what, what, "write the channel it is wired to");
    }
}

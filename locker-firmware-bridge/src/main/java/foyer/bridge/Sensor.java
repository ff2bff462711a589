package foyer.bridge;

import foyer.bridge.board.Reading;
import org.jspecify.annotations.Nullable;

/** One mapped channel and its contact's last word. Written by its line's thread, read by any. */
final class Sensor {
    enum Kind {
        DOOR,
        FLAP,
        BEAM,
        LEVEL,
        PRESENT,
        TAMPER,
        POWER
    }

    private static final int NO_LOCK = 0;

    private final Kind kind;
    private final String name;
    private final Hardware.Input input;
    private final int lock;
    private volatile Position position = Position.UNKNOWN;
    private volatile boolean open;
    private boolean told;

    private Sensor(Kind kind, String name, Hardware.Input input, int lock) {
        this.kind = kind;
        this.name = name;
        this.input = input;
        this.lock = lock;
    }

    Sensor(Kind kind, String name, Hardware.Input input) {
        this(kind, name, input, NO_LOCK);
    }

    static Sensor door(Hardware.DoorMap door) {
        return new Sensor(
                Kind.DOOR, door.compartment().name(), door.sensor(), door.lock().channel());
    }

    static Sensor flap(Hardware.BinMap bin) {
        return new Sensor(Kind.FLAP, bin.name(), bin.flapSensor(), bin.flap().channel());
    }

    Hardware.Input input() {
        return input;
    }

    /** The channel that opens it, of a door or flap. */
    int lock() {
        return lock;
    }

    /** Whether a pulse can open it. */
    boolean isLock() {
        return lock != NO_LOCK;
    }

    Position position() {
        return position;
    }

    /** The last thing known, also while the board is silent: a full bin stays full. */
    boolean lastKnownOpen() {
        return open;
    }

    /** For people: a compartment by its name, a bin's flap as {@code bin 1}. */
    String title() {
        return kind == Kind.DOOR ? name : "bin " + name;
    }

    void take(@Nullable Reading reading, long at, BridgeListener listener) {
        Position before = position;
        Position now = read(reading);
        boolean wasOpen = open;
        position = now;
        open = now == Position.UNKNOWN ? wasOpen : now == Position.OPEN;
        boolean changed = !told || before != now;
        boolean switched = now != Position.UNKNOWN && (!told || wasOpen != open);
        told = told || isLock() || now != Position.UNKNOWN;
        switch (kind) {
            case DOOR -> {
                if (changed) {
                    listener.door(name, now, at);
                }
            }
            case FLAP -> {
                if (changed) {
                    listener.flap(name, now, at);
                }
            }
            case BEAM -> {
                // From UNKNOWN it is no drop: what already lay in the beam may be long there.
                if (before == Position.CLOSED && now == Position.OPEN) {
                    listener.dropped(name, at);
                }
            }
            case LEVEL, PRESENT, TAMPER, POWER -> {
                if (switched) {
                    tellSwitch(listener);
                }
            }
        }
    }

    private void tellSwitch(BridgeListener listener) {
        switch (kind) {
            case LEVEL -> listener.level(name, open);
            case PRESENT -> listener.present(name, !open);
            case TAMPER -> listener.tamper(name, open);
            case POWER -> listener.power(name, !open);
            case DOOR, FLAP, BEAM -> throw new IllegalStateException(kind + " is no switch");
        }
    }

    private Position read(@Nullable Reading reading) {
        if (reading == null) {
            return Position.UNKNOWN;
        }
        return reading.shorted(input.channel()) == input.closedWhenShorted() ? Position.CLOSED : Position.OPEN;
    }
}

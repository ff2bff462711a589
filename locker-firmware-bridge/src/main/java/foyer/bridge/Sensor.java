package foyer.bridge;

import foyer.bridge.board.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One mapped channel and its contact's last word. Written by its line's thread, read by any. */
final class Sensor {
    enum Kind {
        DOOR,
        FLAP,
        BEAM,
        LEVEL
    }

    private final Kind kind;
    private final String name;
    private final Hardware.Input input;
    private volatile Position position = Position.UNKNOWN;
    private volatile boolean open;
    private boolean told;

    Sensor(Kind kind, String name, Hardware.Input input) {
        this.kind = kind;
        this.name = name;
        this.input = input;
    }

    /** The compartment's name, of a door. */
    Optional<String> door() {
        return kind == Kind.DOOR ? Optional.of(name) : Optional.empty();
    }

    /** The bin's name, of a flap. */
    Optional<String> flap() {
        return kind == Kind.FLAP ? Optional.of(name) : Optional.empty();
    }

    int channel() {
        return input.channel();
    }

    /** Whether a pulse can open it. */
    boolean isLock() {
        return kind == Kind.DOOR || kind == Kind.FLAP;
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
        boolean levelChanged = now != Position.UNKNOWN && (!told || wasOpen != open);
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
            case LEVEL -> {
                if (levelChanged) {
                    listener.level(name, open);
                }
            }
        }
    }

    private Position read(@Nullable Reading reading) {
        if (reading == null) {
            return Position.UNKNOWN;
        }
        return reading.shorted(input.channel()) == input.closedWhenShorted() ? Position.CLOSED : Position.OPEN;
    }
}

package foyer.station;

import java.time.Instant;
import java.util.List;

/**
 * The retained picture of a station: doors, bins, health. Nothing personal is in it.
 *
 * @param at what the station's clock said
 * @param waiting events in the outbox that the server has not acknowledged
 */
public record StationState(
        Instant at, long waiting, List<Door> doors, List<Bin> bins, List<Health> health, Doing doing) {
    public StationState {
        Range.atLeast(0, "waiting", waiting);
        doors = List.copyOf(doors);
        bins = List.copyOf(bins);
        health = List.copyOf(health);
    }

    /** @param use what the station takes the compartment for, whatever its door says */
    public record Door(CompartmentId id, Position position, Use use) {}

    /** @param dropped items dropped since the bin was last emptied; {@code room} is capacity less that, or less a level sensor's word */
    public record Bin(BinId id, Position flap, int dropped, int capacity) {
        public Bin {
            Range.atLeast(0, "dropped", dropped);
            Range.atLeast(0, "capacity", capacity);
        }
    }

    public record Health(String part, boolean well, String words) {}

    /** A door's own sensor's word; UNKNOWN when the board does not answer. */
    public enum Position {
        OPEN,
        CLOSED,
        UNKNOWN
    }

    public enum Use {
        FREE,
        HOLDING,
        TO_INSPECT,
        JAMMED
    }

    /** What is going on at the touchscreen, so that staff do not open a door under somebody's hands. */
    public enum Doing {
        IDLE,
        PICKUP,
        RETURN,
        STAFF,
        OUT_OF_ORDER
    }
}

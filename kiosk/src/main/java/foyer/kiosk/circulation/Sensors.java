package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.StationState.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The last word of every sensor since this start; UNKNOWN before its first. */
public record Sensors(Map<CompartmentId, Reading> doors, Map<BinId, Reading> flaps, Set<BinId> full) {
    public static final Sensors SILENT = new Sensors(Map.of(), Map.of(), Set.of());

    private static final Reading NONE = new Reading(Position.UNKNOWN, Long.MIN_VALUE, 0);

    public Sensors {
        doors = Map.copyOf(doors);
        flaps = Map.copyOf(flaps);
        full = Set.copyOf(full);
    }

    /**
     * @param at when the hardware saw it, in nanoseconds of the hardware's own clock
     * @param since {@link Now#ms} when it was told here
     */
    public record Reading(Position position, long at, long since) {}

    public Reading door(CompartmentId door) {
        return doors.getOrDefault(door, NONE);
    }

    public Reading flap(BinId bin) {
        return flaps.getOrDefault(bin, NONE);
    }

    public Position position(CompartmentId door) {
        return door(door).position();
    }

    Sensors door(CompartmentId door, Reading reading) {
        Map<CompartmentId, Reading> next = new HashMap<>(doors);
        next.put(door, reading);
        return new Sensors(next, flaps, full);
    }

    Sensors flap(BinId bin, Reading reading) {
        Map<BinId, Reading> next = new HashMap<>(flaps);
        next.put(bin, reading);
        return new Sensors(doors, next, full);
    }

    Sensors level(BinId bin, boolean isFull) {
        Set<BinId> next = new HashSet<>(full);
        if (isFull) {
            next.add(bin);
        } else {
            next.remove(bin);
        }
        return new Sensors(doors, flaps, next);
    }
}

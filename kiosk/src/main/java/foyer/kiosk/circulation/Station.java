package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.CompartmentId;
import foyer.station.ServerMessage.Desired;
import foyer.station.StationEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that must survive a power cut: the fold of every {@link StationEvent} of this epoch in the order of seq, and the
 * version of {@link Desired} it follows.
 *
 * @param dropped items in each bin since it was last emptied
 * @param health the last word on each part; a part never heard of is well
 */
public record Station(
        Optional<Desired> desired,
        Map<CompartmentId, Use> uses,
        Map<CompartmentId, Underway.Door> doors,
        Map<BinId, Underway.Flap> flaps,
        Map<BinId, Integer> dropped,
        Map<String, Health> health) {
    public Station {
        uses = Map.copyOf(uses);
        doors = Map.copyOf(doors);
        flaps = Map.copyOf(flaps);
        dropped = Map.copyOf(dropped);
        health = Map.copyOf(health);
    }

    public record Health(boolean well, String words) {}

    /** The part by whose health the loss of the station's database is told. */
    public static final String DATABASE = "database";

    public static final Station EMPTY = new Station(Optional.empty(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public static Station of(List<StationEvent> events) {
        Station station = EMPTY;
        for (StationEvent event : events) {
            station = station.after(event);
        }
        return station;
    }

    public Station after(StationEvent event) {
        return Fold.apply(this, event);
    }

    public Station following(Desired next) {
        return new Station(Optional.of(next), uses, doors, flaps, dropped, health);
    }

    public long version() {
        return desired.map(Desired::version).orElse(0L);
    }

    /** After its database was lost a station knows of no compartment what is in it, until staff have looked. */
    public Use use(CompartmentId door) {
        return uses.getOrDefault(
                door, well(DATABASE) ? new Use.Free() : new Use.Blocked(Use.Why.UNCERTAIN, Optional.empty()));
    }

    public int dropped(BinId bin) {
        return dropped.getOrDefault(bin, 0);
    }

    public boolean well(String part) {
        return health.getOrDefault(part, new Health(true, "")).well();
    }

    /** A wrong door moved: nothing opens for patrons until staff have looked into every door it concerned. */
    public boolean locked() {
        return uses.values().stream()
                .anyMatch(use -> use instanceof Use.Blocked blocked && blocked.why() == Use.Why.WRONG_DOOR);
    }
}

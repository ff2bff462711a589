package foyer.kiosk.circulation;

import foyer.station.BinId;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.CompartmentId;
import java.util.List;
import java.util.Optional;

/** The compartments and bins of this station as they hang on its wall. */
public record Wall(List<CompartmentPlan> compartments, List<Bin> bins) {
    public Wall {
        compartments = List.copyOf(compartments);
        bins = List.copyOf(bins);
    }

    /** @param capacity average books, by its hardware */
    public record Bin(BinId id, int capacity) {}

    public Optional<CompartmentPlan> plan(CompartmentId door) {
        return compartments.stream().filter(plan -> plan.id().equals(door)).findFirst();
    }
}

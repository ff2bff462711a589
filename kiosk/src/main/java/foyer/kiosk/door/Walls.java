package foyer.kiosk.door;

import foyer.bridge.Compartment;
import foyer.bridge.Hardware;
import foyer.kiosk.circulation.Wall;
import foyer.station.BinId;
import foyer.station.Birth.CompartmentPlan;
import foyer.station.Birth.Height;
import foyer.station.Birth.Size;
import foyer.station.CompartmentId;

/** The wall as the hardware file draws it, in the station's words. */
public final class Walls {
    private Walls() {}

    public static Wall of(Hardware hardware) {
        return new Wall(
                hardware.compartments().stream().map(Walls::plan).toList(),
                hardware.returnBins().stream()
                        .map(bin -> new Wall.Bin(new BinId(bin.name()), bin.capacity()))
                        .toList());
    }

    private static CompartmentPlan plan(Compartment compartment) {
        return new CompartmentPlan(
                new CompartmentId(compartment.name()),
                switch (compartment.size()) {
                    case S -> Size.S;
                    case M -> Size.M;
                    case L -> Size.L;
                },
                switch (compartment.height()) {
                    case LOW -> Height.LOW;
                    case MIDDLE -> Height.MIDDLE;
                    case HIGH -> Height.HIGH;
                },
                compartment.column(),
                compartment.row(),
                compartment.columns(),
                compartment.rows());
    }
}

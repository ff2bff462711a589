package foyer.server.circulation;

import foyer.station.CompartmentId;
import foyer.station.StationId;

/** One compartment of one station. */
public record Place(StationId station, CompartmentId compartment) {}

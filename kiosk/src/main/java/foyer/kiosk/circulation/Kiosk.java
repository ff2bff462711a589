package foyer.kiosk.circulation;

import foyer.station.ServerMessage.Desired;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a decision looks at.
 *
 * @param storageLow the disk is full but for the reserve: what is open is finished, nothing new begins
 */
public record Kiosk(
        Wall wall, Station station, Attempts attempts, Sensors sensors, Sitting sitting, boolean storageLow) {

    /**
     * @param number changes with every person
     * @param since {@link Now#ms} when the visit came to this point or the person last did something
     * @param began what the server wanted when the visit began, if it wants something else since: titles are told from
     *     it to the end of the visit, for the server forgets a grant as soon as it hears of the open door
     */
    public record Sitting(long number, Visit visit, long since, Optional<Desired> began) {
        Sitting at(Visit next, long ms) {
            return new Sitting(number, next, ms, began);
        }

        Sitting remembering(Optional<Desired> before) {
            return began.isPresent() ? this : new Sitting(number, visit, since, before);
        }
    }

    /** A station as it has just started. */
    public static Kiosk starting(Wall wall, Station station, Attempts attempts, Now now) {
        return new Kiosk(
                wall,
                station,
                attempts,
                Sensors.SILENT,
                new Sitting(1, new Visit.Recovering(), now.ms(), Optional.empty()),
                false);
    }

    public Visit visit() {
        return sitting.visit();
    }

    /** What the server has said that concerns this visit, the newest first. */
    Stream<Desired> said() {
        return Stream.concat(station.desired().stream(), sitting.began().stream());
    }

    Kiosk with(Station next) {
        return new Kiosk(wall, next, attempts, sensors, sitting, storageLow);
    }

    Kiosk with(Attempts next) {
        return new Kiosk(wall, station, next, sensors, sitting, storageLow);
    }

    Kiosk with(Sensors next) {
        return new Kiosk(wall, station, attempts, next, sitting, storageLow);
    }

    Kiosk with(Sitting next) {
        return new Kiosk(wall, station, attempts, sensors, next, storageLow);
    }

    public Kiosk withStorageLow(boolean low) {
        return new Kiosk(wall, station, attempts, sensors, sitting, low);
    }
}

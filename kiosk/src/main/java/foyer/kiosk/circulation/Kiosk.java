package foyer.kiosk.circulation;

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
     */
    public record Sitting(long number, Visit visit, long since) {}

    /** A station as it has just started. */
    public static Kiosk starting(Wall wall, Station station, Attempts attempts, Now now) {
        return new Kiosk(
                wall, station, attempts, Sensors.SILENT, new Sitting(1, new Visit.Recovering(), now.ms()), false);
    }

    public Visit visit() {
        return sitting.visit();
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

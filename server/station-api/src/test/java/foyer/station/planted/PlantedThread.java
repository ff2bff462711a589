package foyer.station.planted;

/** Starts a thread. */
public final class PlantedThread {
    private PlantedThread() {}

    public static Thread later(Runnable work) {
        return Thread.ofVirtual().start(work);
    }
}

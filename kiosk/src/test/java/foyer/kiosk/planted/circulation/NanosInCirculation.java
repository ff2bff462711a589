package foyer.kiosk.planted.circulation;

public final class NanosInCirculation {
    public long now() {
        return System.nanoTime();
    }
}

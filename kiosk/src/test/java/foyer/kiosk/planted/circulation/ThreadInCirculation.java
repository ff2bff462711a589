package foyer.kiosk.planted.circulation;

public final class ThreadInCirculation {
    public Thread later() {
        return new Thread(() -> {});
    }
}

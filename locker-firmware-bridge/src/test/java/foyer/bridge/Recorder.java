package foyer.bridge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a bridge reports. */
final class Recorder implements BridgeListener {
    record Door(String name, Position position, long at) {}

    record Health(String part, boolean well, String words) {}

    final List<Door> doors = new CopyOnWriteArrayList<>();
    final List<Door> flaps = new CopyOnWriteArrayList<>();
    final List<String> drops = new CopyOnWriteArrayList<>();
    final List<String> levels = new CopyOnWriteArrayList<>();
    final List<String> switches = new CopyOnWriteArrayList<>();
    final List<Scan> scans = new CopyOnWriteArrayList<>();
    final List<String> unreadable = new CopyOnWriteArrayList<>();
    final List<Health> health = new CopyOnWriteArrayList<>();

    @Override
    public void door(String compartment, Position position, long at) {
        doors.add(new Door(compartment, position, at));
    }

    @Override
    public void flap(String bin, Position position, long at) {
        flaps.add(new Door(bin, position, at));
    }

    @Override
    public void dropped(String bin, long at) {
        drops.add(bin);
    }

    @Override
    public void level(String bin, boolean full) {
        levels.add(bin + (full ? " full" : " has room"));
    }

    @Override
    public void present(String bin, boolean present) {
        switches.add("bin " + bin + (present ? " present" : " missing"));
    }

    @Override
    public void tamper(String name, boolean open) {
        switches.add("tamper " + name + (open ? " open" : " closed"));
    }

    @Override
    public void power(String name, boolean mains) {
        switches.add("power " + name + (mains ? " mains" : " battery"));
    }

    @Override
    public void scanned(Scan scan) {
        scans.add(scan);
    }

    @Override
    public void unreadable(String scanner, String why) {
        unreadable.add(scanner + ": " + why);
    }

    @Override
    public void health(String part, boolean well, String words) {
        health.add(new Health(part, well, words));
    }

    List<Position> of(String door) {
        return doors.stream()
                .filter(seen -> seen.name().equals(door))
                .map(Door::position)
                .toList();
    }

    List<Boolean> healthOf(String part) {
        return health.stream()
                .filter(said -> said.part().equals(part))
                .map(Health::well)
                .toList();
    }
}

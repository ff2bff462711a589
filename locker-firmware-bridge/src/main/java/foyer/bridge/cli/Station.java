package foyer.bridge.cli;

import foyer.bridge.Bridge;
import foyer.bridge.Hardware;
import foyer.bridge.Opening;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** A running bridge and what it has said so far. */
final class Station implements AutoCloseable {
    /** A network line is given three seconds to connect; a silent board is one after three questions. */
    private static final int SETTLE_SECONDS = 10;

    private final Hardware hardware;
    private final Observed seen = new Observed();
    private final Bridge bridge;

    private Station(Hardware hardware) {
        this.hardware = hardware;
        this.bridge = Bridge.start(hardware, seen);
    }

    /** Starts it and waits until each line, board and scanner has said whether it works, or ten seconds. */
    static Station start(Hardware hardware) throws InterruptedException {
        Station station = new Station(hardware);
        boolean ready = false;
        try {
            var unused = station.seen.await(station::hasSettled, Observed.seconds(SETTLE_SECONDS));
            ready = true;
            return station;
        } finally {
            if (!ready) {
                station.close();
            }
        }
    }

    private boolean hasSettled() {
        return parts().allMatch(part -> seen.health(part).isPresent())
                && contacts().allMatch(contact -> seen.state(contact).isPresent());
    }

    /** Every contact that says something sooner or later: of a board that is silent only doors and flaps do. */
    private Stream<String> contacts() {
        Stream.Builder<String> contacts = Stream.builder();
        hardware.doors()
                .forEach(door -> contacts.add("door " + door.compartment().name()));
        for (Hardware.BinMap bin : hardware.returnBins()) {
            contacts.add("flap " + bin.name());
            if (isWell("board " + bin.flap().board())) {
                contacts.add("level " + bin.name());
                if (bin.present() != null) {
                    contacts.add("container " + bin.name());
                }
            }
        }
        addSwitches(contacts, "tamper ", hardware.tampers());
        addSwitches(contacts, "power ", hardware.powers());
        return contacts.build();
    }

    private void addSwitches(Stream.Builder<String> contacts, String kind, List<Hardware.SwitchMap> switches) {
        for (Hardware.SwitchMap map : switches) {
            if (isWell("board " + map.input().board())) {
                contacts.add(kind + map.name());
            }
        }
    }

    /** Every part that says whether it works, as {@code line main}. A keyboard is the window's, which is not here. */
    private Stream<String> parts() {
        return Stream.of(
                        hardware.lines().stream().map(line -> "line " + line.name()),
                        hardware.boards().stream().map(board -> "board " + board.name()),
                        hardware.scanners().stream()
                                .filter(scanner -> !(scanner.kind() instanceof Hardware.Keyboard))
                                .map(scanner -> "scanner " + scanner.name()))
                .flatMap(part -> part);
    }

    Hardware hardware() {
        return hardware;
    }

    Observed seen() {
        return seen;
    }

    Bridge bridge() {
        return bridge;
    }

    boolean isWell(String part) {
        return seen.health(part).map(Observed.Health::well).orElse(false);
    }

    /** Whether a board and its line work. */
    boolean reaches(String board) {
        return isWell("board " + board)
                && isWell("line " + hardware.board(board).line());
    }

    /** Waits for what comes of an order; it completes always. */
    static Opening await(CompletableFuture<Opening> order) throws InterruptedException {
        try {
            return order.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("an order to open completes with a value always", broken.getCause());
        }
    }

    @Override
    public void close() {
        bridge.close();
    }
}
